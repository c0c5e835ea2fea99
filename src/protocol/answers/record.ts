import type { Answer } from './answer.ts';
import type { AboutFormat } from './formats.ts';
import type { FindingItem } from './findings.ts';
import type { CallerLabel, Row } from './page.ts';
import type { ResultGroup } from '../../core/record/results.ts';
import type { Change, FieldDescription } from '../describe.ts';

/** All about one record. */
export interface RecordDetail extends Answer {
  readonly row: Row;
  readonly format: AboutFormat;
  /** The record's own text, unchanged, cut after {@link RecordDetail.shownUnits} units. */
  readonly text: string;
  readonly shownUnits: number;
  /** Length of the whole text in bytes. */
  readonly byteOffset: number;
  readonly byteLength: number;
  readonly cut: boolean;
  readonly fields: readonly FieldDescription[];
  readonly findings: readonly RecordFinding[];
  /** The steps of the two paths of targets, where the record names them. */
  readonly place: readonly TargetStep[];
  readonly resource: readonly TargetStep[];
  /** Of a record whose format is data: the ways to its targets from the outermost level on, such as account › region › service. */
  readonly levels: readonly (readonly TargetStep[])[];
  /** Of such a record each of its targets, the most telling first. */
  readonly targets: readonly TargetStep[];
  readonly identities: readonly IdentityValue[];
  /** What other records can have in common with it, in the order in which it is shown. */
  readonly aspects: readonly RecordAspect[];
  /** What the record says was changed, in its order, cut after a few hundred. */
  readonly changes: readonly Change[];
  /** How many changes there are: more than `changes.length` means that the list was cut. */
  readonly changesTotal: number;
  /** Null where the record names no request, or none that another record has. */
  readonly request: RequestRecords | null;
}

/** A finding of a record with the stretch of {@link RecordDetail.text} that it is about. */
export interface RecordFinding extends FindingItem {
  /** In UTF-16 units of the text, `end` after the last; null where the text is cut before it begins. */
  readonly stretch: TextStretch | null;
}

export interface TextStretch {
  readonly start: number;
  readonly end: number;
}

/** The records of one request, such as the stages that it went through. */
export interface RequestRecords {
  /** A filter that finds them all. */
  readonly filter: string;
  /** How many there are, the one at hand included; null where they are too many to be looked at for that. */
  readonly total: number | null;
  /** The first of them in the order of the log. */
  readonly records: readonly RequestRecord[];
}

export interface RequestRecord {
  readonly row: Row;
  /** Which of the records of its request it is, in its own words; null where its format has none. */
  readonly stage: string | null;
}

/** What other records can have in common with a record. `filter` finds these and the record itself; null where no filter may say it. */
export type RecordAspect = { readonly filter: string | null } & (
  | { readonly kind: 'operation'; readonly operation: string }
  | { readonly kind: 'result'; readonly group: ResultGroup }
  | { readonly kind: 'caller'; readonly caller: CallerLabel }
  /** From its outermost level on. */
  | { readonly kind: 'target'; readonly path: readonly TargetStep[] }
  | { readonly kind: 'request'; readonly request: string }
);

export interface IdentityValue {
  readonly type: string;
  readonly value: string;
}

/** A level of the trees of targets, such as `subscription` or `Account`, or any other type of target, and the name found there. */
export interface TargetStep {
  readonly level: string;
  readonly name: string;
}
