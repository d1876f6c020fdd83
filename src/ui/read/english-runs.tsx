import { englishRuns } from '../../policy/english-mentions';
import { useDesk } from '../shared/desk';
import { PlaceLink } from '../shared/place-link';

/** Our translation of a division, with the names of places as links to them. */
export function EnglishRuns({
  divisionId,
  selected,
}: {
  divisionId: string;
  selected: string | null;
}): React.ReactNode {
  const { translation, mentions, places } = useDesk();
  const text = translation?.[divisionId];
  if (text === undefined) return null;
  return englishRuns(text, mentions.get(divisionId) ?? [], places).map((run) => {
    const place = run.placeId === null ? undefined : places.get(run.placeId);
    if (!place) return run.text;
    return (
      <PlaceLink key={run.start} place={place} current={place.id === selected}>
        {run.text}
      </PlaceLink>
    );
  });
}
