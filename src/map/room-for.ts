import type { MapSurface } from '../state/map-surface';

type Padded = Pick<MapSurface, 'padding'>;

/** Padding that leaves at least a third of the map free, however small it is. */
export function roomFor({ padding }: Padded, { clientWidth, clientHeight }: HTMLElement): Padded['padding'] {
  const [across, down] = [padding.left + padding.right, padding.top + padding.bottom];
  const scale = Math.min(1, (clientWidth * 0.66) / Math.max(across, 1), (clientHeight * 0.66) / Math.max(down, 1));
  return {
    top: padding.top * scale,
    right: padding.right * scale,
    bottom: padding.bottom * scale,
    left: padding.left * scale,
  };
}
