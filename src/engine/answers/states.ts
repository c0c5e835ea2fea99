import { stateKey, StateReplay, type StateAttempts, type StateHistory, type StatePeriod } from '../../core/timeline/stateReplay.ts';
import type { TimeSpan } from '../../core/timeline/timeSpan.ts';
import type { ShownAttempts, ShownPeriod, StateLane, States } from '../../protocol/answers/states.ts';
import type { Requests } from '../../protocol/requests.ts';
import { rowAt } from '../columns/blocks.ts';
import type { LogIndex } from '../index/logIndex.ts';
import type { Effects } from '../query/effectRows.ts';
import type { RowSet } from '../query/rowSet.ts';
import { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import type { AnswerContext } from './context.ts';
import type { RowEffect } from './effectSubjects.ts';
import { effectsByClass } from './effectsByClass.ts';
import { replayRow } from './replayRow.ts';
import { spanOfRequest } from './spanOfRequest.ts';

/** Rows whose order by time is asked for at once. */
const rowsAtOnce = 4096;

/**
 * Replays what the records did to the states of targets: all records, whatever the filter finds, for a state does not depend on who
 * looks at it. The filter says whose states are shown: those that it finds a record about.
 */
export async function answerStates(
  context: AnswerContext,
  { query, range, width, limit }: Requests['states']['params'],
  signal: AbortSignal,
): Promise<States> {
  const { index, results } = context;
  const work = new CooperativeTask(signal);
  const matching = await results.matching(query, signal);
  const span = await spanOfRequest(context, matching, range, work);
  const effects = await results.memory.effects.upTo(index.rows, work);
  const { subjects, byClass } = effectsByClass(index, results.memory.effects, effects);
  const counts = await countRecords(effects, byClass, matching, work);
  const shown = new Map([...counts].sort(([left, a], [right, b]) => b - a || (left < right ? -1 : 1)).slice(0, limit));
  const replay = new StateReplay(span, width, (state) => shown.has(stateKey(state)));
  await replayRows(index, effects, byClass, replay, span, work);
  const lanes = replay.histories().map((history): StateLane => ({
    ...shownHistory(index, history),
    targets: subjects.targetsOf(history.subject),
    records: shown.get(stateKey(history)) ?? 0,
  }));
  return {
    snapshot: index.snapshot,
    from: String(span.from),
    to: String(span.to),
    lanes: lanes.sort((left, right) => right.records - left.records),
    lanesTotal: counts.size,
  };
}

/** How many of some records are about each state, by its name. */
async function countRecords(
  { rows, classes }: Effects,
  byClass: readonly (readonly RowEffect[])[],
  matching: RowSet,
  work: CooperativeTask,
): Promise<ReadonlyMap<string, number>> {
  const perClass = new Uint32Array(byClass.length);
  let at = 0;
  await rows.visitBlocks(work, (block) => {
    for (let place = 0; place < block.count; place++) {
      perClass[classes[at++]!]! += matching.has(rowAt(block, place)) ? 1 : 0;
    }
  });
  const counts = new Map<string, number>();
  byClass.forEach((effects, one) => {
    const names = new Set(perClass[one] === 0 ? [] : effects.map(stateKey));
    names.forEach((name) => counts.set(name, (counts.get(name) ?? 0) + perClass[one]!));
  });
  return counts;
}

async function replayRows(
  { table }: LogIndex,
  { rows, order, classes }: Effects,
  byClass: readonly (readonly RowEffect[])[],
  replay: StateReplay,
  span: TimeSpan,
  work: CooperativeTask,
): Promise<void> {
  for (let from = 0; from < rows.count; from += rowsAtOnce) {
    for (const row of await order.slice(from, from + rowsAtOnce, work)) {
      if (table.ticksAt(row) >= span.to) {
        return;
      }
      replayRow(table, replay, row, byClass[classes[rows.placeOf(row)]!]!);
    }
    await work.pause();
  }
}

function shownHistory(index: LogIndex, { what, periods, attempts }: StateHistory): Pick<StateLane, 'what' | 'periods' | 'attempts'> {
  return {
    what,
    periods: periods.map((period) => shownPeriod(index, period)),
    attempts: attempts.map((attempt) => shownAttempts(index, attempt)),
  };
}

/** A state as it is reported, with who began it and the record. */
export function shownPeriod(index: LogIndex, { state, since, row, changes }: StatePeriod): ShownPeriod {
  const { table } = index;
  return {
    state,
    since: since === undefined ? null : String(since),
    by: row === undefined ? null : table.labels.label(table.label.data[row]!),
    ref: row === undefined ? null : index.refOf(row),
    changes,
  };
}

function shownAttempts(index: LogIndex, { time, row, group, count }: StateAttempts): ShownAttempts {
  return { time: String(time), ref: index.refOf(row), group, count };
}
