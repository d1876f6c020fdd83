import { embedFocus, embedFrame } from '../ui/embed/embed-frame';
import { embedPoster } from '../ui/embed/embed-poster';
import type { Desk } from '../ui/shared/desk';

/** Pictures of a plan that have been drawn, by all that they depend on. */
const drawn = new WeakMap<ReturnType<Desk['drawn']>, Map<string, string>>();

/** The map of an embed; sentences that name no place of their own share one, and drawing it takes long. */
export function drawnEmbed(desk: Desk, ...[view, how]: TailOf<typeof embedPoster>): string {
  const pictures = drawn.get(desk.drawn()) ?? new Map<string, string>();
  drawn.set(desk.drawn(), pictures);
  const focus = [...embedFocus(view, desk, how.highlight)].toSorted();
  const key = JSON.stringify([desk.lang, how.look, how.label, embedFrame(view, desk), focus, view.place, view.hidden]);
  const picture = pictures.get(key) ?? embedPoster(desk, view, how);
  pictures.set(key, picture);
  return picture;
}

type TailOf<F> = F extends (desk: Desk, ...rest: infer Rest) => string ? Rest : never;
