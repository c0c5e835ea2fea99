import type { Finding } from '../../../core/finding/finding.ts';
import type { Inside } from '../../../core/reading/otherLists.ts';
import type { RecordTable } from '../../columns/recordTable.ts';
import type { FindingSink } from '../../findings/findingTable.ts';
import type { SchemaChecks } from '../../schemas/schemaChecks.ts';
import type { RecordFields } from '../values/recordFields.ts';
import type { PerSourceFindings } from './perSourceFindings.ts';
import type { RecordNotes } from './recordNotes.ts';

/** Where the record at hand goes, whichever reader has read it: its row, and what is reported about it. */
export class RecordOutput {
  readonly notes: RecordNotes;
  /** Records that `checkRecord` has judged. */
  judged = 0;
  /** The row of the record at hand. */
  row = 0;
  findings: FindingSink;
  private readonly table: RecordTable;
  /** First row of this source in the table. */
  private firstRow: number;
  private base = 0;
  private line = 0;
  private readonly schemas: SchemaChecks | undefined;

  constructor(table: RecordTable, findings: FindingSink, notes: RecordNotes, schemas?: SchemaChecks) {
    this.table = table;
    this.findings = findings;
    this.notes = notes;
    this.schemas = schemas;
    this.firstRow = table.length;
  }

  /** What comes from now on is of another source, whose records are in the table from `firstRow` on. */
  continueWith(findings: FindingSink, firstRow: number, perSourceFindings: PerSourceFindings): void {
    this.findings = findings;
    this.firstRow = firstRow;
    this.notes.perSourceFindings = perSourceFindings;
  }

  /** Begins a record: `base` is the source's offset of the bytes at hand. */
  begin(base: number, line: number, inside: Inside | undefined): void {
    this.row = this.table.length;
    this.base = base;
    this.line = line;
    this.notes.begin(this.row - this.firstRow, base, line);
    if (inside !== undefined) {
      this.notes.listInside(inside);
    }
  }

  /** Adds the row of the record, which is in the bytes from `start` up to `end`. */
  push(fields: RecordFields, start: number, end: number): void {
    fields.push(this.table, this.base + start, end - start, this.line);
  }

  /** Holds the record, which has been read, against the schemas of the user's own. */
  checkSchemas(bytes: Uint8Array, start: number, end: number): void {
    if (this.schemas !== undefined) {
      this.report(this.schemas.check(bytes, start, end));
    }
  }

  /** Adds findings of the record; their places are in the bytes at hand. */
  report(found: readonly Finding[]): void {
    const { base, line, schemas } = this;
    for (const finding of schemas === undefined ? found : found.filter((one) => schemas.counts(one))) {
      const { code, pointer, start, end, args } = finding;
      const place = { record: this.row - this.firstRow, pointer, offset: base + start, length: end - start, line };
      this.findings.add({ ...place, code, args });
    }
  }
}
