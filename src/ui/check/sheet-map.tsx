import type { Extract } from '../../contract/extract';
import type { Bbox } from '../../contract/place';
import { bboxOf, boxContains, boxesTouch } from '../../spatial/bbox';
import { degreeLengthsAt } from '../../spatial/ellipsoid';
import { smallDrawing } from '../../spatial/outline';
import { lengthText } from '../../text/amounts';
import { useDesk } from '../shared/desk';
import styles from './sheet.module.css';

const WIDTH = 640;
const HEIGHT = 400;
/** Metres across that a drawing shows at least. */
const LEAST_M = 4000;

/** A small drawing of a site among the places it concerns, with a scale bar, north and a legend; a sketch. */
export function SheetMap({ extract }: { extract: Extract }): React.JSX.Element {
  const { t, lang, drawn, places, themes, say } = useDesk();
  const box = frameOf(bboxOf(extract.subject.geometry));
  const drawing = smallDrawing(box, WIDTH);
  const hits = new Set([...extract.concerned, ...extract.tooCloseToCall].map(({ placeId }) => placeId));
  const seen = (['areas', 'lines', 'points'] as const)
    .flatMap((name) => drawn[name]?.features ?? [])
    .filter(({ properties, geometry }) => {
      const kind = places.get(properties.id)?.kind;
      return (
        properties.mark === 'shape' &&
        hits.has(properties.id) &&
        kind !== 'whole-plan' &&
        boxesTouch(bboxOf(geometry), box)
      );
    });
  const { geometry } = extract.subject;
  const barM = roundLength((box[2] - box[0]) * degreeLengthsAt((box[1] + box[3]) / 2).lngM * 0.25);
  const barPx = (barM / ((box[2] - box[0]) * degreeLengthsAt((box[1] + box[3]) / 2).lngM)) * WIDTH;
  const used = [...themes.values()].filter(({ id }) => seen.some(({ properties }) => properties.theme === id));
  return (
    <figure className={styles['map']}>
      <svg viewBox={`0 0 ${WIDTH} ${drawing.height}`}>
        <title>{t.check.sheet.map}</title>
        <rect width={WIDTH} height={drawing.height} fill="none" stroke="currentColor" strokeWidth="0.8" />
        {seen.map(({ properties, geometry: shape }) => {
          const key = `${properties.id} ${shape.type}`;
          if (shape.type === 'Point') {
            const [x, y] = drawing.at(shape.coordinates);
            return <circle key={key} data-hue={properties.hue} cx={x} cy={y} r="4" fill="var(--hue)" />;
          }
          const closed = shape.type.endsWith('Polygon');
          return (
            <path
              key={key}
              data-hue={properties.hue}
              d={drawing.path(shape)}
              fill={closed ? 'var(--hue)' : 'none'}
              // What fills the whole frame would only tint it, one layer over the other.
              fillOpacity={contains(bboxOf(shape), box) ? 0 : 0.1}
              fillRule="evenodd"
              stroke="var(--hue)"
              strokeWidth={closed ? 1.2 : 2}
              strokeDasharray={properties.idealisation === 'schematic' ? '6 4' : undefined}
            />
          );
        })}
        {geometry.type === 'Point' ? (
          <Cross at={drawing.at(geometry.coordinates)} />
        ) : (
          <path
            d={drawing.path(geometry)}
            fill={geometry.type.endsWith('Polygon') ? 'currentColor' : 'none'}
            fillOpacity="0.16"
            fillRule="evenodd"
            stroke="currentColor"
            strokeWidth="2.4"
          />
        )}
        <g transform={`translate(18 ${drawing.height - 16})`}>
          <path d={`M0 -5V0H${barPx.toFixed(1)}V-5`} fill="none" stroke="currentColor" strokeWidth="1.4" />
          <text x={barPx / 2} y="-6" textAnchor="middle" fontSize="12" fill="currentColor">
            {lengthText(barM, t, lang)}
          </text>
        </g>
        <g transform={`translate(${WIDTH - 26} 40)`}>
          <path d="M0 -22 7 2 0 -4 -7 2Z" fill="currentColor" />
          <text y="18" textAnchor="middle" fontSize="13" fill="currentColor">
            {t.check.sheet.north}
          </text>
        </g>
      </svg>
      <figcaption>
        <span className={styles['key']}>
          <svg viewBox="0 0 24 16" aria-hidden="true">
            <rect
              x="2"
              y="2"
              width="20"
              height="12"
              fill="currentColor"
              fillOpacity="0.16"
              stroke="currentColor"
              strokeWidth="2"
            />
          </svg>
          {t.check.sheet.legendSite}
        </span>
        {used.map(({ id, hue, name }) => (
          <span key={id} className={styles['key']} data-hue={hue}>
            <svg viewBox="0 0 24 16" aria-hidden="true">
              <rect
                x="2"
                y="2"
                width="20"
                height="12"
                fill="var(--hue)"
                fillOpacity="0.12"
                stroke="var(--hue)"
                strokeWidth="1.4"
              />
            </svg>
            {say(name)}
          </span>
        ))}
        <span>
          {t.idealisation.schematic} · {t.check.sheet.mapNote}
        </span>
      </figcaption>
    </figure>
  );
}

function Cross({ at: [x, y] }: { at: readonly [number, number] }): React.JSX.Element {
  return (
    <g stroke="currentColor" strokeWidth="2" fill="none" transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}>
      <circle r="9" />
      <path d="M-15 0H15M0 -15V15" />
    </g>
  );
}

function contains(outer: Bbox, inner: Bbox): boolean {
  return boxContains(outer, [inner[0], inner[1]]) && boxContains(outer, [inner[2], inner[3]]);
}

/** A box of the sheet's shape around a site, with as much room again on each side. */
function frameOf([west, south, east, north]: Bbox): Bbox {
  const { lngM, latM } = degreeLengthsAt((south + north) / 2);
  const widthM = Math.max(LEAST_M, 3 * (east - west) * lngM, (3 * (north - south) * latM * WIDTH) / HEIGHT);
  const [lng, lat] = [(west + east) / 2, (south + north) / 2];
  const [halfLng, halfLat] = [widthM / 2 / lngM, (widthM * HEIGHT) / WIDTH / 2 / latM];
  return [lng - halfLng, lat - halfLat, lng + halfLng, lat + halfLat];
}

/** The largest of 1, 2, 5 times a power of ten that is not longer. */
function roundLength(lengthM: number): number {
  const power = 10 ** Math.floor(Math.log10(lengthM));
  return ([5, 2, 1].find((step) => step * power <= lengthM) ?? 1) * power;
}
