import type { Division, Mention } from '../../contract/plan';
import { runsOf } from '../../policy/evidence';
import { useDesk } from '../shared/desk';
import { PlaceLink } from '../shared/place-link';

interface Props {
  division: Division;
  mentions: readonly Mention[];
  selected: string | null;
}

/** A piece of the document, verbatim, with the words that name a place as links to it. */
export function TextRuns({ division, mentions, selected }: Props): React.JSX.Element {
  const { places } = useDesk();
  return (
    <>
      {runsOf(division, mentions).map(({ text, mention }) => {
        const place = mention && places.get(mention.placeId);
        if (!mention || !place) return text;
        return (
          <PlaceLink key={mention.start} place={place} current={place.id === selected}>
            {text}
          </PlaceLink>
        );
      })}
    </>
  );
}
