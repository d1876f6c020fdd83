import { useQueryClient } from '@tanstack/react-query';
import { memo, useMemo, useState } from 'react';

import { manifestQuery } from '../../data/queries';
import { areaText, lengthText } from '../../text/amounts';
import { Button } from '../shared/button';
import { type Desk, useDesk } from '../shared/desk';
import type { RowHit, SiteRow } from './check-messages';
import styles from './check.module.css';
import { download, FORMATS, written } from './downloads';

/** Rows that are put into the page at a time. */
const PAGE = 300;
const COLUMNS = ['name', 'size', 'concerned', 'tooClose', 'silent'] as const;
type Column = (typeof COLUMNS)[number];

interface TableRow {
  source: number;
  row: SiteRow;
}

interface Props {
  rows: readonly TableRow[];
  running: boolean;
  onOpen: (source: number, row: SiteRow) => void;
}

/** Every site that was answered, one a line; a line opens its answer. */
export function SiteTable({ rows, running, onOpen }: Props): React.JSX.Element {
  const desk = useDesk();
  const { t, themes, say, plan } = desk;
  const client = useQueryClient();
  const [sort, setSort] = useState<{ by: Column; down: boolean } | null>(null);
  const [words, setWords] = useState('');
  const [theme, setTheme] = useState('');
  const [pages, setPages] = useState(1);
  const found = useMemo(() => filtered(rows, words, theme, desk), [rows, words, theme, desk]);
  const sorted = useMemo(() => (sort ? inOrder(found, sort.by, sort.down) : found), [found, sort]);
  const shown = sorted.slice(0, pages * PAGE);
  return (
    <section className={styles['tableBox']} aria-label={t.check.table.caption}>
      <div className={styles['row']}>
        <label className={styles['field']}>
          {t.check.table.filter}
          <input type="search" value={words} onChange={({ currentTarget }) => setWords(currentTarget.value)} />
        </label>
        <label className={styles['field']}>
          {t.check.table.theme}
          <select value={theme} onChange={({ currentTarget }) => setTheme(currentTarget.value)}>
            <option value="">{t.check.table.allThemes}</option>
            {[...themes.values()].map((one) => (
              <option key={one.id} value={one.id}>
                {say(one.name)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <output className={styles['small']}>{t.check.table.shown(shown.length, rows.length)}</output>
      {/* The rows scroll under their head, by their buttons from the keyboard too. */}
      <div className={styles['tableScroll']}>
        <table>
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th
                  key={column}
                  scope="col"
                  aria-sort={sort?.by === column ? (sort.down ? 'descending' : 'ascending') : 'none'}
                >
                  <Button
                    look="bare"
                    onClick={() => setSort({ by: column, down: sort?.by === column ? !sort.down : column !== 'name' })}
                  >
                    {t.check.table[column]}
                  </Button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ source, row }) => (
              <tr key={`${source} ${row.site.id}`}>
                <th scope="row">
                  <Button look="text" onClick={() => onOpen(source, row)}>
                    {row.site.name ?? row.site.id}
                  </Button>
                </th>
                <Cells row={row} desk={desk} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown.length < sorted.length && <Button onClick={() => setPages(pages + 1)}>{t.check.table.next}</Button>}
      <div className={styles['row']}>
        <span className={styles['small']}>{t.check.exportAll}</span>
        {FORMATS.map((format) => (
          <Button key={format} look="quiet" disabled={running} onClick={() => void save(format)}>
            {t.check.formats[format]}
          </Button>
        ))}
      </div>
    </section>
  );

  async function save(format: (typeof FORMATS)[number]): Promise<void> {
    const manifest = await client.fetchQuery(manifestQuery(plan.id));
    const text = await written(
      format,
      sorted.map(({ row }) => row),
      desk,
      manifest?.sha256 ?? '',
    );
    download(`tuce-${plan.id}.${format}`, text);
  }
}

/** While answers come in, the rows that are there stay as they are. */
const Cells = memo(function Cells({ row: { answer }, desk }: { row: SiteRow; desk: Desk }): React.JSX.Element {
  const { t, lang, places } = desk;
  if ('fault' in answer) return <td colSpan={4}>{t.check.table.fault(t.extract.fault[answer.fault])}</td>;
  const size =
    answer.areaM2 !== null
      ? areaText(answer.areaM2, t, lang)
      : answer.lengthM !== null
        ? lengthText(answer.lengthM, t, lang)
        : t.extract.subject[answer.kind];
  const names = (hits: readonly RowHit[]): string =>
    hits.map(({ placeId }) => places.get(placeId)?.name[lang] ?? placeId).join(t.listComma);
  return (
    <>
      <td>
        {size}
        {answer.warnings > 0 && <span className={styles['warned']}> {t.check.table.warned}</span>}
      </td>
      <td>{answer.coverage === 'outside' ? t.extract.coverage.outside : names(answer.concerned)}</td>
      <td>{names(answer.tooClose)}</td>
      <td>{t.check.table.themes(answer.silent.length)}</td>
    </>
  );
});

function filtered(rows: readonly TableRow[], words: string, theme: string, desk: Desk): readonly TableRow[] {
  const wanted = words.trim().toLowerCase();
  if (wanted === '' && theme === '') return rows;
  return rows.filter(({ row: { site, answer } }) => {
    const hits = 'fault' in answer ? [] : answer.concerned;
    if (theme !== '' && hits.every((hit) => hit.theme !== theme)) return false;
    const names = hits.map(({ placeId }) => desk.places.get(placeId)?.name[desk.lang] ?? '');
    return [site.id, site.name ?? '', ...names].some((text) => text.toLowerCase().includes(wanted));
  });
}

function inOrder(rows: readonly TableRow[], by: Column, down: boolean): TableRow[] {
  const collator = new Intl.Collator('zh-CN', { numeric: true });
  const figure = ({ row: { answer } }: TableRow): number => {
    if ('fault' in answer) return -1;
    if (by === 'size') return answer.areaM2 ?? answer.lengthM ?? 0;
    return by === 'silent' ? answer.silent.length : answer[by === 'tooClose' ? 'tooClose' : 'concerned'].length;
  };
  const name = ({ row: { site } }: TableRow): string => site.name ?? site.id;
  const sign = down ? -1 : 1;
  if (by === 'name') return rows.toSorted((a, b) => sign * collator.compare(name(a), name(b)));
  return rows.toSorted((a, b) => sign * (figure(a) - figure(b)));
}
