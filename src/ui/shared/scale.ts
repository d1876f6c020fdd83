/** What everything on the desk is measured with. Nothing is set in a size that is not here. */
export interface Scale {
  /** Sizes of type, in pixels. */
  text: Record<'tiny' | 'small' | 'ui' | 'body' | 'large' | 'brand', number>;
  /** Line heights, as multiples of the size: of one sign, headings, labels, interface, quotations, the document. */
  leading: Record<'sign' | 'heading' | 'label' | 'ui' | 'quote' | 'body', number>;
  /** Distances, from a hair to a margin, in pixels. */
  space: readonly number[];
  /** How wide things may be: the document and messages in ems, which are 汉字, the card and the legend in pixels. */
  measure: Record<'text' | 'message' | 'card' | 'legend', string>;
  /** Edge of what is pressed, with a mouse and with a finger, in pixels. */
  target: Record<'fine' | 'coarse', number>;
}

export const SCALE: Scale = {
  text: { tiny: 12, small: 13, ui: 15, body: 17, large: 20, brand: 25 },
  leading: { sign: 1, heading: 1.35, label: 1.5, ui: 1.6, quote: 1.75, body: 1.9 },
  space: [2, 4, 6, 8, 10, 12, 16, 20, 24, 36],
  measure: { text: '38em', message: '34em', card: '360px', legend: '320px' },
  target: { fine: 36, coarse: 44 },
};

function inRem(sizes: Scale['text']): Record<string, number> {
  return Object.fromEntries(Object.entries(sizes).map(([name, px]) => [name, px / 16]));
}

/** The scale as custom properties: `--text-small`, `--leading-body`, `--space-1` and so on. */
export function scaleCss({ text, leading, space, measure, target }: Scale): string {
  const names = (prefix: string, values: Readonly<Record<string, string | number>>, unit = ''): string[] =>
    Object.entries(values).map(([name, value]) => `--${prefix}-${name}: ${value}${unit};`);
  const tokens = [
    // In rem, so that they grow with the size that the reader has set in the browser.
    ...names('text', inRem(text), 'rem'),
    ...names('leading', leading),
    ...space.map((px, index) => `--space-${index + 1}: ${px}px;`),
    ...names('measure', measure),
    ...names('target', target, 'px'),
  ];
  return `:root { ${tokens.join(' ')} }\n`;
}
