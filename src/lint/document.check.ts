import { isDoubt } from '../policy/parse/parse-problem';
import { leftToWrite } from './to-write';
import type { Check, Finding, LintDraft } from './check';

export const documentChanged: Check = {
  code: 'TC014',
  severity: 'error',
  rule: 'the document is the one whose hash plan.json states',
  run: ({ plan, planFile, sourceSha256 }) =>
    plan.sha256 === sourceSha256
      ? []
      : [
          {
            file: planFile,
            id: 'sha256',
            message: `the document hashes to ${sourceSha256}`,
            fix: 'restore the document; if it really is another edition, state the new hash',
          },
        ],
};

export const documentProblem: Check = {
  code: 'TC015',
  severity: 'error',
  rule: 'the parser could read every line of the document',
  run: (draft) =>
    parseFindings(
      draft,
      false,
      'look at the paragraph; if the document itself is at fault, say so in `irregularities` of plan.json',
    ),
};

export const documentDoubt: Check = {
  code: 'TC027',
  severity: 'warning',
  rule: 'nothing of the document had to be guessed',
  run: (draft) =>
    parseFindings(draft, true, 'compare the paragraph with the document; then say so in `irregularities` of plan.json'),
};

/** What the parser says of the document, but what its editors have looked at. */
function parseFindings({ plan, document, documentFile }: LintDraft, doubts: boolean, fix: string): Finding[] {
  const seen = new Set((plan.irregularities ?? []).map(({ paragraph, reason }) => `${paragraph} ${reason}`));
  return document.problems
    .filter((problem) => isDoubt(problem) === doubts && !seen.has(`${problem.line} ${problem.reason}`))
    .map(({ line, reason, text }) => ({
      file: documentFile,
      id: `paragraph ${line}`,
      message: `${reason}: ${text}`,
      fix,
    }));
}

export const planUnwritten: Check = {
  code: 'TC028',
  severity: 'error',
  rule: 'nothing in plan.json is still to be written',
  run: ({ plan, planFile }) =>
    leftToWrite(plan).map((id) => ({ file: planFile, id, message: 'is still to be written', fix: 'write it' })),
};

export const candidateUndecided: Check = {
  code: 'TC029',
  severity: 'warning',
  rule: 'every candidate of the worksheet is a place by now, or has a decision',
  run: ({ plan, undecided, entries }) => {
    const named = new Set(entries.flatMap(({ feature: { properties: p } }) => (p.names ?? []).map(({ text }) => text)));
    const open = undecided.filter((words) => !named.has(words));
    const [first = ''] = open;
    return open.length === 0
      ? []
      : [
          {
            file: `geo/${plan.id}/worksheet.csv`,
            id: first,
            message: `${open.length} candidates are neither places nor decided about`,
            fix: 'make each a place, or write into `decision` why it is none',
          },
        ];
  },
};

export const coverageUnknown: Check = {
  code: 'TC017',
  severity: 'error',
  rule: 'the coverage that plan.json names is a drawn place',
  run: ({ plan, planFile, geometries, elsewhere }) =>
    geometries.has(plan.coverage) || elsewhere.has(plan.coverage)
      ? []
      : [{ file: planFile, id: 'coverage', message: `${plan.coverage} has no geometry`, fix: 'name a drawn place' }],
};
