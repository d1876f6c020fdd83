import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';

import type { Bbox } from '../../src/contract/place';
import type { SiteRequest } from '../../src/extract/extract';
import type { Imported, InputFile } from '../../src/importers/imported';
import { siteId, sitesOf } from '../../src/importers/imported-sites';
import { readFiles } from '../../src/importers/read-files';

/** A file or record that gives no site, and why. */
export interface Refusal {
  id: string;
  reason: string;
}
interface ReadSites {
  sites: SiteRequest[];
  rejected: Refusal[];
  warnings: string[];
}

/** Files that belong to a shapefile; who names one of it means all. */
const COMPANIONS = ['.dbf', '.prj', '.cpg'];

/**
 * Reads sites from files of any format that the importers know. A system and an order of axes may be given for files
 * that do not name their own.
 */
export async function readSites(
  paths: readonly string[],
  coverage: Bbox,
  chosen: { system: string; yFirst: boolean } | null,
): Promise<ReadSites> {
  const read: ReadSites = { sites: [], rejected: [], warnings: [] };
  const files: InputFile[] = [];
  for (const path of paths) {
    const bytes = await readFile(path).catch((error: unknown) => String(error));
    if (typeof bytes === 'string') read.rejected.push({ id: path, reason: bytes });
    else files.push({ name: basename(path), bytes }, ...(await companionsOf(path, paths)));
  }
  const imported = await readFiles(files, {
    coverage,
    ...(chosen && { chosen: Object.fromEntries(files.map(({ name }) => [name, chosen])) }),
  });
  imported.forEach((one) => add(one, read));
  return read;
}

async function companionsOf(path: string, named: readonly string[]): Promise<InputFile[]> {
  if (extname(path).toLowerCase() !== '.shp') return [];
  const found: InputFile[] = [];
  for (const extension of COMPANIONS) {
    for (const beside of [extension, extension.toUpperCase()].map((end) => path.slice(0, -4) + end)) {
      if (named.includes(beside)) break;
      const bytes = await readFile(beside).catch(() => null);
      if (!bytes) continue;
      found.push({ name: basename(beside), bytes });
      break;
    }
  }
  return found;
}

function add(imported: Imported, into: ReadSites): void {
  const { file, rejected } = imported;
  into.rejected.push(...rejected.map(({ record, reason }) => ({ id: siteId(file, record.number), reason })));
  if (!imported.ok) {
    const offers = imported.offers.map(({ system, yFirst }) => `--crs ${system}${yFirst ? ' --y-first' : ''}`);
    const reason = [imported.reason, imported.detail, offers.length > 0 ? `try ${offers.join(' or ')}` : ''];
    into.rejected.push({ id: file, reason: reason.filter((part) => part !== '').join(': ') });
    return;
  }
  for (const { code, record, detail } of imported.warnings) {
    into.warnings.push([record ? siteId(file, record.number) : file, code, detail].filter(Boolean).join(': '));
  }
  into.sites.push(...sitesOf(imported));
}
