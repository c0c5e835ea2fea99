import type { Ticks } from '../../core/record/ticks.ts';
import type { StateAttempts, StatePeriod } from '../../core/timeline/stateReplay.ts';
import type { ShownAttempts, ShownPeriod, StateLane, States } from '../../protocol/answers/states.ts';
import type { Requests } from '../../protocol/requests.ts';
import type { LogIndex } from '../index/logIndex.ts';
import { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import type { AnswerContext } from './context.ts';
import { type CountedLane, type IndexedStates, indexedStates } from './indexedStates.ts';
import { spanOfRequest } from './spanOfRequest.ts';

/**
 * What the records did to the states of targets: all records, whatever the filter finds, for a state does not depend on who looks at
 * it. The filter says whose states are shown: those that it finds a record about.
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
  const { effects: effectRows } = results.memory;
  const states = await indexedStates(index, effectRows, await effectRows.upTo(index.rows, work), work);
  const counted = await states.countedIn(matching, work);
  const bounds = states.bounds(span, width);
  return {
    snapshot: index.snapshot,
    from: String(span.from),
    to: String(span.to),
    lanes: counted.slice(0, limit).flatMap((one) => shownLane(index, states, one, bounds) ?? []),
    lanesTotal: counted.length,
  };
}

/** The lane of a state; undefined where nothing is known of it up to the end of the span, and nothing was attempted within. */
function shownLane(
  index: LogIndex,
  { index: histories, lanes, rows, subjects }: IndexedStates,
  { lane, records }: CountedLane,
  bounds: Uint32Array,
): StateLane | undefined {
  const { periods, attempts } = histories.history(lane, bounds);
  if (periods.at(-1)!.place === undefined && attempts.length === 0) {
    return undefined;
  }
  const at = (place: number): { readonly row: number; readonly time: Ticks } => ({
    row: rows[place]!,
    time: index.table.ticksAt(rows[place]!),
  });
  const { subject, what } = lanes[lane]!;
  return {
    what,
    periods: periods.map(({ state, place, changes }) => {
      const began = place === undefined ? undefined : at(place);
      return shownPeriod(index, { state, since: began?.time, row: began?.row, changes });
    }),
    attempts: attempts.map(({ place, group, count }) => shownAttempts(index, { ...at(place), group, count })),
    targets: subjects.targetsOf(subject),
    records,
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
