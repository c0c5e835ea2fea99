import { message } from '../../core/finding/message.ts';
import { type StateHistory, stateKey, StateReplay } from '../../core/timeline/stateReplay.ts';
import { clampEnd } from '../../core/timeline/timeSpan.ts';
import type { ShownPeriod, StateChanges } from '../../protocol/answers/states.ts';
import type { Requests } from '../../protocol/requests.ts';
import { rowAt } from '../columns/blocks.ts';
import type { LogIndex } from '../index/logIndex.ts';
import { BadRequest } from '../query/badRequest.ts';
import type { Effects } from '../query/effectRows.ts';
import { emptyWords, RowSet } from '../query/rowSet.ts';
import { TimeIndex } from '../query/timeIndex.ts';
import { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import type { AnswerContext } from './context.ts';
import type { RowEffect } from './effectSubjects.ts';
import { effectsByClass } from './effectsByClass.ts';
import { EffectGroups } from './effectGroups.ts';
import { shownPeriod } from './states.ts';

/** More changes than these are counted and not shown: who deletes a group ends as many memberships as it has members. */
const maxChanges = 20;

/** Rows that are replayed at once. */
const rowsAtOnce = 4096;

const unknown: ShownPeriod = { state: 'unknown', since: null, by: null, ref: null, changes: 0 };

/**
 * What a record changed of the states of targets, or tried to: replays what all records before it, in the order of time, did to the
 * same targets. Nothing for a record without effects or without a valid time. Rejects with {@link BadRequest} if there is no such record.
 */
export async function answerStateChanges(
  { index, results }: AnswerContext,
  { ref }: Requests['stateChanges']['params'],
  signal: AbortSignal,
): Promise<StateChanges> {
  const row = index.rowOf(ref);
  if (row === undefined) {
    throw new BadRequest(message('engine.noRecord'));
  }
  const work = new CooperativeTask(signal);
  const { effects: effectRows } = results.memory;
  const effects = await effectRows.upTo(index.rows, work);
  const { subjects, byClass } = effectsByClass(index, effectRows, effects);
  const place = effects.rows.placeOf(row);
  const own = place === -1 ? [] : byClass[effects.classes[place]!]!;
  if (own.length === 0) {
    return { snapshot: index.snapshot, changes: [], total: 0 };
  }
  const groups = new EffectGroups(index.table);
  const replay = await replayBefore(index, effects, byClass, { row, own, groups }, work);
  const before = lastPeriods(index, replay.histories());
  replayRow(index, replay, row, own, groups);
  const wanted = new Set(own.map(stateKey));
  const isSuccess = own.some((effect) => groups.of(row, effect) === 'success');
  const changed = replay.histories().filter((history) => history.periods.at(-1)!.row === row || wanted.has(stateKey(history)));
  const untouched = isSuccess ? [] : own.filter((effect) => !changed.some((history) => stateKey(history) === stateKey(effect)));
  const all = [...changed, ...untouched];
  return {
    snapshot: index.snapshot,
    changes: all.slice(0, maxChanges).map((state) => ({
      targets: subjects.targetsOf(state.subject),
      what: state.what,
      before: before.get(stateKey(state)) ?? unknown,
      after: isSuccess && 'periods' in state ? shownPeriod(index, state.periods.at(-1)!) : null,
    })),
    total: all.length,
  };
}

/** Replays the rows before one that are about one of its targets, up to the span of its own time. */
async function replayBefore(
  index: LogIndex,
  effects: Effects,
  byClass: readonly (readonly RowEffect[])[],
  { row, own, groups }: { readonly row: number; readonly own: readonly RowEffect[]; readonly groups: EffectGroups },
  work: CooperativeTask,
): Promise<StateReplay> {
  const parts = new Set(own.flatMap(({ subject }) => subject));
  const isAbout = byClass.map((list) => list.some(({ subject }) => subject.some((part) => parts.has(part))));
  const rows = await rowsOfClasses(effects, isAbout, work);
  const order = await TimeIndex.of(index.table, rows, work);
  const end = await order.placeOf(row, work);
  const time = index.table.ticksAt(row);
  const replay = new StateReplay({ from: time, to: clampEnd(time + 1n) }, 1);
  for (let from = 0; from < end; from += rowsAtOnce) {
    for (const earlier of await order.slice(from, Math.min(end, from + rowsAtOnce), work)) {
      replayRow(index, replay, earlier, byClass[effects.classes[effects.rows.placeOf(earlier)]!]!, groups);
    }
    await work.pause();
  }
  return replay;
}

async function rowsOfClasses({ rows, classes }: Effects, isWanted: readonly boolean[], work: CooperativeTask): Promise<RowSet> {
  const words = emptyWords(rows.total);
  let at = 0;
  await rows.visitBlocks(work, (block) => {
    for (let place = 0; place < block.count; place++) {
      const row = rowAt(block, place);
      words[row >>> 5]! |= (isWanted[classes[at++]!] === true ? 1 : 0) << (row & 31);
    }
  });
  return new RowSet(words, rows.total);
}

function replayRow({ table }: LogIndex, replay: StateReplay, row: number, effects: readonly RowEffect[], groups: EffectGroups): void {
  const time = table.ticksAt(row);
  effects.forEach((effect) => replay.add({ ...effect, time, row, group: groups.of(row, effect) }));
}

function lastPeriods(index: LogIndex, histories: readonly StateHistory[]): ReadonlyMap<string, ShownPeriod> {
  return new Map(histories.map((history) => [stateKey(history), shownPeriod(index, history.periods.at(-1)!)]));
}
