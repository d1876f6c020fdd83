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
async function open(files = FILES): Promise<Authored> {
  const opened = await openFiles(files);
  if (!opened.ok) throw new Error(`${opened.fault.reason} ${opened.fault.file}`);
  return opened.authored;
}
const swapped = (name: string, text: string): ChosenFile[] =>
  FILES.map((file) => (file.name === name ? { name, bytes: Buffer.from(text) } : file));

describe('a plan in the author’s page', () => {
  it('is opened from its files, has nothing against it, and is drawn', async () => {
    const authored = await open();
    expect(lintOf(authored)).toEqual([]);
    const drawn = drawnOf(authored);
    expect(drawn.lines?.features.map(({ properties }) => properties.id)).toEqual(['bay-line']);
    // Two areas, the lake, the reserve, and all of the plan, which is made of the two areas.
    expect(drawn.areas?.features).toHaveLength(5);
  });

  it('is exported as it was read where nothing was changed', async () => {
    for (const { name, text } of exportFiles(await open())) {
      const was: unknown = JSON.parse(FILES.find((file) => file.name === name)?.bytes.toString() ?? '');
      expect([name, JSON.parse(text)]).toEqual([name, was]);
    }
  });

  it('gets a place out of a phrase, which the rules then want located', async () => {
    const authored = await open();
    const place = newPlace(authored, '渔获拍卖', '2030-06-01');
    expect(place.properties).toMatchObject({ articles: [8], names: [{ text: '渔获拍卖' }] });
    const more = withFeature(authored, place);
    // Its name in English is still the Chinese one, which the translation does not use.
    expect(lintOf(more).map(({ code, id }) => [code, id])).toEqual([
      ['TC013', 'place-1'],
      ['TC026', 'p3.a8.s1'],
    ]);
    const at = { ...place, geometry: { type: 'Point' as const, coordinates: [-140.000_001_234, -30] } };
    expect(lintOf(withFeature(more, at)).map(({ code }) => code)).toEqual(['TC008', 'TC026']);
    const text = exportFiles(withFeature(more, at)).find(({ name }) => name === 'places.geojson')?.text ?? '';
    expect(text).toContain('"coordinates":[-140,-30]');
    expect(lintOf(withoutFeature(more, 'place-1'))).toEqual([]);
  });

  it('is held to the rules of geometry, of the document and of the tables, as on the command line', async () => {
    const authored = await open();
    const old = authored.entries.find(({ feature }) => feature.id === 'old-port')?.feature;
    const ring = [
      [-140.03, -30.02],
      [-139.99, -30.02],
      [-139.99, -29.98],
      [-140.03, -29.98],
      [-140.03, -30.02],
    ];
    if (!old) throw new Error('the sample plan has no old port');
    const wide = withFeature(authored, { ...old, geometry: { type: 'Polygon', coordinates: [ring] } });
    expect(lintOf(wide).map(({ code, id }) => [code, id])).toEqual([['TC011', 'old-port']]);
    const crossed = [ring.toSpliced(1, 2, ...ring.slice(1, 3).toReversed())];
    const found = lintOf(withFeature(authored, { ...old, geometry: { type: 'Polygon', coordinates: crossed } }));
    expect(found.map(({ code, id }) => [code, id])).toContainEqual(['TC009', 'old-port']);
    const other = await open(swapped('document.txt', '甲镇规划\n第一条　镜湖。'));
    expect(lintOf(other).map(({ code }) => code)).toEqual(expect.arrayContaining(['TC014', 'TC020', 'TC024']));
    const words = await open(
      swapped('progress.csv', 'commitment,place,as_of,statement_zh,statement_en,publisher,url\ns6-01,,,甲。,A.,,'),
    );
    expect(lintOf(words).map(({ code, file }) => [code, file])).toContainEqual(['TC023', 'progress.csv']);
  });

  it('leaves a place that is another plan’s to that plan', async () => {
    const authored = await open();
    const lake = authored.entries.find(({ feature }) => feature.id === 'mirror-lake')?.feature;
    if (!lake) throw new Error('the sample plan has no lake');
    const lent = { ...lake, geometry: null, properties: { ...lake.properties, sameAs: 'other/lake' } };
    expect(lintOf(withFeature(authored, lent))).toEqual([]);
  });

  it('keeps a feature that it cannot read, says why, and hands it back', async () => {
    const broken =
      '{"type":"FeatureCollection","features":[{"type":"Feature","id":"x","properties":{},"geometry":null}]}';
    const authored = await open(swapped('ground.geojson', broken));
    expect(lintOf(authored).map(({ code, file }) => [code, file])).toContainEqual(['TC002', 'ground.geojson']);
    const [text] = exportFiles(authored).flatMap((file) => (file.name === 'ground.geojson' ? [file.text] : []));
    expect(JSON.parse(text ?? '')).toEqual(JSON.parse(broken));
  });

  it('is read from a Word document as from any other', async () => {
    const bytes = readFileSync(join(ROOT, 'tests/golden/parse/word-document/input.docx'));
    const plan: unknown = JSON.parse(FILES.find(({ name }) => name === 'plan.json')?.bytes.toString() ?? '');
    const word = { ...Object(plan), document: 'a.docx' };
    const { document } = await open([...swapped('plan.json', JSON.stringify(word)), { name: 'a.docx', bytes }]);
    expect(document.divisions.filter(({ kind }) => kind === 'article').length).toBeGreaterThan(1);
  });

  it.each<[string, ChosenFile[], string, string]>([
    ['without plan.json', FILES.filter(({ name }) => name !== 'plan.json'), 'missing', 'plan.json'],
    ['without its document', FILES.filter(({ name }) => name !== 'document.txt'), 'missing', 'document.txt'],
    ['with broken JSON', swapped('layers.json', '{'), 'not-json', 'layers.json'],
    ['with a field amiss', swapped('sources.json', '{"a":1}'), 'schema', 'sources.json'],
    ['with a PDF for a document', swapped('document.txt', '%PDF-1.7'), 'pdf', 'document.txt'],
    ['with a broken Word document', swapped('document.txt', 'PK\u0003\u0004'), 'broken-word', 'document.txt'],
  ])('is not opened %s, and the file is named', async (_, files, reason, file) => {
    expect(await openFiles(files)).toMatchObject({ ok: false, fault: { reason, file } });
  });
});
