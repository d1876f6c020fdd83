import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread, Worker } from 'node:worker_threads';

import type { DrawnFeature, PlanGeometry } from '../../src/contract/features';
import type { Bbox } from '../../src/contract/place';
import { NEAR_RADII_M } from '../../src/state/view-state';
import { nearMe } from '../../src/spatial/near';
import { nearIndex } from '../../src/spatial/near-index';
import { drawnFeature } from '../drawn-feature';
import { randomParcel, series } from '../postgis/random-sites';
import { spreadOf } from './spread';

/**
 * `npm run bench:near`: how long near-me takes over many synthetic features, in a worker, and whether the thread that
 * asked was held up meanwhile.
 */
const COUNT = 100_000;
const QUERIES = 1000;
const BOX: Bbox = [101, 23, 105, 27];

function answer(): void {
  const random = series(11);
  const spot = (): [number, number] => [BOX[0] + random() * (BOX[2] - BOX[0]), BOX[1] + random() * (BOX[3] - BOX[1])];
  const features = Array.from({ length: COUNT }, (_, number): DrawnFeature => {
    const parcel = randomParcel(random, spot(), 100 + random() * 900);
    const [ring = []] = parcel.type === 'Polygon' ? parcel.coordinates : [];
    const line = number % 3 === 1;
    const dot = number % 3 === 2;
    const start: PlanGeometry = { type: 'Point', coordinates: ring[0] ?? spot() };
    const way: PlanGeometry = { type: 'LineString', coordinates: ring.slice(0, -1) };
    return drawnFeature(`f${number}`, dot ? start : line ? way : parcel, {
      theme: `t${number % 11}`,
      kind: dot ? 'point' : line ? 'line' : 'overlay',
      accuracyM: random() * 300,
    });
  });
  const before = performance.now();
  const index = nearIndex([{ type: 'FeatureCollection', features }]);
  console.log(`prepare: ${(performance.now() - before).toFixed(0)} ms, ${COUNT} features`);
  for (const radiusM of NEAR_RADII_M) {
    const timesMs = Array.from({ length: QUERIES }, () => {
      const at = spot();
      const started = performance.now();
      nearMe(at, radiusM, index);
      return performance.now() - started;
    });
    console.log(`within ${radiusM} m: ${QUERIES} queries, ${spreadOf(timesMs)}`);
  }
}

if (isMainThread) {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  // A worker does not inherit the loader that reads TypeScript.
  const start = `import('tsx/esm/api').then(({ register }) => { register(); return import('${import.meta.url}'); })`;
  const worker = new Worker(start, { eval: true });
  // Starting up is not asking.
  worker.on('online', () => delay.enable());
  worker.on('exit', (code) => {
    console.log(`the asking thread was held up for ${(delay.max / 1e6).toFixed(0)} ms at most`);
    process.exitCode = code;
  });
} else answer();
