import { useEffect, useState } from 'react';

import type { Extract } from '../../contract/extract';
import type { Bbox } from '../../contract/place';
import { bboxOf, boxesTouch } from '../../spatial/bbox';
import { degreeLengthsAt } from '../../spatial/ellipsoid';
import { frameAround } from '../../spatial/mercator';
import { lengthText } from '../../text/amounts';
import { type Desk, useDesk } from '../shared/desk';
import { Swatch } from '../shared/swatch';
import styles from './sheet.module.css';

const WIDTH = 640;
const HEIGHT = 380;
/** Metres across that a map shows at least: places need something around them to be recognised by. */
const LEAST_M = 4000;

/** The map of the plan around a site, with a scale bar, north and a legend of what concerns the site; a sketch. */
export function SheetMap({ extract }: { extract: Extract }): React.JSX.Element {
  const desk = useDesk();
  const { t, lang, drawn, themes, say } = desk;
  const frame = frameOf(extract);
  const image = useDrawing(extract, desk);
  const files = drawn();
  const hits = new Set([...extract.concerned, ...extract.tooCloseToCall].map(({ placeId }) => placeId));
  const seen = (['areas', 'lines', 'points'] as const)
    .flatMap((name) => files[name]?.features ?? [])
    .filter(({ properties, geometry }) => hits.has(properties.id) && boxesTouch(bboxOf(geometry), frame));
  const used = [...themes.values()].filter(({ id }) => seen.some(({ properties }) => properties.theme === id));
  const acrossM = (frame[2] - frame[0]) * degreeLengthsAt((frame[1] + frame[3]) / 2).lngM;
  const barM = roundLength(acrossM * 0.25);
  const barPx = (barM / acrossM) * WIDTH;
  return (
    <figure className={styles['map']}>
      <div className={styles['paper']}>
        {image !== null && <img src={image} alt={t.check.sheet.map} width={WIDTH} height={HEIGHT} />}
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
          <rect width={WIDTH} height={HEIGHT} fill="none" stroke="currentColor" strokeWidth="0.8" />
          <g transform={`translate(18 ${HEIGHT - 16})`} className={styles['marks']}>
            <path d={`M0 -5V0H${barPx.toFixed(1)}V-5`} fill="none" stroke="currentColor" strokeWidth="1.4" />
            <text x={barPx / 2} y="-6" textAnchor="middle" fontSize="12">
              {lengthText(barM, t, lang)}
            </text>
          </g>
          <g transform={`translate(${WIDTH - 26} 40)`} className={styles['marks']}>
            <path d="M0 -22 7 2 0 -4 -7 2Z" fill="currentColor" />
            <text y="18" textAnchor="middle" fontSize="13">
              {t.check.sheet.north}
            </text>
          </g>
        </svg>
      </div>
      <figcaption>
        <span className={styles['key']}>
          <span className={styles['siteKey']} aria-hidden="true" />
          {t.check.sheet.legendSite}
        </span>
        {used.map(({ id, hue, pattern, name }) => (
          <span key={id} className={styles['key']}>
            <Swatch hue={hue} pattern={pattern} />
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

/** The map of an answer as an address of an image, once the code that draws it is here. */
function useDrawing(extract: Extract, desk: Desk): string | null {
  const [drawn, setDrawn] = useState<{ of: Extract; image: string } | null>(null);
  useEffect(() => {
    let over = false;
    const draw = async (): Promise<void> => {
      const { drawSheetMap } = await import('./draw-sheet-map');
      const svg = drawSheetMap({ extract, frame: frameOf(extract), widthPx: WIDTH }, desk);
      if (!over) setDrawn({ of: extract, image: `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}` });
    };
    void draw();
    return () => {
      over = true;
    };
  }, [extract, desk]);
  return drawn?.of === extract ? drawn.image : null;
}

/** A frame of the sheet's shape around a site, with as much room again on each side. */
function frameOf({ subject }: Extract): Bbox {
  const [west, south, east, north] = bboxOf(subject.geometry);
  const { lngM, latM } = degreeLengthsAt((south + north) / 2);
  const [lng, lat] = [(west + east) / 2, (south + north) / 2];
  const halfLng = Math.max(1.5 * (east - west), LEAST_M / 2 / lngM);
  const halfLat = Math.max(1.5 * (north - south), (LEAST_M * HEIGHT) / WIDTH / 2 / latM);
  return frameAround([lng - halfLng, lat - halfLat, lng + halfLng, lat + halfLat], WIDTH / HEIGHT);
}

/** The largest of 1, 2, 5 times a power of ten that is not longer. */
function roundLength(lengthM: number): number {
  const power = 10 ** Math.floor(Math.log10(lengthM));
  return ([5, 2, 1].find((step) => step * power <= lengthM) ?? 1) * power;
}
