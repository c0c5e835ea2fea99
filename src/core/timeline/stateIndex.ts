import { type ResultGroup, resultsFromBest } from '../record/results.ts';
import { type EventsByLane, firstFrom, LaneEvents } from './laneEvents.ts';
import type { EffectKind, StateOf } from './stateReplay.ts';

/** What {@link StateReplay} has, with places in the order of time in place of rows and moments. */
export interface PlacedPeriod {
  readonly state: EffectKind | 'unknown';
  readonly place: number | undefined;
  readonly changes: number;
}

export interface PlacedAttempts {
  /** Of the first one. */
  readonly place: number;
  readonly group: ResultGroup;
  readonly count: number;
}

export interface PlacedHistory {
  readonly periods: readonly PlacedPeriod[];
  readonly attempts: readonly PlacedAttempts[];
}

const states: readonly PlacedPeriod['state'][] = [
  'unknown',
  'creates',
  'deletes',
  'sets',
  'resets',
  'grants',
  'revokes',
  'enables',
  'disables',
];
const unknown = states.indexOf('unknown');
const deletes = states.indexOf('deletes');
const none = -1;

/**
 * The histories of all states of a log, so that any stretch of them at any resolution costs no replay: what {@link StateReplay} says of
 * a stretch, found by bisection in the events of each lane. Events are added once, in the order of time, by their places in it.
 */
export class StateIndex {
  private readonly lanes: readonly StateOf[];
  /** The lanes that a part has a share in. */
  private readonly byPart = new Map<number, number[]>();
  private readonly changes = new LaneEvents();
  private readonly attempts = new LaneEvents();
  /** The state of each lane; `none` before its first event. */
  private readonly last: Int8Array;
  private sorted: { readonly changes: EventsByLane; readonly attempts: EventsByLane } | undefined;

  /** @param lanes All states that events are about; their numbers are the places in this list. */
  constructor(lanes: readonly StateOf[]) {
    this.lanes = lanes;
    this.last = new Int8Array(lanes.length).fill(none);
    for (const [lane, { subject }] of lanes.entries()) {
      for (const part of subject) {
        const known = this.byPart.get(part);
        if (known === undefined) {
          this.byPart.set(part, [lane]);
        } else {
          known.push(lane);
        }
      }
    }
  }

  /** Takes the next event in the order of time, which has a place after those before. */
  add(place: number, lane: number, kind: EffectKind, group: ResultGroup): void {
    if (group !== 'success') {
      if (this.last[lane] === none) {
        this.last[lane] = unknown;
      }
      this.attempts.add(lane, place, resultsFromBest.indexOf(group));
      return;
    }
    this.change(lane, place, states.indexOf(kind));
    const { subject, what } = this.lanes[lane]!;
    if (what !== null || subject.length > 1 || (kind !== 'deletes' && kind !== 'creates')) {
      return;
    }
    for (const other of this.byPart.get(subject[0]!)!) {
      const last = this.last[other]!;
      if (other === lane || last === none) {
        continue;
      }
      if (kind === 'deletes') {
        this.change(other, place, deletes);
      } else if (last === deletes) {
        this.change(other, place, unknown);
      }
    }
  }

  /**
   * The history of a lane, once all events were added.
   *
   * @param bounds Where the moments of the resolution begin in the order of time, and at last where they end.
   */
  history(lane: number, bounds: Uint32Array): PlacedHistory {
    const { changes, attempts } = this.byLane();
    const start = changes.starts[lane]!;
    const [first] = stretchOf(changes, lane, bounds);
    const initial = first === start ? { state: states[unknown]!, place: undefined, changes: 0 } : periodOf(changes, start, first);
    return {
      periods: [initial, ...inMoments(changes, lane, bounds, (from, to) => periodOf(changes, from, to))],
      attempts: inMoments(attempts, lane, bounds, (from, to) => attemptsOf(attempts, from, to)),
    };
  }

  private change(lane: number, place: number, state: number): void {
    this.last[lane] = state;
    this.changes.add(lane, place, state);
  }

  private byLane(): NonNullable<StateIndex['sorted']> {
    this.sorted ??= { changes: this.changes.byLane(this.lanes.length), attempts: this.attempts.byLane(this.lanes.length) };
    return this.sorted;
  }
}

/** Where the events of a lane begin and end that lie within some moments. */
function stretchOf({ starts, places }: EventsByLane, lane: number, bounds: Uint32Array): readonly [from: number, to: number] {
  const end = starts[lane + 1]!;
  const from = firstFrom(places, bounds[0]!, starts[lane]!, end);
  return [from, firstFrom(places, bounds.at(-1)!, from, end)];
}

/** What the events of each moment that has some come to. */
function inMoments<T>(events: EventsByLane, lane: number, bounds: Uint32Array, of: (from: number, to: number) => T): readonly T[] {
  const { places } = events;
  const [from, to] = stretchOf(events, lane, bounds);
  const found: T[] = [];
  for (let at = from; at < to;) {
    const end = bounds[firstFrom(bounds, places[at]! + 1, 0, bounds.length)]!;
    const next = firstFrom(places, end, at, to);
    found.push(of(at, next));
    at = next;
  }
  return found;
}

/** The last of some changes. */
function periodOf({ places, codes }: EventsByLane, from: number, to: number): PlacedPeriod {
  return { state: states[codes[to - 1]!]!, place: places[to - 1]!, changes: to - from };
}

function attemptsOf({ places, codes }: EventsByLane, from: number, to: number): PlacedAttempts {
  let worst = 0;
  for (let at = from; at < to && worst < resultsFromBest.length - 1; at++) {
    worst = Math.max(worst, codes[at]!);
  }
  return { place: places[from]!, group: resultsFromBest[worst]!, count: to - from };
}
