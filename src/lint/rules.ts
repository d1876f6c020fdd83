import { type Check, type LintDraft, runChecks } from './check';
import { ambiguousMention, articleWithoutMention, formNeverFound, placeWithoutEvidence } from './evidence.check';
import type { Problem } from './problem';
import { duplicateId, fieldsOfRole, unknownReference } from './reference.check';
import { accuracyMissing, outsideCoverage, whereOrWhyNot } from './where.check';
import { datumMistaken } from './datum.check';
import {
  candidateUndecided,
  coverageUnknown,
  documentChanged,
  documentDoubt,
  documentProblem,
  planUnwritten,
} from './document.check';
import { ringInvalid, zoneOverlap } from './geometry.check';
import {
  commitmentNotInText,
  deadlineWithoutWording,
  placeNotTranslated,
  progressOfNothing,
  scopeContradictsPlaces,
  termNotInText,
  termTranslatedOtherwise,
  translationIncomplete,
} from './words.check';

/** All rules, by code. TC002 (a feature that does not fit the schema) and TC030 are reported while reading. */
export const CHECKS: readonly Check[] = [
  placeWithoutEvidence,
  duplicateId,
  articleWithoutMention,
  formNeverFound,
  ambiguousMention,
  accuracyMissing,
  ringInvalid,
  outsideCoverage,
  zoneOverlap,
  unknownReference,
  whereOrWhyNot,
  documentChanged,
  documentProblem,
  fieldsOfRole,
  coverageUnknown,
  datumMistaken,
  commitmentNotInText,
  deadlineWithoutWording,
  scopeContradictsPlaces,
  progressOfNothing,
  translationIncomplete,
  termNotInText,
  placeNotTranslated,
  termTranslatedOtherwise,
  documentDoubt,
  planUnwritten,
  candidateUndecided,
];

/** Every finding about a plan, those of reading it first. */
export function checkPlan(draft: LintDraft): Problem[] {
  return [...draft.problems, ...runChecks(CHECKS, draft)];
}
