import { generic } from '../../../core/formats/genericFormat.ts';
import type { CompiledFormat } from '../../../core/formats/compiledFormat.ts';
import type { FormatSet } from '../../../core/formats/formatSet.ts';
import { parseValueTree } from '../../../core/json/valueTree.ts';
import { checkRecord } from '../../../core/rules/checkRecord.ts';
import { invalidTime } from '../../columns/recordTable.ts';
import type { RecordFields } from '../values/recordFields.ts';
import type { RecordOutput } from './recordOutput.ts';

/** Adds records whose format is data, and whose values have been read. */
export class OtherRecords {
  private readonly output: RecordOutput;
  private readonly formats: FormatSet;

  constructor(output: RecordOutput, formats: FormatSet) {
    this.output = output;
    this.formats = formats;
  }

  /** @param isSound Nothing is to be reported of the record but what its time may be, or what contradicts a strict format. */
  add(compiled: CompiledFormat, fields: RecordFields, bytes: Uint8Array, start: number, end: number, isSound: boolean): void {
    const { output } = this;
    if (compiled === generic) {
      output.notes.unknownFormat(start);
    }
    output.push(fields, start, end);
    if (!isSound || fields.timeState === invalidTime || compiled.format.strict === true) {
      output.judged++;
      output.report(checkRecord(bytes, parseValueTree(bytes, start, end), this.formats, { kind: 'other', compiled }));
    }
  }
}
