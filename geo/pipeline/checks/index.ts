import type { PlacedPlan } from '../draft';
import { type Check, runChecks } from '../../../src/lint/check';
import {
  ambiguousMention,
  articleWithoutMention,
  formNeverFound,
  placeWithoutEvidence,
} from '../../../src/lint/evidence.check';
import type { Problem } from '../../../src/lint/problem';
import { duplicateId, fieldsOfRole, unknownReference } from '../../../src/lint/reference.check';
import { accuracyMissing, outsideCoverage, whereOrWhyNot } from '../../../src/lint/where.check';
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
  translationIncomplete,
} from './words.check';

/** All rules, by code. TC002 (a feature that does not fit the schema) and TC030 are reported while reading. */
export const CHECKS: readonly Check<PlacedPlan>[] = [
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
  documentDoubt,
  planUnwritten,
  candidateUndecided,
];

/** Every finding about a plan, those of reading it first. */
export function checkPlan(draft: PlacedPlan): Problem[] {
  return [...draft.problems, ...runChecks(CHECKS, draft)];
}
