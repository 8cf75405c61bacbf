import { checkApplications } from './applications-implausible.ts';
import { checkAspects } from './aspect-missing.ts';
import { checkBodyName } from './body-name.ts';
import { checkBlankCells } from './cell-blank.ts';
import { checkCells } from './cell-invalid.ts';
import { checkUnits } from './cell-unit.ts';
import type { Check } from './check.ts';
import { checkCitations } from './citation.ts';
import { checkDeadline } from './deadline.ts';
import { checkPlausibility } from './disclosure-implausible.ts';
import { checkFeeStatement } from './fee-statement.ts';
import { checkLeftovers } from './leftover.ts';
import { checkLineBreaks } from './line-break.ts';
import { checkJoinedLines } from './line-joined.ts';
import { checkPeriod } from './period.ts';
import { checkPersonalData } from './personal-data.ts';
import { checkPlaceholders } from './placeholder.ts';
import { checkProse } from './prose-mismatch.ts';
import { checkPunctuation } from './punctuation.ts';
import { checkRepetition } from './repetition.ts';
import { checkEmptySections } from './section-empty.ts';
import { checkSectionLength } from './section-length.ts';
import { checkMissingSections } from './section-missing.ts';
import { checkSectionNumbers } from './section-number.ts';
import { checkSectionOrder } from './section-order.ts';
import { checkSectionTitles } from './section-title.ts';
import { checkSignature } from './signature-missing.ts';
import { checkStaleYear } from './stale-year.ts';
import { checkSubsectionNumbers } from './subsection-number.ts';
import { checkTableLayouts } from './table-layout.ts';
import { checkMisalignedRows } from './table-misaligned.ts';
import { checkMissingTables } from './table-missing.ts';
import { checkTableShapes } from './table-shape.ts';
import { checkTemplates } from './table-template.ts';
import { checkUnreadTables } from './table-unread.ts';
import { checkTitle } from './title.ts';
import { checkBalance } from './unbalanced.ts';
import { checkWording } from './wording.ts';

/** All checks. */
export const checks: readonly Check[] = [
  checkMissingSections,
  checkSectionOrder,
  checkSectionNumbers,
  checkSectionTitles,
  checkEmptySections,
  checkSectionLength,
  checkFeeStatement,
  checkAspects,
  checkSubsectionNumbers,
  checkMissingTables,
  checkTemplates,
  checkTableShapes,
  checkMisalignedRows,
  checkUnreadTables,
  checkTableLayouts,
  checkCells,
  checkUnits,
  checkBlankCells,
  checkBalance,
  checkPlausibility,
  checkApplications,
  checkProse,
  checkCitations,
  checkPlaceholders,
  checkBodyName,
  checkDeadline,
  checkLeftovers,
  checkRepetition,
  checkWording,
  checkPersonalData,
  checkJoinedLines,
  checkPunctuation,
  checkPeriod,
  checkSignature,
  checkStaleYear,
  checkTitle,
  checkLineBreaks,
];
