import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import {
  type Authored,
  type ChosenFile,
  drawnOf,
  exportFiles,
  lintOf,
  newPlace,
  openFiles,
  withFeature,
  withoutFeature,
} from './authored';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const FILES: ChosenFile[] = ['seeds/sample-plan', 'geo/sample-plan', 'geo/sample-plan/places'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => ({ name, bytes: readFileSync(join(ROOT, folder, name)) })),
);
function open(files = FILES): Authored {
  const opened = openFiles(files);
  if (!opened.ok) throw new Error(`${opened.fault.reason} ${opened.fault.file}`);
  return opened.authored;
}
const swapped = (name: string, text: string): ChosenFile[] =>
  FILES.map((file) => (file.name === name ? { name, bytes: Buffer.from(text) } : file));

describe('a plan in the author’s page', () => {
  it('is opened from its files, has nothing against it, and is drawn', () => {
    const authored = open();
    expect(lintOf(authored)).toEqual([]);
    const drawn = drawnOf(authored);
    expect(drawn.lines?.features.map(({ properties }) => properties.id)).toEqual(['bay-line']);
    expect(drawn.areas?.features).toHaveLength(4);
  });

  it('is exported as it was read where nothing was changed', () => {
    for (const { name, text } of exportFiles(open())) {
      const was: unknown = JSON.parse(FILES.find((file) => file.name === name)?.bytes.toString() ?? '');
      expect([name, JSON.parse(text)]).toEqual([name, was]);
    }
  });

  it('gets a place out of a phrase, which the rules then want located', () => {
    const authored = open();
    const place = newPlace(authored, '渔获拍卖', '2030-06-01');
    expect(place.properties).toMatchObject({ articles: [8], names: [{ text: '渔获拍卖' }] });
    const more = withFeature(authored, place);
    expect(lintOf(more).map(({ code, id }) => [code, id])).toEqual([['TC013', 'place-1']]);
    const at = { ...place, geometry: { type: 'Point' as const, coordinates: [-140.000_001_234, -30] } };
    expect(lintOf(withFeature(more, at)).map(({ code }) => code)).toEqual(['TC008']);
    const text = exportFiles(withFeature(more, at)).find(({ name }) => name === 'places.geojson')?.text ?? '';
    expect(text).toContain('"coordinates":[-140,-30]');
    expect(lintOf(withoutFeature(more, 'place-1'))).toEqual([]);
  });

  it('keeps a feature that it cannot read, says why, and hands it back', () => {
    const broken =
      '{"type":"FeatureCollection","features":[{"type":"Feature","id":"x","properties":{},"geometry":null}]}';
    const authored = open(swapped('ground.geojson', broken));
    expect(lintOf(authored).map(({ code, file }) => [code, file])).toContainEqual(['TC002', 'ground.geojson']);
    const [text] = exportFiles(authored).flatMap((file) => (file.name === 'ground.geojson' ? [file.text] : []));
    expect(JSON.parse(text ?? '')).toEqual(JSON.parse(broken));
  });

  it.each<[string, ChosenFile[], string, string]>([
    ['without plan.json', FILES.filter(({ name }) => name !== 'plan.json'), 'missing', 'plan.json'],
    ['without its document', FILES.filter(({ name }) => name !== 'document.txt'), 'missing', 'document.txt'],
    ['with broken JSON', swapped('layers.json', '{'), 'not-json', 'layers.json'],
    ['with a field amiss', swapped('sources.json', '{"a":1}'), 'schema', 'sources.json'],
  ])('is not opened %s, and the file is named', (_, files, reason, file) => {
    expect(openFiles(files)).toMatchObject({ ok: false, fault: { reason, file } });
  });
});
