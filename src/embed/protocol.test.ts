import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { fuzzRuns } from '../../tests/fuzz-runs';
import { PROTOCOL } from '../contract/embed-message';
import { ackOf, openPort } from './protocol';

const HOST = 'https://news.example';
const command = { tuce: PROTOCOL, id: '1', command: 'goTo', target: { place: 'town-a' } };
const said = (data: unknown, origin = HOST, fromParent = true) => ({ data, origin, fromParent });
const HEIGHT = { tuce: PROTOCOL, event: 'height', height: 400, least: 300 } as const;
const SELECT = { tuce: PROTOCOL, event: 'select', place: 'town-a' } as const;

describe('the protocol of embeds', () => {
  it('takes commands of the page around the frame', () => {
    expect(openPort([], HOST).hear(said(command))).toEqual({ kind: 'command', command });
    expect(openPort([HOST], null).hear(said(command))).toEqual({ kind: 'command', command });
  });

  it('ignores and counts who may not speak', () => {
    const port = openPort([HOST], HOST);
    for (const message of [said(command, 'https://evil.example'), said(command, 'null'), said(command, HOST, false)])
      expect(port.hear(message)).toEqual({ kind: 'ignored', why: 'foreign' });
    expect(port.ignored()).toEqual({ foreign: 3, malformed: 0, version: 0 });
  });

  it('lets a list of origins overrule the page around', () => {
    expect(openPort(['https://other.example'], HOST).hear(said(command)).kind).toBe('ignored');
  });

  it('trusts no opaque origin, whoever names it', () => {
    for (const port of [openPort(['null'], 'null'), openPort([], 'null'), openPort([], null)])
      expect(port.hear(said(command, 'null')).kind).toBe('ignored');
  });

  it('ignores and counts what it does not understand', () => {
    const port = openPort([], HOST);
    const bad = [
      null,
      1,
      'goTo',
      [],
      {},
      { ...command, id: '' },
      { ...command, more: 1 },
      { ...command, command: 'eval' },
    ];
    for (const data of bad) expect(port.hear(said(data)).kind).toBe('ignored');
    expect(port.hear(said({ ...command, tuce: 2 }))).toEqual({ kind: 'ignored', why: 'version' });
    expect(port.hear(said({ ...command, target: { place: '../x' } })).kind).toBe('ignored');
    expect(port.hear(said({ ...command, target: { camera: [102, 25, NaN] } })).kind).toBe('ignored');
    expect(port.ignored()).toEqual({ foreign: 0, malformed: bad.length + 2, version: 1 });
  });

  it('says heights to anybody, and all else to who may speak only', () => {
    const port = openPort([HOST], null);
    expect([port.audience(HEIGHT), port.audience(SELECT), port.audience(ackOf(command, null))]).toEqual([
      '*',
      null,
      null,
    ]);
    port.hear(said(command, 'https://evil.example'));
    expect(port.audience(SELECT)).toBeNull();
    port.hear(said(command));
    expect([port.audience(HEIGHT), port.audience(SELECT)]).toEqual([HOST, HOST]);
    expect(openPort([], HOST).audience(SELECT)).toBe(HOST);
    expect(openPort(['https://other.example'], HOST).audience(SELECT)).toBeNull();
  });

  it('invites who speaks, or all who may while nobody is known, and never everybody', () => {
    expect(openPort([], HOST).invited()).toEqual([HOST]);
    expect(openPort([], null).invited()).toEqual([]);
    expect(openPort([], 'null').invited()).toEqual([]);
    expect(openPort([HOST, 'https://b.example'], null).invited()).toEqual([HOST, 'https://b.example']);
    expect(openPort([HOST, 'https://b.example'], HOST).invited()).toEqual([HOST]);
    expect(openPort(['https://b.example'], HOST).invited()).toEqual([]);
    expect(openPort(['null'], 'null').invited()).toEqual([]);
  });

  it('answers a command by its id', () => {
    expect(ackOf(command, null)).toEqual({ tuce: PROTOCOL, ack: '1', ok: true });
    expect(ackOf(command, 'unknown-place')).toEqual({ tuce: PROTOCOL, ack: '1', ok: false, reason: 'unknown-place' });
  });

  it('survives whatever is sent, counts it, and never speaks to a stranger', () => {
    const origin = fc.oneof(fc.constantFrom(HOST, 'null', '', '*', 'https://evil.example'), fc.string());
    const near = fc.record(
      {
        tuce: fc.oneof(fc.constant(PROTOCOL), fc.anything()),
        id: fc.oneof(fc.string(), fc.anything()),
        command: fc.oneof(fc.constantFrom('goTo', 'setLayers', 'highlight', 'setTheme', 'progress'), fc.anything()),
        target: fc.anything(),
        places: fc.array(fc.string()),
        hidden: fc.anything(),
      },
      { requiredKeys: [] },
    );
    const message = fc.record({ data: fc.oneof(near, fc.anything()), origin, fromParent: fc.boolean() });
    fc.assert(
      fc.property(fc.array(message, { maxLength: 12 }), (messages) => {
        const port = openPort([], HOST);
        const heard = messages.map((one) => port.hear(one));
        const { foreign, malformed, version } = port.ignored();
        expect(foreign + malformed + version).toBe(heard.filter(({ kind }) => kind === 'ignored').length);
        heard.forEach(({ kind }, index) => {
          if (messages[index]?.origin !== HOST || !messages[index]?.fromParent) expect(kind).toBe('ignored');
        });
        expect(port.audience(SELECT)).toBe(HOST);
      }),
      { numRuns: fuzzRuns(5000) },
    );
  }, 120_000);
});
