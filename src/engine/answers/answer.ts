import type { Emit } from '../../protocol/channel.ts';
import type { RequestName, Requests } from '../../protocol/requests.ts';
import type { AnswerContext } from './context.ts';
import { answerComparison } from './comparison.ts';
import { answerCompletions } from './completions.ts';
import { answerCoverage } from './coverage.ts';
import { answerExport } from './export.ts';
import { answerEnclosing } from './enclosing.ts';
import { answerFacets } from './facets.ts';
import { answerFindingCodes, answerFindingRows } from './findingRows.ts';
import { answerFindings, answerPlacedFindings } from './findings.ts';
import { answerFingerprints } from './fingerprints.ts';
import { answerFirsts } from './firsts.ts';
import { answerFormats } from './formats.ts';
import { answerHints } from './hints.ts';
import { answerHover } from './hover.ts';
import { answerJoinedCaller } from './joinedCaller.ts';
import { answerLocate } from './locate.ts';
import { answerMatrix } from './matrix.ts';
import { answerNeighbour } from './neighbour.ts';
import { answerOccurrences } from './occurrences.ts';
import { answerOutliers } from './outliers.ts';
import { answerOutline } from './outline.ts';
import { answerPage } from './page.ts';
import { answerProfile } from './profile.ts';
import { answerReadField } from './readField.ts';
import { answerRecord } from './record.ts';
import { answerRecordTexts } from './recordTexts.ts';
import { answerRedact, answerRedaction } from './redaction.ts';
import { answerReferences } from './references.ts';
import { answerRowMarks } from './rowMarks.ts';
import { answerSeenFields } from './seenFields.ts';
import { answerSameRequests } from './sameRequests.ts';
import { answerSearch } from './search.ts';
import { answerRecordAt } from './recordAt.ts';
import { answerStateChanges } from './stateChanges.ts';
import { answerStates } from './states.ts';
import { answerSummary } from './summary.ts';
import { answerTimeline } from './timeline.ts';
import { answerResults } from './results.ts';
import { answerTokens } from './tokens.ts';
import { answerWrittenRecords } from './writtenRecords.ts';

type Answers = {
  readonly [Name in RequestName]: (
    context: AnswerContext,
    params: Requests[Name]['params'],
    signal: AbortSignal,
    emit: Emit,
  ) => Promise<Requests[Name]['answer']>;
};

const answers: Answers = {
  timeline: answerTimeline,
  outliers: answerOutliers,
  facets: answerFacets,
  page: answerPage,
  rowMarks: answerRowMarks,
  recordTexts: answerRecordTexts,
  writtenRecords: answerWrittenRecords,
  record: answerRecord,
  neighbour: answerNeighbour,
  comparison: answerComparison,
  occurrences: answerOccurrences,
  findings: answerFindings,
  findingCodes: answerFindingCodes,
  findingRows: answerFindingRows,
  placedFindings: answerPlacedFindings,
  locate: answerLocate,
  hover: answerHover,
  enclosing: answerEnclosing,
  outline: answerOutline,
  references: answerReferences,
  hints: answerHints,
  tokens: answerTokens,
  results: answerResults,
  completions: answerCompletions,
  recordAt: answerRecordAt,
  profile: answerProfile,
  joinedCaller: answerJoinedCaller,
  matrix: answerMatrix,
  firsts: answerFirsts,
  sameRequests: answerSameRequests,
  coverage: answerCoverage,
  search: answerSearch,
  readField: answerReadField,
  seenFields: answerSeenFields,
  states: answerStates,
  stateChanges: answerStateChanges,
  summary: answerSummary,
  export: answerExport,
  fingerprints: answerFingerprints,
  redaction: answerRedaction,
  redact: answerRedact,
  formats: answerFormats,
};

/** Answers one question; `emit` sends parts of the answer before it. Rejects with `BadRequest` if the question is at fault, and when the signal says so. */
export function answer<Name extends RequestName>(
  context: AnswerContext,
  name: Name,
  params: Requests[Name]['params'],
  signal: AbortSignal,
  emit: Emit = () => Promise.resolve(),
): Promise<Requests[Name]['answer']> {
  return answers[name](context, params, signal, emit);
}
