import type { Extract, Range, SiteKind, SiteRelation } from '../../contract/extract';
import type { ExtractResult, SiteRequest } from '../../extract/extract';
import type { PlanData } from '../../extract/plan-asker';
import type { SiteFault } from '../../spatial/site';
import type { ImportedFile, ImportFailure, ImportOptions, InputFile } from '../../importers/imported';

/** What the page asks of the worker. */
export type Question =
  /** Once, before all others. */
  | { kind: 'plan'; data: PlanData; dataSha256: string }
  | { kind: 'check'; job: number; files: readonly InputFile[]; options: ImportOptions; created: string }
  | { kind: 'extract'; job: number; site: SiteRequest; created: string };

/** What the worker tells the page. */
export type Reply =
  | { kind: 'read'; job: number; reports: readonly FileReport[]; total: number }
  | { kind: 'rows'; job: number; rows: readonly SiteRow[] }
  /** With the whole answer where there is but one site, since that is shown at once. */
  | { kind: 'done'; job: number; only: ExtractResult | null }
  | { kind: 'extract'; job: number; result: ExtractResult }
  /** A mistake of ours; `message` is for the log and for who reports it. */
  | { kind: 'broken'; job: number; message: string };

/** What became of a file, without its features. */
export type FileReport = Omit<ImportedFile, 'features'> | ImportFailure;

/** A site with what a table says of its extract; the whole of it is made again when the row is opened. */
export interface SiteRow {
  site: SiteRequest;
  answer: RowAnswer | { fault: SiteFault };
}
export interface RowAnswer {
  kind: SiteKind;
  areaM2: number | null;
  lengthM: number | null;
  coverage: Extract['coverage'];
  concerned: readonly RowHit[];
  tooClose: readonly RowHit[];
  notConcerned: number;
  /** Themes for which the plan does not say. */
  silent: readonly string[];
  warnings: number;
}
export interface RowHit {
  placeId: string;
  theme: string;
  relation: SiteRelation;
  percent: Range | null;
}
