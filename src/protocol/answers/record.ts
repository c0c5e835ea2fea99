import type { Answer } from './answer.ts';
import type { FindingItem } from './findings.ts';
import type { Row } from './page.ts';
import type { FieldDescription } from '../describe.ts';

/** All about one record. */
export interface RecordDetail extends Answer {
  readonly row: Row;
  /** The record's own text, unchanged, cut after {@link RecordDetail.shownUnits} units. */
  readonly text: string;
  readonly shownUnits: number;
  /** Length of the whole text in bytes. */
  readonly byteOffset: number;
  readonly byteLength: number;
  readonly cut: boolean;
  readonly fields: readonly FieldDescription[];
  readonly findings: readonly FindingItem[];
  /** The steps of the two paths of targets, where the record names them. */
  readonly place: readonly TargetStep[];
  readonly resource: readonly TargetStep[];
  /** Of a record whose format is data: the ways to its targets from the outermost level on, such as account › region › service. */
  readonly levels: readonly (readonly TargetStep[])[];
  /** Of such a record each of its targets, the most telling first. */
  readonly targets: readonly TargetStep[];
  readonly identities: readonly IdentityValue[];
}

export interface IdentityValue {
  readonly type: string;
  readonly value: string;
}

/** A level of the trees of targets, such as `subscription` or `Account`, or any other type of target, and the name found there. */
export interface TargetStep {
  readonly level: string;
  readonly name: string;
}
