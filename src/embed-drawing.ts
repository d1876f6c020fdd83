import { embedDesk, loadEmbedPlan } from './embed-plan';
import type { EmbedMapModule } from './embed/live-map';
import { thinOut } from './map/poster/thin-out';
import { embedPoster } from './ui/embed/embed-poster';

/** Draws a view that the build has not drawn. */
export const drawView: EmbedMapModule['drawMap'] = async ({ root, plan, shown }) => {
  const files = await loadEmbedPlan(root, plan);
  const { drawn } = thinOut(files.drawn);
  const desk = embedDesk({ ...files, drawn }, shown.view, root);
  const label = desk.t.pages.mapOf(desk.say(desk.plan.shortTitle));
  return embedPoster(desk, shown.view, { look: 'map', label, highlight: shown.highlight });
};
