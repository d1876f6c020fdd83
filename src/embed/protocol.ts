import * as v from 'valibot';

import {
  type Ack,
  type Command,
  CommandSchema,
  type EmbedEvent,
  PROTOCOL,
  type Refusal,
} from '../contract/embed-message';

/** A message as it came, as far as it matters who sent it. */
export interface Incoming {
  data: unknown;
  origin: string;
  /** Whether the sender is the page right around the frame. */
  fromParent: boolean;
}

/** Why a message was not listened to. */
type Ignored = 'foreign' | 'malformed' | 'version';

type Heard = { kind: 'command'; command: Command } | { kind: 'ignored'; why: Ignored };

/** The embed's end of the protocol: who is listened to, who is spoken to, and how often neither. */
export interface Port {
  hear: (message: Incoming) => Heard;
  /** Origin to address a message to; `null` while there is nobody to tell. Only heights are told to anybody. */
  audience: (message: EmbedEvent | Ack) => string | null;
  /** Origins that are told how to speak: who speaks already, or else whoever may. */
  invited: () => readonly string[];
  ignored: () => Readonly<Record<Ignored, number>>;
}

/**
 * `allowed` are the origins that may speak; with none given only the page around the frame may, whose origin is
 * `parent` where the browser tells it. An opaque origin is never allowed, as anybody can have one.
 */
export function openPort(allowed: readonly string[], parent: string | null): Port {
  const known = parent === 'null' ? null : parent;
  const may = new Set(allowed.length > 0 ? allowed : known === null ? [] : [known]);
  may.delete('null');
  const count: Record<Ignored, number> = { foreign: 0, malformed: 0, version: 0 };
  let listener = known !== null && may.has(known) ? known : null;
  const ignore = (why: Ignored): Heard => {
    count[why] += 1;
    return { kind: 'ignored', why };
  };
  return {
    hear: ({ data, origin, fromParent }) => {
      if (!fromParent || !may.has(origin)) return ignore('foreign');
      if (!isRecord(data) || typeof data['tuce'] !== 'number') return ignore('malformed');
      if (data['tuce'] !== PROTOCOL) return ignore('version');
      const read = v.safeParse(CommandSchema, data);
      if (!read.success) return ignore('malformed');
      listener = origin;
      return { kind: 'command', command: read.output };
    },
    audience: (message) => listener ?? ('event' in message && message.event === 'height' ? '*' : null),
    invited: () => (listener !== null ? [listener] : known === null ? [...may] : []),
    ignored: () => ({ ...count }),
  };
}

export function ackOf({ id }: Pick<Command, 'id'>, refusal: Refusal | null): Ack {
  return refusal === null
    ? { tuce: PROTOCOL, ack: id, ok: true }
    : { tuce: PROTOCOL, ack: id, ok: false, reason: refusal };
}

function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}
