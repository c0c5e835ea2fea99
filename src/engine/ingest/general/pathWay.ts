import type { Templates } from '../template/templates.ts';
import type { RecordFields } from '../values/recordFields.ts';
import type { OtherFormats } from './otherFormats.ts';
import type { OtherRecords } from './otherRecords.ts';
import type { RecordWay } from './recordWay.ts';

/** Reads records whose format is data along the paths of the format that the record before has, in one pass. */
export class PathWay implements RecordWay {
  /** Records that were read. */
  count = 0;
  private readonly others: OtherFormats;
  private readonly records: OtherRecords;
  private readonly templates: Templates;
  private readonly fields: RecordFields;

  constructor(others: OtherFormats, records: OtherRecords, templates: Templates, fields: RecordFields) {
    this.others = others;
    this.records = records;
    this.templates = templates;
    this.fields = fields;
  }

  scan(bytes: Uint8Array, start: number, end: number): number {
    return this.others.scan(bytes, start, end);
  }

  get mayHoldBreaks(): boolean {
    return this.others.mayHoldBreaks;
  }

  read(bytes: Uint8Array, start: number, end: number): void {
    const { others, fields } = this;
    this.count++;
    const { isSound, format } = others;
    this.records.add(format, others.readScanned(fields, bytes, start, end), bytes, start, end, isSound);
    this.templates.missed(bytes, start, end);
  }
}
