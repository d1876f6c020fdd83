import * as v from 'valibot';

import { LANGS } from './localized';

/** Version of the protocol between an embed and the page around it. Fields are only ever added to a version. */
export const PROTOCOL = 1;

export const THEMES = ['auto', 'light', 'dark'] as const;
const MOST_IDS = 100;
const IdSchema = v.pipe(v.string(), v.maxLength(60), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u));
const IdsSchema = v.pipe(v.array(IdSchema), v.maxLength(MOST_IDS));
const within = (least: number, most: number) => v.pipe(v.number(), v.minValue(least), v.maxValue(most));

/** Where a map may be sent. Positions are WGS-84 degrees, zooms those of 512-pixel tiles. */
export const TargetSchema = v.union([
  v.strictObject({ place: IdSchema }),
  v.strictObject({ article: v.pipe(within(0, 999), v.integer()) }),
  v.strictObject({ camera: v.strictTuple([within(-180, 180), within(-85, 85), within(0, 22)]) }),
]);
export type Target = v.InferOutput<typeof TargetSchema>;

const head = { tuce: v.literal(PROTOCOL), id: v.pipe(v.string(), v.nonEmpty(), v.maxLength(64)) };

/** What the page around an embed may ask of it. */
export const CommandSchema = v.variant('command', [
  /** Asks for `ready` and `height`, and says who is there. */
  v.strictObject({ ...head, command: v.literal('hello') }),
  v.strictObject({ ...head, command: v.literal('goTo'), target: TargetSchema }),
  /** Ids of the themes and ground layers to be switched off. */
  v.strictObject({ ...head, command: v.literal('setLayers'), hidden: IdsSchema }),
  v.strictObject({ ...head, command: v.literal('highlight'), places: IdsSchema }),
  v.strictObject({ ...head, command: v.literal('setTheme'), theme: v.picklist(THEMES) }),
  v.strictObject({ ...head, command: v.literal('setLanguage'), lang: v.picklist(LANGS) }),
  /** How much of the frame is seen: pixels from its upper edge to that of the screen, and the height of the screen. */
  v.strictObject({
    ...head,
    command: v.literal('progress'),
    top: within(-1e6, 1e6),
    height: within(1, 1e6),
  }),
]);
export type Command = v.InferOutput<typeof CommandSchema>;

export const REFUSALS = ['unknown-place', 'not-drawn', 'unknown-article', 'unknown-layer', 'no-map'] as const;
export type Refusal = (typeof REFUSALS)[number];

/** The answer to a command. */
export type Ack = { tuce: typeof PROTOCOL; ack: string } & ({ ok: true } | { ok: false; reason: Refusal });

/** What an embed tells the page around it. */
export type EmbedEvent = { tuce: typeof PROTOCOL } & (
  | { event: 'ready'; plan: string; lang: string; kind: string }
  /** Where the map has come to rest. */
  | { event: 'view'; camera: [lng: number, lat: number, zoom: number] }
  | { event: 'select'; place: string | null }
  /** Pixels that the content would like, and those that it cannot do without. */
  | { event: 'height'; height: number; least: number }
  | { event: 'error'; reason: 'no-map' | 'bad-address'; detail: string }
);
