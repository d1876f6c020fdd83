import { englishRuns } from '../../policy/english-mentions';
import { useDesk } from '../shared/desk';
import { PlaceLink } from '../shared/place-link';
import { TermWord } from './term-word';

/** Our translation of a division, with the names of places as links to them and the words of the trade explained. */
export function EnglishRuns({
  divisionId,
  selected,
}: {
  divisionId: string;
  selected: string | null;
}): React.ReactNode {
  const { translation, mentions, places, terms } = useDesk();
  const text = translation?.[divisionId];
  if (text === undefined) return null;
  const words = (terms.get(divisionId) ?? []).map(({ term }) => term);
  return englishRuns(text, mentions.get(divisionId) ?? [], places, words).map((run) => {
    if (run.term) {
      return (
        <TermWord key={run.start} term={run.term}>
          {run.text}
        </TermWord>
      );
    }
    const place = run.placeId === null ? undefined : places.get(run.placeId);
    if (!place) return run.text;
    return (
      <PlaceLink key={run.start} place={place} current={place.id === selected}>
        {run.text}
      </PlaceLink>
    );
  });
}
