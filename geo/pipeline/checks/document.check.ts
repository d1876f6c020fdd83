import type { Check } from './check';

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
  run: ({ document, documentFile }) =>
    document.problems.map(({ line, reason, text }) => ({
      file: documentFile,
      id: `paragraph ${line}`,
      message: `${reason}: ${text}`,
      fix: 'look at the paragraph; the parser may need a new form',
    })),
};

export const coverageUnknown: Check = {
  code: 'TC017',
  severity: 'error',
  rule: 'the coverage that plan.json names is a drawn place',
  run: ({ plan, planFile, geometries }) =>
    geometries.has(plan.coverage)
      ? []
      : [{ file: planFile, id: 'coverage', message: `${plan.coverage} has no geometry`, fix: 'name a drawn place' }],
};
