import { contrast, rgb } from '../map/colour';

/** Text of links wants this much against the paper (WCAG 2.2, 1.4.3). */
const ENOUGH = 4.5;
const STEPS = 12;

/**
 * An accent colour (`#rrggbb`) as near to what the host wants as can be read on the paper: it is mixed with the ink as
 * far as it has to be.
 */
export function readableAccent(wanted: string, paper: string, ink: string): string {
  const [from, to] = [rgb(wanted), rgb(ink)];
  for (let step = 0; step <= STEPS; step += 1) {
    const mixed = from.map((channel, index) => {
      const value = Math.round(channel + (((to[index] ?? 0) - channel) * step) / STEPS);
      return value.toString(16).padStart(2, '0');
    });
    const colour = `#${mixed.join('')}`;
    if (contrast(colour, paper) >= ENOUGH) return colour;
  }
  return ink;
}
