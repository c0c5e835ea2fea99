import { Scan } from '../../../../src/core/json/jsonScanner.ts';
import { validTime } from '../../../../src/engine/columns/recordTable.ts';
import { KernelMatcher } from '../../../../src/engine/ingest/kernel/kernelMatcher.ts';
import { TemplateReader } from '../../../../src/engine/ingest/template/templateReader.ts';
import { Templates } from '../../../../src/engine/ingest/template/templates.ts';
import { RecordFields } from '../../../../src/engine/ingest/values/recordFields.ts';
import { ingestSeed, ScannedRecords } from '../scannedRecords.ts';

/** Which way has read a record, and what the columns say of it. */
export interface Read {
  readonly by: 'kernel' | 'template' | 'members';
  readonly fields: RecordFields;
  readonly isClean: boolean;
}

/** Reads records by the kernel where it takes them, which it does at once, by templates, and member by member. All shapes are clean. */
export class KernelReading {
  readonly records = new ScannedRecords();
  readonly templates: Templates;
  readonly matcher: KernelMatcher;
  private readonly reader: TemplateReader;

  constructor() {
    const { table, values, shapes } = this.records;
    this.templates = new Templates(table, values, new Scan(), ingestSeed, () => false);
    this.reader = new TemplateReader(table, values, shapes);
    this.matcher = new KernelMatcher(this.templates, shapes, table, values, ingestSeed, { records: 0, hits: 0 });
  }

  read(text: string): Read {
    const bytes = new TextEncoder().encode(text);
    this.matcher.renew();
    return this.readAt(bytes, 0, bytes.length);
  }

  /** The same for a record that is among others. */
  readAt(bytes: Uint8Array, start: number, end: number): Read {
    const { matcher, templates } = this;
    if (matcher.scan(bytes, start, end) === end && matcher.read(bytes)) {
      return this.found('kernel', matcher.program!.known.fields);
    }
    if (templates.match(bytes, start, end) === end) {
      const known = templates.matched;
      this.reader.read(known, bytes);
      const read = this.found('template', known.fields);
      if (read.isClean) {
        matcher.learn(known, bytes, start, end);
      }
      return read;
    }
    return this.byMembers(bytes, start, end, true);
  }

  /** Reads a record member by member. */
  byMembers(bytes: Uint8Array, start: number, end: number, isLearned = false): Read {
    const { records, templates } = this;
    const fields = records.read(bytes, start, end);
    const read = this.found('members', fields);
    records.shapes.setClean();
    if (isLearned) {
      templates.missed(bytes, start, end, records.values.isRegular ? records.layout : undefined, fields);
    }
    return read;
  }

  private found(by: Read['by'], found: RecordFields): Read {
    const { clean, isRegular, hasEmptyPairs } = this.records.values;
    const fields = new RecordFields();
    fields.copy(found);
    if (fields.timeState !== validTime) {
      // Nobody looks at what was left of another time.
      Object.assign(fields.time, { day: 0, ticksOfDay: 0, zone: 'utc' });
    }
    return { by, fields, isClean: clean && isRegular && !hasEmptyPairs };
  }
}
