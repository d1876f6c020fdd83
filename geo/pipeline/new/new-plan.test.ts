import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { PlanSchema } from '../../../src/contract/plan';
import * as v from 'valibot';
import { checkPlan } from '../../../src/lint/rules';
import { preparePlan } from '../plan-pipeline';
import { makePlan, NewPlanError } from './new-plan';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tuce-new-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const TEXT = `甲城关于东湖的意见
（2030年1月2日）
一、任务
（一）东湖片区。改造东湖片区和甲路。
（二）乙河。治理乙河。
甲城人民政府
2030年1月3日
`;
function file(name: string, content: string | Buffer = TEXT): string {
  const path = join(root, name);
  writeFileSync(path, content);
  return path;
}
const inside = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).toSorted();
const untouched = (): string[] => readdirSync(root).flatMap((one) => (/^(?:seeds|geo)$/u.test(one) ? inside(one) : []));

describe('a new plan', () => {
  it('is a document, a plan.json, tables, themes, a tree and a worksheet', async () => {
    const { document } = await makePlan(root, 'lake-2030', file('a.txt'));
    expect(document.problems).toEqual([]);
    expect(inside('seeds/lake-2030')).toEqual([
      'commitments.csv',
      'document.txt',
      'glossary.csv',
      'plan.json',
      'progress.csv',
    ]);
    expect(inside('geo/lake-2030')).toEqual([
      'layers.json',
      'places',
      'places/places.geojson',
      'sources.json',
      'tree.txt',
      'worksheet.csv',
    ]);
    expect(readFileSync(join(root, 'seeds/lake-2030/document.txt'), 'utf8')).toBe(TEXT);
    const plan = v.parse(PlanSchema, JSON.parse(readFileSync(join(root, 'seeds/lake-2030/plan.json'), 'utf8')));
    expect(plan).toMatchObject({
      title: { zh: '甲城关于东湖的意见' },
      issuers: [{ zh: '甲城人民政府' }],
      adopted: '2030-01-02',
      published: '2030-01-03',
    });
    expect(readFileSync(join(root, 'geo/lake-2030/worksheet.csv'), 'utf8')).toContain('东湖片区,area,2,1,p1.a1,');
    expect(readFileSync(join(root, 'geo/lake-2030/tree.txt'), 'utf8')).toContain('p1.a2  article （二）  （二）乙河。');
  });

  it('has its title and issuer from under the masthead, and what a notice passes on for a short title', async () => {
    const notice = join(import.meta.dirname, '../../../tests/golden/parse/county-notice/input.txt');
    const { candidates } = await makePlan(root, 'notice', notice);
    const plan = v.parse(PlanSchema, JSON.parse(readFileSync(join(root, 'seeds/notice/plan.json'), 'utf8')));
    expect(plan).toMatchObject({
      title: { zh: '清溪县人民政府办公室关于印发《清溪县城市更新与水环境治理实施办法》的通知' },
      shortTitle: { zh: '清溪县城市更新与水环境治理实施办法' },
      issuers: [{ zh: '清溪县人民政府办公室' }],
      published: '2022-06-08',
    });
    const names = candidates.map(({ text }) => text);
    expect(names).toEqual(expect.arrayContaining(['老城片区', '火车站片区', '站前路', '站前广场', '建设路', '文庙巷']));
    expect(names.filter((text) => /办法|完成|城乡|^老城$/u.test(text))).toEqual([]);
  });

  it('is told by the linter what it still lacks', async () => {
    await makePlan(root, 'lake-2030', file('a.txt'));
    const problems = checkPlan(await preparePlan(root, 'lake-2030'));
    expect(problems.map(({ code, id }) => `${code} ${id}`)).toEqual([
      'TC017 coverage',
      ...[
        'title.en',
        'shortTitle.en',
        'issuers.0.en',
        'publisher.zh',
        'publisher.en',
        'coverage',
        'rights.zh',
        'rights.en',
        'frame',
      ].map((id) => `TC028 ${id}`),
      'TC029 东湖片区',
    ]);
  });

  it('knows the places of the plans that are here, wherever they lie', async () => {
    await makePlan(root, 'first', file('a.txt'));
    const feature = {
      type: 'Feature',
      id: 'east-lake',
      properties: {
        role: 'place',
        name: { zh: '东湖片区', en: 'East Lake' },
        idealisation: 'exact',
        accuracyM: 1,
        source: { method: 'digitised', from: ['x'], on: '2026-01-01' },
      },
      geometry: { type: 'Point', coordinates: [-70, -80] },
    };
    const places = JSON.stringify({ type: 'FeatureCollection', features: [feature] });
    writeFileSync(join(root, 'geo/first/places/places.geojson'), places);
    const { candidates } = await makePlan(root, 'second', file('a.txt'));
    expect(candidates[0]).toMatchObject({
      text: '东湖片区',
      known: [{ plan: 'first', place: 'east-lake', located: true }],
    });
  });

  it.each(['../x', 'a/b', '', 'Upper', 'a--b', '.', 'a\\b', 'x'.repeat(61)])('is not called “%s”', async (id) => {
    await expect(makePlan(root, id, file('a.txt'))).rejects.toThrow(NewPlanError);
    expect(untouched()).toEqual([]);
  });

  it.each<[string, string, string | Buffer]>([
    ['a PDF', 'a.txt', '%PDF-1.7 …'],
    ['an old Word document', 'a.docx', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['a broken archive', 'a.docx', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(50)])],
    ['a file of nothing', 'a.txt', ''],
    ['a page without text', 'a.html', '<html><body><script>1</script></body></html>'],
    ['bytes that are no text', 'a.txt', Buffer.from([0, 1, 2, 3, 0, 0])],
    ['another kind of file', 'a.exe', TEXT],
    ['markup that is nested too deep', 'a.html', `${'<div>'.repeat(60_000)}甲`],
  ])('is not made of %s, and nothing is left behind', async (_, name, content) => {
    await expect(makePlan(root, 'x', file(name, content))).rejects.toThrow(NewPlanError);
    expect(untouched()).toEqual([]);
  });

  it('does not overwrite one, nor half of one', async () => {
    mkdirSync(join(root, 'geo/taken'), { recursive: true });
    await expect(makePlan(root, 'taken', file('a.txt'))).rejects.toThrow(/already there/u);
    expect(untouched()).toEqual(['taken']);
    await expect(makePlan(root, 'x', join(root, 'none.txt'))).rejects.toThrow(/no file/u);
  });

  it('reads two megabytes', { timeout: 30_000 }, async () => {
    const long = `甲城意见\n一、任务\n（一）道路。${'改造东湖片区，修建甲路。'.repeat(60_000)}\n`;
    const { document } = await makePlan(root, 'long', file('a.txt', long));
    expect(document.divisions.length).toBe(60_003);
  });
});
