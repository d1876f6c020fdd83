import type { Extract, SiteHit } from '../../contract/extract';
import { extractOf, type ExtractResult, type SiteRequest } from '../../extract/extract';
import { type PlanAsker, planAsker } from '../../extract/plan-asker';
import { sitesOf } from '../../importers/imported-sites';
import type { Imported } from '../../importers/imported';
import { readFiles } from '../../importers/read-files';
import type { FileReport, Question, Reply, RowAnswer, RowHit, SiteRow } from './check-messages';

/** Milliseconds of work between two words to the page. */
const BATCH_MS = 80;

/** Answers questions with a plan in hand; it runs in the worker, and in tests without one. */
export function checkEngine(reply: (message: Reply) => void): (question: Question) => Promise<void> {
  let asker: PlanAsker | null = null;
  let dataSha256 = '';
  return async (question) => {
    if (question.kind === 'plan') {
      asker = planAsker(question.data);
      ({ dataSha256 } = question);
      return;
    }
    const { job, created } = question;
    try {
      if (!asker) throw new Error('a question before the plan');
      const stamp = { created, dataSha256 };
      if (question.kind === 'extract') {
        reply({ kind: 'extract', job, result: extractOf(asker, question.site, stamp) });
        return;
      }
      const imported = await readFiles(question.files, question.options);
      const sites = imported.flatMap((one) => (one.ok ? sitesOf(one) : []));
      reply({ kind: 'read', job, reports: imported.map(reportOf), total: sites.length });
      const last = await answerAll(asker, sites, stamp, (rows) => reply({ kind: 'rows', job, rows }));
      reply({ kind: 'done', job, only: sites.length === 1 ? last : null });
    } catch (error) {
      reply({ kind: 'broken', job, message: String(error) });
    }
  };
}

/** Tells the answers as they come and returns the last of them, whole. */
async function answerAll(
  asker: PlanAsker,
  sites: readonly SiteRequest[],
  stamp: { created: string; dataSha256: string },
  tell: (rows: readonly SiteRow[]) => void,
): Promise<ExtractResult | null> {
  let last: ExtractResult | null = null;
  let rows: SiteRow[] = [];
  let since = performance.now();
  for (const site of sites) {
    const result = extractOf(asker, site, stamp);
    last = result;
    rows.push({ site, answer: result.ok ? rowOf(result.extract) : { fault: result.reason } });
    if (performance.now() - since < BATCH_MS) continue;
    tell(rows);
    rows = [];
    // Lets a question about one site in between.
    await new Promise((resolve) => setTimeout(resolve));
    since = performance.now();
  }
  if (rows.length > 0) tell(rows);
  return last;
}

function reportOf(imported: Imported): FileReport {
  if (!imported.ok) return imported;
  const { features: _, ...report } = imported;
  return report;
}

/** What the table says of an extract. */
function rowOf(extract: Extract): RowAnswer {
  const hit = ({ placeId, theme, relation, percent }: SiteHit): RowHit => ({ placeId, theme, relation, percent });
  return {
    kind: extract.subject.kind,
    areaM2: extract.subject.areaM2,
    lengthM: extract.subject.lengthM,
    coverage: extract.coverage,
    concerned: extract.concerned.map(hit),
    tooClose: extract.tooCloseToCall.map(hit),
    notConcerned: extract.notConcerned.length,
    silent: [...new Set(extract.planDoesNotSay.map(({ theme }) => theme))],
    warnings: extract.warnings.length,
  };
}
