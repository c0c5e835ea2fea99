import type { Finding } from '../../../core/finding/finding.ts';
import type { FormatSet } from '../../../core/formats/formatSet.ts';
import type { RecordFormat } from '../../../core/formats/recordFormat.ts';
import { parseValueTree, type ValueNode } from '../../../core/json/valueTree.ts';
import { checkRecord } from '../../../core/rules/checkRecord.ts';
import type { RecordFields } from '../values/recordFields.ts';
import type { RecordLayout } from '../values/recordLayout.ts';
import type { Shapes } from '../values/shapes.ts';
import type { ValueFindings } from '../values/valueFindings.ts';
import type { ValueReader } from '../values/valueReader.ts';
import type { RecordOutput } from './recordOutput.ts';

/** A record taken apart, and in the documented form if it is another writer's. */
export interface VariantRecord {
  readonly root: ValueNode;
  readonly format: RecordFormat;
}

/**
 * Reports what is found in a record of Attestation whose values have been read. What can be found within a record depends on its
 * shape (which keys, with values of which kinds) and on its values. Of a regular record whose shape is known to be clean, each
 * finding is about one value, and was made when that value was first seen. Every other record goes through `checkRecord`, the
 * specification of all findings; if that says nothing but what the values say, the shape is clean from then on.
 */
export class AttestationFindings {
  private readonly output: RecordOutput;
  private readonly values: ValueReader;
  private readonly valueFindings: ValueFindings;
  private readonly shapes: Shapes;
  private readonly layout: RecordLayout;
  private readonly formats: FormatSet;

  /** @param layout Where the values of the record are. */
  constructor(
    output: RecordOutput,
    values: ValueReader,
    valueFindings: ValueFindings,
    shapes: Shapes,
    layout: RecordLayout,
    formats: FormatSet,
  ) {
    this.output = output;
    this.values = values;
    this.valueFindings = valueFindings;
    this.shapes = shapes;
    this.layout = layout;
    this.formats = formats;
  }

  /** Whether nothing is to be said of the values. */
  isClean(fields: RecordFields): boolean {
    return this.values.clean && (!this.values.hasEmptyPairs || this.valueFindings.isHeartbeat(fields.operation));
  }

  /** Reports the findings of the record whose shape is in the shapes' hash. */
  report(bytes: Uint8Array, start: number, end: number, fields: RecordFields, isShapeClean: boolean, variant?: VariantRecord): void {
    const { output } = this;
    const ofValues = this.values.isRegular ? this.valueFindings.of(bytes, this.layout, fields) : undefined;
    if (ofValues !== undefined && isShapeClean) {
      output.report(ofValues);
      return;
    }
    output.judged++;
    const found = checkRecord(bytes, variant?.root ?? parseValueTree(bytes, start, end), this.formats, variant?.format);
    output.report(found);
    if (ofValues !== undefined && areEqual(found, ofValues)) {
      this.shapes.setClean();
    }
  }
}

function areEqual(left: readonly Finding[], right: readonly Finding[]): boolean {
  return (
    left.length === right.length &&
    left.every((one, index) => {
      const other = right[index]!;
      const samePlace = one.pointer === other.pointer && one.start === other.start && one.end === other.end;
      return (
        samePlace && one.code === other.code && one.args.length === other.args.length && one.args.every((arg, at) => arg === other.args[at])
      );
    })
  );
}
