import type { EffectKind } from '../../core/timeline/stateReplay.ts';
import type { ResultGroup } from '../../core/record/results.ts';
import type { RecordRef, TicksText } from '../reference.ts';
import type { Answer } from './answer.ts';
import type { CallerLabel } from './page.ts';
import type { TargetStep } from './record.ts';

/** What targets were like over a span of time, as far as records say what changed them. */
export interface States extends Answer {
  /** First tick of the span. */
  readonly from: TicksText;
  /** First tick after the span. */
  readonly to: TicksText;
  /** Those with most records first. */
  readonly lanes: readonly StateLane[];
  /** How many there are: more than `lanes.length` means that the list was cut. */
  readonly lanesTotal: number;
}

/** Whose state it is, and what of it: of one target, or of one thing between several, such as a member of a group. */
interface ShownSubject {
  /** Each target from its outermost level on. */
  readonly targets: readonly (readonly TargetStep[])[];
  /** What of it, such as `policy`; null for its existence. */
  readonly what: string | null;
}

/** The states of one subject. */
export interface StateLane extends ShownSubject {
  /** Matching records that are about this state, within the span or not. */
  readonly records: number;
  /** In the order of time, without a gap: the first is in force as the span begins. */
  readonly periods: readonly ShownPeriod[];
  /** Attempts within the span that failed, or of which nothing says that they succeeded: they change nothing. */
  readonly attempts: readonly ShownAttempts[];
}

/** A state until the next one begins. */
export interface ShownPeriod {
  /** What was done last; `unknown` where no record says it. */
  readonly state: EffectKind | 'unknown';
  /** When it began, which may be before the span; null for one that was there before all records, as are `by` and `ref`. */
  readonly since: TicksText | null;
  readonly by: CallerLabel | null;
  readonly ref: RecordRef | null;
  /** How many changes it stands for: several where they are too close to each other for the resolution. */
  readonly changes: number;
}

/** Attempts that are too close to each other for the resolution. */
export interface ShownAttempts {
  /** Time and record of the first one. */
  readonly time: TicksText;
  readonly ref: RecordRef;
  readonly group: ResultGroup;
  readonly count: number;
}

/** What one record did to the states of targets, or tried to. */
export interface StateChanges extends Answer {
  readonly changes: readonly StateChange[];
  /** How many there are: more than `changes.length` means that the list was cut. */
  readonly total: number;
}

export interface StateChange extends ShownSubject {
  /** What held until then. */
  readonly before: ShownPeriod;
  /** What held from then on; null where the record does not say that it succeeded, so that all stayed as it was. */
  readonly after: ShownPeriod | null;
}
