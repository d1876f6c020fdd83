/** What of a map this is about. */
interface Drawn {
  style: unknown;
  areTilesLoaded: () => boolean;
  triggerRepaint: () => void;
}

/**
 * Has a map that nobody sees yet drawn only when all of its tiles are here: each that comes would else have it drawn anew,
 * which a phone takes a tenth of a second and more for, while others wait.
 */
export function drawWhenWhole(map: Drawn, unseen: () => boolean): void {
  const draw = map.triggerRepaint.bind(map);
  map.triggerRepaint = () => {
    if (!unseen() || !map.style || map.areTilesLoaded()) draw();
  };
}
