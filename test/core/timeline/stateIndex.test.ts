import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resultGroups } from '../../../src/core/record/results.ts';
import { spanOfText } from '../../../src/core/timeline/spanText.ts';
import { type PlacedHistory, StateIndex } from '../../../src/core/timeline/stateIndex.ts';
import { type EffectKind, type StateEvent, type StateHistory, stateKey, StateReplay } from '../../../src/core/timeline/stateReplay.ts';
import { runs } from '../../runs.ts';

const lanes = [
  { subject: [0], what: null },
  { subject: [0], what: 'policy' },
  { subject: [1], what: null },
  { subject: [1], what: 'policy' },
  { subject: [0, 1], what: 'membership' },
  { subject: [2, 2], what: 'membership' },
];
const kinds: readonly EffectKind[] = ['creates', 'deletes', 'sets', 'resets', 'grants', 'revokes', 'enables', 'disables'];

const moment = (ticks: number): StateEvent['time'] => spanOfText([String(ticks), String(ticks + 1)])!.from;

const logs = fc.array(
  fc.record({
    time: fc.nat(40),
    lane: fc.nat(lanes.length - 1),
    kind: fc.constantFrom(...kinds),
    group: fc.constantFrom(...resultGroups, 'success' as const),
  }),
  { maxLength: 60 },
);

const nothing: PlacedHistory = { periods: [{ state: 'unknown', place: undefined, changes: 0 }], attempts: [] };

/** Where moments begin among times in rising order, counted one by one. */
function boundsOf(times: readonly number[], from: number, to: number, resolution: number): Uint32Array {
  const start = (slot: number): number => from + ((to - from) * slot) / resolution;
  return Uint32Array.from({ length: resolution + 1 }, (_, slot) => times.filter((time) => time < start(slot)).length);
}

function withRows({ periods, attempts }: StateHistory): PlacedHistory {
  return {
    periods: periods.map(({ state, row, changes }) => ({ state, place: row, changes })),
    attempts: attempts.map(({ row, group, count }) => ({ place: row, group, count })),
  };
}

describe('an index of states', () => {
  it('says of any stretch at any resolution what a replay of the events does', () => {
    fc.assert(
      fc.property(logs, fc.nat(40), fc.integer({ min: 1, max: 45 }), fc.integer({ min: 1, max: 20 }), (log, from, length, resolution) => {
        const events = log.toSorted((left, right) => left.time - right.time);
        const to = from + length;
        const replay = new StateReplay(spanOfText([String(from), String(to)])!, resolution);
        const index = new StateIndex(lanes);
        for (const [place, { time, lane, kind, group }] of events.entries()) {
          replay.add({ ...lanes[lane]!, time: moment(time), row: place, kind, group });
          index.add(place, lane, kind, group);
        }
        const times = events.map(({ time }) => time);
        const bounds = boundsOf(times, from, to, resolution);
        const histories = new Map(replay.histories().map((history) => [stateKey(history), withRows(history)]));
        for (const [number, lane] of lanes.entries()) {
          // A state of which nothing is known has no replay.
          expect(index.history(number, bounds)).toEqual(histories.get(stateKey(lane)) ?? nothing);
        }
      }),
      { numRuns: runs(500) },
    );
  });

  it('holds more events than it has room for at first', () => {
    const index = new StateIndex([{ subject: [0], what: 'policy' }]);
    for (let place = 0; place < 5000; place++) {
      index.add(place, 0, place % 2 === 0 ? 'sets' : 'resets', place % 5 === 0 ? 'failure' : 'success');
    }
    expect(index.history(0, Uint32Array.of(3000, 3003, 5000))).toEqual({
      periods: [
        { state: 'resets', place: 2999, changes: 2400 },
        { state: 'sets', place: 3002, changes: 2 },
        { state: 'resets', place: 4999, changes: 1598 },
      ],
      attempts: [
        { place: 3000, group: 'failure', count: 1 },
        { place: 3005, group: 'failure', count: 399 },
      ],
    });
  });
});
