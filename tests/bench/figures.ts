/** What a figure must reach. */
export type Goal = { atMost: number } | { atLeast: number };

/** One row of the bench. */
export interface Figure {
  what: string;
  value: number;
  unit: string;
  /** Of a ratio: where the median of many such runs lies with 95 % confidence, or, of few runs, the least and greatest. */
  between?: readonly [number, number];
  goal?: Goal;
  /** What the figure was taken of. */
  of?: string;
  /** Belongs to the table of its part, not to the one at the end. */
  detail?: boolean;
}

/** One part of the bench, alone by `--only`. */
export interface Part {
  name: string;
  measure: (options: PartOptions) => Promise<Figure[]>;
}

export interface PartOptions {
  /** How often everything is measured, what is compared in turns. */
  rounds: number;
}

export function median(all: readonly number[]): number {
  return quantile(all, 0.5);
}

/** The smallest of some numbers that so large a share of them does not exceed. */
export function quantile(all: readonly number[], share: number): number {
  return all.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(all.length * share) - 1)] ?? NaN;
}

/**
 * The median of the ratios of each round with its 95 % interval: from the order statistics that the median of any
 * distribution lies between with that confidence (binomial, one half). Below six rounds no two are, and it is the
 * least and the greatest.
 */
export function ratioFigure(what: string, ratios: readonly number[], goal?: Goal): Figure {
  const sorted = ratios.toSorted((a, b) => a - b);
  let [outer, below, ways] = [0, 0.5 ** sorted.length, 1];
  while (below <= 0.025) {
    outer += 1;
    ways = (ways * (sorted.length - outer + 1)) / outer;
    below += ways * 0.5 ** sorted.length;
  }
  const at = Math.max(0, outer - 1);
  const between: [number, number] = [sorted[at] ?? NaN, sorted[sorted.length - 1 - at] ?? NaN];
  return { what, value: median(ratios), unit: '×', between, ...(goal && { goal }), of: `${ratios.length} rounds` };
}

/** `null` where nothing must be reached. */
export function isMet({ value, goal }: Figure): boolean | null {
  if (!goal) return null;
  return 'atMost' in goal ? value <= goal.atMost : value >= goal.atLeast;
}

/** Milliseconds of a synchronous act. */
export function timeOf(act: () => void): number {
  const started = performance.now();
  act();
  return performance.now() - started;
}

/** A number with as many digits as say something. */
export function shown(value: number, unit: string): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return `${value.toFixed(digits)} ${unit}`;
}
