import type { RequestName, Requests } from '../../protocol/requests.ts';
import type { AnswerContext } from './context.ts';
import { answerComparison } from './comparison.ts';
import { answerCompletions } from './completions.ts';
import { answerCoverage } from './coverage.ts';
import { answerEnclosing } from './enclosing.ts';
import { answerFacets } from './facets.ts';
import { answerFindings, answerPlacedFindings } from './findings.ts';
import { answerFormats } from './formats.ts';
import { answerHints } from './hints.ts';
import { answerHover } from './hover.ts';
import { answerLocate } from './locate.ts';
import { answerNeighbour } from './neighbour.ts';
import { answerOccurrences } from './occurrences.ts';
import { answerOutliers } from './outliers.ts';
import { answerOutline } from './outline.ts';
import { answerPage } from './page.ts';
import { answerProfile } from './profile.ts';
import { answerReadField } from './readField.ts';
import { answerRecord } from './record.ts';
import { answerRecordTexts } from './recordTexts.ts';
import { answerReferences } from './references.ts';
import { answerRowMarks } from './rowMarks.ts';
import { answerSeenFields } from './seenFields.ts';
import { answerSearch } from './search.ts';
import { answerRecordAt } from './recordAt.ts';
import { answerStateChanges } from './stateChanges.ts';
import { answerStates } from './states.ts';
import { answerSummary } from './summary.ts';
import { answerTimeline } from './timeline.ts';
import { answerTokens } from './tokens.ts';

type Answers = {
  readonly [Name in RequestName]: (
    context: AnswerContext,
    params: Requests[Name]['params'],
    signal: AbortSignal,
  ) => Promise<Requests[Name]['answer']>;
};

const answers: Answers = {
  timeline: answerTimeline,
  outliers: answerOutliers,
  facets: answerFacets,
  page: answerPage,
  rowMarks: answerRowMarks,
  recordTexts: answerRecordTexts,
  record: answerRecord,
  neighbour: answerNeighbour,
  comparison: answerComparison,
  occurrences: answerOccurrences,
  findings: answerFindings,
  placedFindings: answerPlacedFindings,
  locate: answerLocate,
  hover: answerHover,
  enclosing: answerEnclosing,
  outline: answerOutline,
  references: answerReferences,
  hints: answerHints,
  tokens: answerTokens,
  completions: answerCompletions,
  recordAt: answerRecordAt,
  profile: answerProfile,
  coverage: answerCoverage,
  search: answerSearch,
  readField: answerReadField,
  seenFields: answerSeenFields,
  states: answerStates,
  stateChanges: answerStateChanges,
  summary: answerSummary,
  formats: answerFormats,
};

/** Answers one question. Rejects with `BadRequest` if the question is at fault, and when the signal says so. */
export function answer<Name extends RequestName>(
  context: AnswerContext,
  name: Name,
  params: Requests[Name]['params'],
  signal: AbortSignal,
): Promise<Requests[Name]['answer']> {
  return answers[name](context, params, signal);
}
