import type { GazetteerFeature } from '../../../src/contract/features';
import type { PlacedPlan } from '../draft';
import type { Compared, PublishedRow, Row } from './compare';
import { STEP_M } from './measure';
import type { ReportFile } from './report-file';

/** At most this many features of a row are named. */
const NAMED = 8;

/** When and how a report was made. */
export interface Made {
  /** Day, `YYYY-MM-DD`. */
  on: string;
  command: string;
  /** Hash of the gazetteer that was measured. */
  gazetteer: string;
}

/** The report as Markdown. All distances are in metres. */
export function printReport(draft: PlacedPlan, file: ReportFile, compared: Compared, made: Made): string {
  const rows = compared.groups.flatMap((group) => group.rows);
  return [
    `# How far the drawn is from the known: ${draft.plan.shortTitle.en} (${draft.plan.shortTitle.zh})`,
    ...howToRead(made),
    ...summary(draft, rows),
    '## Distances',
    ...compared.groups.flatMap(({ title, note, rows: some }) => [
      `### ${title}`,
      ...(note ? [note] : []),
      comparisonTable(draft, some),
    ]),
    '## Published lengths and areas',
    'Drawn against published, in percent of the published figure. Several were used to draw the feature, so that they confirm no position; see the note of each feature.',
    publishedTable(draft, compared.published),
    '## References',
    referenceTable(draft, file, rows, compared.published),
    '## What could not be compared, and why',
    ...notCompared(draft, file, rows, compared.published),
  ].join('\n\n');
}

function howToRead({ on, command, gazetteer }: Made): string[] {
  return [
    `Made on ${on} with \`${command}\`, of the gazetteer with hash \`${gazetteer}\`. The references are not in the repository, because their licences do not let us pass them on; the command takes the folder that holds them.`,
    '## How to read it',
    [
      `- Every feature states \`accuracyM\`: the true position lies within this radius with 95 % confidence. Here each line and boundary is sampled about every ${STEP_M} m (points: the point itself), and the distance of every sample to the nearest edge of the reference is measured on the WGS-84 ellipsoid.`,
      '- **Verdict**: *holds* if at least 95 % of the samples lie within `accuracyM`; *too small* if fewer do; *padded* if they do, but 95 % of them lie within a quarter of a reference that the feature was not drawn after: only an independent source can show that a radius is wider than it needs to be.',
      '- **Own**: “yes” where the feature was drawn after this very reference. The distance then shows how far the drawing is generalised, not how right the reference is. Only “no” is an independent check.',
      '- **Sampled**: “drawn” measures from what is drawn to the reference; “reference” the other way round, where the reference covers only a part of the feature. The distance of one to the other does not show what the other has besides.',
      '- **Covered only in part**: the reference lacks pieces of the feature, so that far samples may be uncovered rather than wrong.',
      '- A reference has errors of its own, and they count here as if they were ours.',
    ].join('\n'),
  ];
}

function summary(draft: PlacedPlan, rows: readonly Row[]): string[] {
  const count = (verdict: Row['verdict']): number => rows.filter((row) => row.verdict === verdict).length;
  const drawn = draft.entries.filter(({ feature }) => draft.geometries.has(feature.id)).length;
  const compared = new Set(rows.flatMap((row) => row.ids)).size;
  const independent = new Set(rows.filter((row) => !row.own).flatMap((row) => row.ids)).size;
  const bad = rows.filter((row) => row.verdict === 'too small');
  const named = (some: readonly Row[]): string =>
    some
      .map((row) => `\`${row.what}\` against \`${row.reference}\` (${row.kind}, ${percent(row.within)} within)`)
      .join('; ') || 'none';
  return [
    '## In short',
    `${drawn} features are drawn; ${compared} of them are compared here, ${independent} with a reference that they were not drawn after. ` +
      `${rows.length} rows: ${count('holds')} hold, ${count('too small')} are too small, ${count('padded')} are padded.`,
    `- Too small against a reference that covers the feature: ${named(bad.filter((row) => !row.partial))}.\n` +
      `- Too small where the reference covers it only in part: ${named(bad.filter((row) => row.partial))}.`,
  ];
}

function comparisonTable(draft: PlacedPlan, rows: readonly Row[]): string {
  return table(
    [
      'feature',
      'reference',
      'own',
      'sampled',
      'n',
      'median m',
      'p95 m',
      'within',
      'accuracyM',
      'verdict',
      'reason, remarks',
    ],
    rows.map((row) => [
      nameOf(draft, row),
      `\`${row.reference}\``,
      row.own ? 'yes' : 'no',
      row.sample,
      String(row.samples),
      metres(row.medianM),
      metres(row.p95M),
      percent(row.within),
      row.accuracyM[0] === row.accuracyM[1] ? metres(row.accuracyM[0]) : row.accuracyM.map(metres).join('–'),
      row.verdict === 'too small' ? '**too small**' : row.verdict,
      remarks(draft, row),
    ]),
  );
}

function nameOf(draft: PlacedPlan, { what, ids }: Row): string {
  if (ids.length === 1) return `${zhName(draft, what)} \`${what}\``;
  return ids.length > NAMED ? `\`${what}\`` : ids.map((id) => zhName(draft, id)).join(', ');
}

function zhName({ entries }: PlacedPlan, id: string): string {
  return entries.find(({ feature }) => feature.id === id)?.feature.properties.name.zh ?? id;
}

function remarks(draft: PlacedPlan, row: Row): string {
  const points = row.ids.length > 1;
  const list = (names: readonly string[]): string =>
    names.slice(0, NAMED).join(', ') + (names.length > NAMED ? ` and ${names.length - NAMED} more` : '');
  return [
    row.note,
    row.verdict === 'padded' && !row.note && 'wider than this reference asks for',
    row.partial && 'covered only in part',
    points &&
      row.beyond.length > 0 &&
      `beyond: ${list(row.beyond.map(({ id, farthestM }) => `${zhName(draft, id)} ${metres(farthestM)} m`))}`,
    !points && row.beyond.length > 0 && `farthest ${metres(row.beyond[0]?.farthestM ?? 0)} m`,
    row.unmatched.length > 0 && `not in the reference: ${list(row.unmatched.map((id) => zhName(draft, id)))}`,
  ]
    .filter((remark) => typeof remark === 'string')
    .join('; ');
}

function publishedTable(draft: PlacedPlan, rows: readonly PublishedRow[]): string {
  return table(
    ['feature', 'drawn', 'published', 'difference', 'source', 'remarks'],
    rows.map(({ id, unit, drawn, published, from, note }) => {
      const difference = ((drawn - published) / published) * 100;
      return [
        `${zhName(draft, id)} \`${id}\``,
        `${figure(drawn)} ${unit}`,
        `${figure(published)} ${unit}`,
        `${difference < 0 ? '−' : '+'}${Math.abs(difference).toFixed(1)} %`,
        `\`${from}\``,
        note ?? '',
      ];
    }),
  );
}

function referenceTable(
  { sources }: PlacedPlan,
  { references }: ReportFile,
  rows: readonly Row[],
  published: readonly PublishedRow[],
): string {
  const others = new Map(Object.values(references).flatMap((one) => ('id' in one ? [[one.id, one] as const] : [])));
  const ids = new Set([...rows.map((row) => row.reference), ...published.map((row) => row.from)]);
  return table(
    ['id', 'title', 'publisher', 'licence'],
    [...ids].toSorted().map((id) => {
      const source = sources[id] ?? others.get(id);
      const url = sources[id]?.url;
      const title = source?.title ?? id;
      return [`\`${id}\``, url ? `[${title}](${url})` : title, source?.publisher ?? '', source?.licence ?? ''];
    }),
  );
}

function notCompared(
  draft: PlacedPlan,
  file: ReportFile,
  rows: readonly Row[],
  published: readonly PublishedRow[],
): string[] {
  const compared = new Set(rows.flatMap((row) => row.ids));
  const measured = new Set(published.map((row) => row.id));
  const why = new Map(file.notCompared.flatMap(({ features, why: reason }) => features.map((id) => [id, reason])));
  const byReason = new Map<string, string[]>();
  for (const { feature } of draft.entries) {
    if (!draft.geometries.has(feature.id) || compared.has(feature.id)) continue;
    const reason = why.get(feature.id) ?? usualReason(feature);
    const name = `${feature.properties.name.zh} \`${feature.id}\`${measured.has(feature.id) ? ' (size only)' : ''}`;
    byReason.set(reason, [...(byReason.get(reason) ?? []), name]);
  }
  const without = draft.entries.filter(({ feature }) => !draft.geometries.has(feature.id)).length;
  return [
    [...byReason].map(([reason, names]) => `- ${reason}: ${names.join(', ')}.`).join('\n'),
    `Another ${without} features have no position at all; the gazetteer says why for each.`,
  ];
}

function usualReason({ properties: { source, derive } }: GazetteerFeature): string {
  if (derive) return 'Computed from other features, which are compared themselves where a reference covers them';
  if (source.method === 'estimated') return 'Estimated, because no position was published; nothing to compare with';
  return 'No reference covers it';
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function metres(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}

function percent(share: number): string {
  return `${(Math.floor(share * 1000) / 10).toFixed(1)} %`;
}

function figure(value: number): string {
  const digits = value >= 1000 ? 0 : 5 - Math.ceil(Math.log10(value));
  return value.toLocaleString('en-US', { maximumFractionDigits: Math.min(digits, 3) });
}
