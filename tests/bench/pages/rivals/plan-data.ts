import type { FeatureCollection } from 'geojson';

const PLAN = 'kunming-2021';

/** The drawn files of the plan, as the desk fetches them. */
export async function planData(): Promise<
  Record<'ground' | 'areas' | 'bands' | 'lines' | 'points', FeatureCollection>
> {
  const get = async (name: string): Promise<FeatureCollection> =>
    (await fetch(`/data/${PLAN}/${name}.geojson`)).json() as Promise<FeatureCollection>;
  const [ground, areas, bands, lines, points] = await Promise.all(
    ['ground', 'areas', 'bands', 'lines', 'points'].map(get),
  );
  if (!ground || !areas || !bands || !lines || !points) throw new Error('the plan is not there');
  return { ground, areas, bands, lines, points };
}

/** Tells the bench when the map can first be seen and when it has come to rest. */
export function tell(what: 'shown' | 'idle'): void {
  requestAnimationFrame(() => requestAnimationFrame(() => performance.mark(`map-${what}`)));
}
