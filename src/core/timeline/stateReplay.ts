import type { Effect } from '../formats/definition/formatDocumentation.ts';
import { type ResultGroup, worstGroup } from '../record/results.ts';
import type { Ticks } from '../record/ticks.ts';
import { spanLength, type TimeSpan } from './timeSpan.ts';

export type EffectKind = Effect['kind'];

/** Whose state it is, and what of it. */
export interface StateOf {
  /** What has the state, by numbers of its parts: a group and a member, or one instance. */
  readonly subject: readonly number[];
  /** What of it: `policy`; null for its existence. */
  readonly what: string | null;
}

/** A text that names a state, for maps. */
export function stateKey({ subject, what }: StateOf): string {
  return `${subject.join(' ')} ${what ?? ''}`;
}

/** A record that changes a state, or tried to. */
export interface StateEvent extends StateOf {
  readonly time: Ticks;
  /** The record. */
  readonly row: number;
  readonly kind: EffectKind;
  readonly group: ResultGroup;
}

/** A state, until the next one begins. */
export interface StatePeriod {
  /** What was done last; `unknown` before the first record that says, and after the subject came into being anew. */
  readonly state: EffectKind | 'unknown';
  /** When it began, which may be before the span; undefined for the unknown one that the span begins with. */
  readonly since: Ticks | undefined;
  /** The record that began it; undefined as `since`. */
  readonly row: number | undefined;
  /** How many changes it stands for: more than one where states were too short for the resolution. The last of them counts. */
  readonly changes: number;
}

/** Attempts that changed nothing, or of which nothing says that they did, within one moment of the resolution. */
export interface StateAttempts {
  /** Of the first one. */
  readonly time: Ticks;
  readonly row: number;
  /** The worst of them. */
  readonly group: ResultGroup;
  readonly count: number;
}

export interface StateHistory extends StateOf {
  readonly periods: readonly StatePeriod[];
  readonly attempts: readonly StateAttempts[];
}

interface Lane extends StateOf {
  readonly periods: StatePeriod[];
  readonly attempts: StateAttempts[];
}

/** Where all that lies before the span is. */
const before = -1;

/**
 * Replays what records did to the states of targets. Only a success changes a state. What is deleted takes all states of it along:
 * those of the subjects that it is a part of too. A state that is not known is said to be unknown: before the first record about it,
 * and once its subject has been created anew.
 */
export class StateReplay {
  private readonly span: TimeSpan;
  private readonly resolution: number;
  private readonly isShown: (state: StateOf) => boolean;
  private readonly lanes = new Map<string, Lane>();
  /** The lanes that a part has a share in. */
  private readonly byPart = new Map<number, Lane[]>();

  /**
   * @param resolution Into how many equal moments the span is divided: changes within one of them are shown as one.
   * @param isShown Whether the history of a state is wanted.
   */
  constructor(span: TimeSpan, resolution: number, isShown: (state: StateOf) => boolean = () => true) {
    this.span = span;
    this.resolution = resolution;
    this.isShown = isShown;
  }

  /** Takes the next event in the order of time. What happens after the span is left out. */
  add(event: StateEvent): void {
    if (event.time >= this.span.to) {
      return;
    }
    if (event.group === 'success') {
      this.change(event);
    } else {
      this.attempt(event);
    }
  }

  /** The histories in the order in which they came up: of all of which something is known, or was attempted within the span. */
  histories(): readonly StateHistory[] {
    return [...this.lanes.values()].filter(({ periods, attempts }) => periods.at(-1)!.since !== undefined || attempts.length > 0);
  }

  private change(event: StateEvent): void {
    const { subject, what, kind, time, row } = event;
    const own = this.laneOf(event);
    if (own !== undefined) {
      this.begin(own, { state: kind, since: time, row, changes: 1 });
    }
    if (what !== null || subject.length > 1) {
      return;
    }
    const others = (this.byPart.get(subject[0]!) ?? []).filter((lane) => lane !== own);
    if (kind === 'deletes') {
      others.forEach((lane) => this.begin(lane, { state: 'deletes', since: time, row, changes: 1 }));
    } else if (kind === 'creates') {
      const gone = others.filter(({ periods }) => periods.at(-1)!.state === 'deletes');
      gone.forEach((lane) => this.begin(lane, { state: 'unknown', since: time, row, changes: 1 }));
    }
  }

  private begin({ periods }: Lane, period: StatePeriod): void {
    const last = periods.at(-1)!;
    const isSame = last.since !== undefined && this.slotOf(last.since) === this.slotOf(period.since!);
    const isInitial = last.since === undefined && this.slotOf(period.since!) === before;
    if (isInitial || isSame) {
      periods.pop();
    }
    periods.push(isSame ? { ...period, changes: last.changes + period.changes } : period);
  }

  private attempt(event: StateEvent): void {
    const { time, row, group } = event;
    const lane = this.laneOf(event);
    if (lane === undefined || time < this.span.from) {
      return;
    }
    const last = lane.attempts.at(-1);
    if (last !== undefined && this.slotOf(last.time) === this.slotOf(time)) {
      lane.attempts.pop();
      lane.attempts.push({ ...last, group: worstGroup([group, last.group]), count: last.count + 1 });
    } else {
      lane.attempts.push({ time, row, group, count: 1 });
    }
  }

  private laneOf({ subject, what }: StateEvent): Lane | undefined {
    const key = stateKey({ subject, what });
    const known = this.lanes.get(key);
    if (known !== undefined || !this.isShown({ subject, what })) {
      return known;
    }
    const lane: Lane = { subject, what, periods: [{ state: 'unknown', since: undefined, row: undefined, changes: 0 }], attempts: [] };
    this.lanes.set(key, lane);
    subject.forEach((part) => this.byPart.set(part, [...(this.byPart.get(part) ?? []), lane]));
    return lane;
  }

  private slotOf(time: Ticks): number {
    const { from } = this.span;
    return time < from ? before : Number(((time - from) * BigInt(this.resolution)) / spanLength(this.span));
  }
}
