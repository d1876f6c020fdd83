import type { Nearby, NearAnswer, Standing } from '../../spatial/near';
import { distanceTo } from '../../spatial/near';
import type { NearIndex } from '../../spatial/near-index';
import { useDesk } from '../shared/desk';
import { wayText } from './near-words';
import { whereText } from './near-text';
import styles from './near.module.css';
import type { Spot } from './near-state';

interface Props {
  spots: readonly [Spot, Spot];
  answers: readonly [NearAnswer, NearAnswer];
  index: NearIndex;
}

/** Two spots side by side: district, rings, areas, and how far each has it to what is near either. */
export function Compare({ spots, answers, index }: Props): React.JSX.Element {
  const desk = useDesk();
  const { t, lang, places, say } = desk;
  const [a, b] = answers;
  const nameOf = (id: string): string => say(places.get(id)?.name ?? { zh: id, en: id });
  const relationOf = ({ themes }: NearAnswer, id: string): string => {
    const hit = themes.flatMap(({ hits }) => hits).find(({ placeId }) => placeId === id);
    return hit ? (hit.relation === 'inside' ? t.near.area.inside : t.near.area['too-close']) : t.near.ring.outside;
  };
  const ringOf = (answer: NearAnswer, id: string): string =>
    t.near.ring[answer.rings.find(({ placeId }) => placeId === id)?.relation ?? 'outside'];
  const both = (list: (answer: NearAnswer) => readonly { placeId: string }[]): string[] => [
    ...new Set([...list(a), ...list(b)].map(({ placeId }) => placeId)),
  ];
  const rings = both(({ rings: list }) => list);
  const insides = new Set(a.rings.map(({ insideId }) => insideId));
  const areas = both(({ themes }) => themes.flatMap(({ hits }): readonly Standing[] => hits)).filter(
    (id) => !insides.has(id) && !places.get(id)?.members,
  );
  const things = both(({ nearby }): readonly Nearby[] => nearby);
  const wayTo = (spot: Spot, id: string): string => {
    const way = distanceTo(spot.at, id, index, spot.accuracyM);
    if (!way) return t.near.none;
    return way.inside ? t.near.insideHere : wayText(way, t, lang);
  };
  return (
    <table className={styles['compare']}>
      <caption>{t.near.compareTable}</caption>
      <thead>
        <tr>
          <th scope="col">{t.near.subject}</th>
          <th scope="col">{t.near.first}</th>
          <th scope="col">{t.near.second}</th>
          <th scope="col">{t.near.verdict}</th>
        </tr>
      </thead>
      <tbody>
        <Row name={t.near.zoneRow} first={whereText(a, desk)} second={whereText(b, desk)} />
        {rings.map((id) => (
          <Row key={id} name={nameOf(id)} first={ringOf(a, id)} second={ringOf(b, id)} />
        ))}
        {areas.map((id) => (
          <Row key={id} name={nameOf(id)} first={relationOf(a, id)} second={relationOf(b, id)} />
        ))}
      </tbody>
      <tbody>
        {things.map((id) => (
          <tr key={id}>
            <th scope="row">{nameOf(id)}</th>
            <td>{wayTo(spots[0], id)}</td>
            <td colSpan={2}>{wayTo(spots[1], id)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Row({ name, first, second }: { name: string; first: string; second: string }): React.JSX.Element {
  const { t } = useDesk();
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{first}</td>
      <td>{second}</td>
      <td>{first === second ? t.near.same : <strong>{t.near.different}</strong>}</td>
    </tr>
  );
}
