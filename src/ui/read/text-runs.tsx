import type { Division } from '../../contract/plan';
import { runsOf } from '../../policy/evidence';
import { useDesk } from '../shared/desk';
import { PlaceLink } from '../shared/place-link';
import { TermWord } from './term-word';

interface Props {
  division: Division;
  selected: string | null;
}

/** A piece of the document, verbatim, with the words that name a place as links to it. */
export function TextRuns({ division, selected }: Props): React.JSX.Element {
  const { mentions, places, terms } = useDesk();
  return (
    <>
      {runsOf(division, mentions.get(division.id) ?? [], terms.get(division.id)).map(({ text, mention, term }) => {
        if (term) {
          return (
            <TermWord key={`${division.id} ${term.term}`} term={term}>
              {text}
            </TermWord>
          );
        }
        const place = mention && places.get(mention.placeId);
        if (!mention || !place) return text;
        return (
          <PlaceLink key={mention.start} place={place} current={place.id === selected} start={mention.start}>
            {text}
          </PlaceLink>
        );
      })}
    </>
  );
}
