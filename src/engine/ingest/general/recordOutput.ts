import type { Finding } from '../../../core/finding/finding.ts';
import type { Inside } from '../../../core/reading/otherLists.ts';
import type { Outcomes } from '../../columns/outcomes.ts';
import { RowBatch } from '../../columns/rowBatch.ts';
import { FindingBatch } from '../../findings/findingBatch.ts';
import type { FindingWords } from '../../findings/findingWords.ts';
import type { SchemaChecks } from '../../schemas/schemaChecks.ts';
import type { RecordFields } from '../values/recordFields.ts';
import type { RecordBatch } from './recordBatch.ts';
import type { RecordNotes } from './recordNotes.ts';

/** Fills the batch at hand, whichever reader has read a record: its row, and what is reported about it. */
export class RecordOutput {
  readonly notes: RecordNotes;
  readonly findings: FindingBatch;
  /** Records that `checkRecord` has judged. */
  judged = 0;
  /** How many records have begun: a number that no other record has. */
  begun = 0;
  private readonly rows = new RowBatch();
  private readonly outcomes: Outcomes;
  /** The number of the record at hand in the batch. */
  private record = 0;
  private base = 0;
  private line = 0;
  private readonly schemas: SchemaChecks | undefined;

  constructor(outcomes: Outcomes, words: FindingWords, notes: RecordNotes, schemas?: SchemaChecks) {
    this.outcomes = outcomes;
    this.findings = new FindingBatch(words);
    this.notes = notes;
    this.schemas = schemas;
  }

  /** Number of records in the batch. */
  get length(): number {
    return this.rows.length;
  }

  /** Hands out the batch at hand, and begins the next. */
  take(): RecordBatch {
    return { rows: this.rows.take(), findings: this.findings.take(), notes: this.notes.perSourceFindings.take() };
  }

  /** Begins a record: `base` is the source's offset of the bytes at hand. */
  begin(base: number, line: number, inside: Inside | undefined): void {
    this.begun++;
    this.record = this.rows.length;
    this.base = base;
    this.line = line;
    this.notes.begin(this.record, base, line);
    if (inside !== undefined) {
      this.notes.listInside(inside);
    }
  }

  /** Adds the row of the record, which is in the bytes from `start` up to `end`. */
  push(fields: RecordFields, start: number, end: number): void {
    fields.push(this.rows, this.outcomes, this.base + start, end - start, this.line);
  }

  /** Holds the record, which has been read, against the schemas of the user's own. */
  checkSchemas(bytes: Uint8Array, start: number, end: number): void {
    if (this.schemas !== undefined) {
      this.report(this.schemas.check(bytes, start, end));
    }
  }

  /** Adds findings of the record; their places are in the bytes at hand. */
  report(found: readonly Finding[]): void {
    const { record, base, line, schemas } = this;
    for (const finding of schemas === undefined ? found : found.filter((one) => schemas.counts(one))) {
      const { code, pointer, start, end, args } = finding;
      const place = { record, pointer, offset: base + start, length: end - start, line };
      this.findings.add({ ...place, code, args });
    }
  }
}
