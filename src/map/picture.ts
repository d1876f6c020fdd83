import type { Bbox, Hue, Pattern } from '../contract/place';
import { degreeLengthsAt } from '../spatial/ellipsoid';
import { fromMercator, toMercator } from '../spatial/mercator';
import type { Palette } from './palette';
import { poster, type PosterInput } from './poster';
import { type Attributes, element, escaped } from './poster/markup';
import { patternElement } from './poster/patterns';
import { linesOf, widthEm } from './poster/text-lines';

/** A line of the legend. */
interface PictureKey {
  hue: Hue;
  pattern: Pattern;
  text: string;
}

export interface PictureInput {
  /** `beside`: words at the left of the map, for previews of links; `above`: a map with title and legend. */
  layout: 'beside' | 'above';
  view: PosterInput['view'];
  palette: Palette;
  /** What the map shows at least, WGS-84; it is widened to the shape of the map. */
  frame: Bbox;
  eyebrow: string;
  title: string;
  /** A sentence below the title; nothing with an empty text. */
  quote: string;
  keys: readonly PictureKey[];
  /** Source, date, approval number, attribution: each on lines of its own. */
  notes: readonly string[];
  /** Length of the scale in the reader's words, given metres. */
  distance: (metres: number) => string;
  label: string;
}

/** Sizes in pixels: the whole, the map in it, and the column of words. */
const LAYOUTS = {
  beside: {
    widthPx: 1200,
    heightPx: 630,
    map: { x: 520, y: 0, width: 680, height: 630 },
    words: { x: 48, width: 430 },
  },
  above: {
    widthPx: 1200,
    heightPx: 1000,
    map: { x: 0, y: 112, width: 1200, height: 740 },
    words: { x: 32, width: 1136 },
  },
} as const;

const SERIF = "'Source Han Serif SC','Noto Serif CJK SC','Songti SC',SimSun,serif";
const SANS = "'Source Han Sans SC','Noto Sans CJK SC','PingFang SC','Microsoft YaHei',sans-serif";
/** Signs that begin no line in Chinese. */
const NO_START = /^[，。、；：？！”’）》」』〉…—]/u;

/**
 * A map as a picture by itself: title, sentence, legend, scale, source and approval number are in it, so that wherever
 * it is copied to it says what it is. One SVG, in one palette, with no colour or font that has to be fetched.
 */
export function picture(input: PictureInput): string {
  const { palette, layout, label } = input;
  const { widthPx, heightPx, map } = LAYOUTS[layout];
  const frame = widened(input.frame, map.width / map.height);
  const drawn = poster({
    view: input.view,
    palettes: [palette],
    frame,
    sizes: [{ name: 'picture', widthPx: map.width }],
    beyond: { top: 0, right: 0, bottom: 0, left: 0 },
    tolerancePx: 0.5,
    label,
    idPrefix: 'map-',
    standalone: true,
  });
  const markup = [
    element('rect', { width: widthPx, height: heightPx, fill: palette.paper }),
    element('g', { transform: `translate(${map.x} ${map.y})` }, drawn),
    layout === 'beside'
      ? rule(map.x, 0, 1, heightPx, palette)
      : rule(0, map.y, widthPx, 1, palette) + rule(0, map.y + map.height, widthPx, 1, palette),
    scaleBar(input, frame),
    layout === 'beside' ? wordsBeside(input) : wordsAround(input),
  ];
  const size = { width: widthPx, height: heightPx, viewBox: `0 0 ${widthPx} ${heightPx}` };
  return element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', role: 'img', 'aria-label': label, ...size },
    markup.join(''),
  );
}

/** How much more than what is asked for the map shows around it. */
const AROUND = 1.12;

/** The smallest box around a box that has a shape (width by height, on the map), with the same middle and some room. */
function widened([west, south, east, north]: Bbox, shape: number): Bbox {
  const [left, bottom] = toMercator([west, south]);
  const [right, top] = toMercator([east, north]);
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const half = Math.max((right - left) / 2, ((bottom - top) / 2) * shape) * AROUND;
  return [...fromMercator([x - half, y + half / shape]), ...fromMercator([x + half, y - half / shape])];
}

function wordsBeside(input: PictureInput): string {
  const { palette, eyebrow, title, quote, notes } = input;
  const { words, heightPx } = LAYOUTS.beside;
  let y = 78;
  const parts: string[] = [line(eyebrow, words.x, y, { 'font-size': 24, 'font-family': SANS, fill: palette.inkSoft })];
  const titleLines = broken(title, words.width / 46).slice(0, 3);
  for (const text of titleLines) {
    y += 62;
    parts.push(
      line(text, words.x, y, { 'font-size': 46, 'font-weight': 700, 'font-family': SERIF, fill: palette.ink }),
    );
  }
  y += 20;
  const below = notes.flatMap((note) => broken(note, words.width / 17));
  const room = Math.floor((heightPx - 60 - below.length * 26 - y) / 44);
  const said = broken(quote, words.width / 27);
  const shown = said.length > room ? [...said.slice(0, Math.max(0, room - 1)), shortened(said[room - 1] ?? '')] : said;
  for (const text of room > 0 ? shown : []) {
    y += 44;
    parts.push(line(text, words.x, y, { 'font-size': 27, 'font-family': SERIF, fill: palette.ink }));
  }
  below.forEach((text, index) => {
    const at = heightPx - 40 - (below.length - 1 - index) * 26;
    parts.push(line(text, words.x, at, { 'font-size': 17, 'font-family': SANS, fill: palette.inkSoft }));
  });
  return parts.join('');
}

function wordsAround({ palette, eyebrow, title, keys, notes }: PictureInput): string {
  const { words, map } = LAYOUTS.above;
  const [heading = ''] = broken(title, words.width / 36);
  const parts: string[] = [
    line(eyebrow, words.x, 44, { 'font-size': 19, 'font-family': SANS, fill: palette.inkSoft }),
    line(heading, words.x, 88, { 'font-size': 36, 'font-weight': 700, 'font-family': SERIF, fill: palette.ink }),
  ];
  let [x, y]: [number, number] = [words.x, map.y + map.height + 38];
  for (const [index, key] of keys.entries()) {
    const widthPx = 44 + widthEm(key.text) * 18 + 26;
    if (x + widthPx > words.x + words.width) [x, y] = [words.x, y + 30];
    parts.push(swatch(key, index, x, y - 15, palette));
    parts.push(line(key.text, x + 40, y, { 'font-size': 18, 'font-family': SANS, fill: palette.ink }));
    x += widthPx;
  }
  for (const text of notes.flatMap((note) => broken(note, words.width / 16))) {
    y += 27;
    parts.push(line(text, words.x, y, { 'font-size': 16, 'font-family': SANS, fill: palette.inkSoft }));
  }
  return parts.join('');
}

/** Hue and pattern of a theme, as the map has them. */
function swatch({ hue, pattern }: PictureKey, index: number, x: number, y: number, { hues }: Palette): string {
  const colour = hues[hue].mark;
  if (pattern === 'none') {
    const dashed = { stroke: colour, 'stroke-width': 3.5, 'stroke-dasharray': '9 4' };
    return element('path', { d: `M${x} ${y + 9}h30`, ...dashed });
  }
  const id = `key-${index}`;
  const tile = patternElement(id, pattern, colour, 1);
  const box = { x, y, width: 30, height: 19 };
  return [
    tile === null ? '' : element('defs', {}, tile),
    element('rect', { ...box, fill: colour, 'fill-opacity': 0.12 }),
    tile === null ? '' : element('rect', { ...box, fill: `url(#${id})` }),
    element('rect', { ...box, fill: 'none', stroke: colour, 'stroke-width': 1.5 }),
  ].join('');
}

/** A round length that is about a tenth of the map, true at its middle. */
function scaleBar({ palette, layout, distance }: PictureInput, [west, south, east, north]: Bbox): string {
  const { map } = LAYOUTS[layout];
  const { lngM } = degreeLengthsAt((south + north) / 2);
  const metresPerPx = ((east - west) * lngM) / map.width;
  const most = metresPerPx * map.width * 0.16;
  const power = 10 ** Math.floor(Math.log10(most));
  const metres = power * ([5, 2, 1].find((digit) => digit * power <= most) ?? 1);
  const widthPx = metres / metresPerPx;
  const [right, bottom] = [map.x + map.width - 18, map.y + map.height - 16];
  const halo = { stroke: palette.halo, 'stroke-width': 4, 'paint-order': 'stroke' };
  const bar = `M${(right - widthPx).toFixed(1)} ${bottom - 8}v8h${widthPx.toFixed(1)}v-8`;
  return [
    element('path', { d: bar, fill: 'none', stroke: palette.halo, 'stroke-width': 5 }),
    element('path', { d: bar, fill: 'none', stroke: palette.ink, 'stroke-width': 1.6 }),
    line(distance(metres), right - widthPx / 2, bottom - 12, {
      'font-size': 16,
      'font-family': SANS,
      'text-anchor': 'middle',
      'stroke-linejoin': 'round',
      fill: palette.ink,
      ...halo,
    }),
  ].join('');
}

function rule(x: number, y: number, width: number, height: number, { rule: fill }: Palette): string {
  return element('rect', { x, y, width, height, fill });
}

function line(text: string, x: number, y: number, attributes: Attributes): string {
  return text === '' ? '' : element('text', { x: x.toFixed(1), y, ...attributes }, escaped(text));
}

function shortened(text: string): string {
  return `${text.slice(0, -1).replace(/[，。、；：\s]+$/u, '')}…`;
}

/** Breaks a text into lines no wider than some ems: at spaces, or between Chinese signs. */
function broken(text: string, maxEm: number): string[] {
  const [whole = ''] = linesOf(text, Infinity);
  const pieces = whole.split(/(?<=\s)|(?<=[\u2E80-\u9FFF，。、；：）”》])|(?=[\u2E80-\u9FFF（“《])/u);
  const lines: string[] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    const fits = last !== undefined && (widthEm(last + piece.trimEnd()) <= maxEm || NO_START.test(piece));
    if (fits) lines[lines.length - 1] = last + piece;
    else lines.push(piece);
  }
  return lines.map((one) => one.trim()).filter((one) => one !== '');
}
