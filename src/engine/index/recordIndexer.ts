import { checkRecord } from '../../core/findings/checkRecord.ts';
import type { Finding } from '../../core/findings/finding.ts';
import { Scan } from '../../core/reading/jsonScanner.ts';
import type { Inside } from '../../core/reading/otherLists.ts';
import type { RecordScan } from '../../core/reading/recordScan.ts';
import { keyEscaped, RecordScanner, valueEscaped } from '../../core/reading/recordScanner.ts';
import type { BrokenStretch, RecordSink } from '../../core/reading/recordSink.ts';
import { isUtf8 } from '../../core/reading/utf8.ts';
import { parseValueTree, type ValueNode } from '../../core/reading/valueTree.ts';
import { brokenPayload, type NormalizedRecord, normalizeRecord, variantKeys } from '../../core/reading/variants.ts';
import type { RecordTable } from '../columns/recordTable.ts';
import { TemplateReader } from '../template/templateReader.ts';
import { Templates } from '../template/templates.ts';
import { brokenFinding } from './brokenFinding.ts';
import type { FindingSink } from './findingTable.ts';
import { Keys } from './keys.ts';
import type { OncePerSource } from './oncePerSource.ts';
import { RecordFields } from './recordFields.ts';
import { RecordLayout } from './recordLayout.ts';
import { RecordNotes } from './recordNotes.ts';
import { kindOf, Shapes } from './shapes.ts';
import { ValueFindings } from './valueFindings.ts';
import { ValueReader } from './valueReader.ts';

/**
 * Fills the columns while a log is read: each record is scanned once, its values are numbered by their bytes, and no
 * object is made of it.
 *
 * A record is first held against the templates of those before it (`template/`), which costs a comparison of its keys and
 * a scan of what differs. Where none matches, the general scanner reads it, and the templates learn from it. Both ways
 * fill the same columns.
 *
 * Findings ride along. What can be found within a record depends on its shape (which keys, with values of which kinds)
 * and on its values. Of a regular record whose shape is known to be clean, each finding is about one value, and was made
 * when that value was first seen. Every other record goes through `checkRecord`, the specification of all findings; if
 * that tells nothing but what the values tell, the shape is clean from then on.
 */
export class RecordIndexer implements RecordScan, RecordSink {
  readonly scan: Scan;
  private readonly scanner = new RecordScanner();
  private readonly table: RecordTable;
  private readonly findings: FindingSink;
  private readonly keys: Keys;
  private readonly variantKeys: ReadonlySet<number>;
  /** What is told once for the source. */
  readonly oncePerSource: OncePerSource;
  private readonly notes: RecordNotes;
  private readonly shapes = new Shapes();
  private readonly values: ValueReader;
  private readonly valueFindings: ValueFindings;
  private readonly templates: Templates;
  private readonly templateReader: TemplateReader;
  /** First row of this source in the table. */
  private firstRow: number;
  /** The last row in which each key was seen. */
  private readonly seenIn: number[] = [];
  private row = 0;

  // The record at hand: where it stands, and its values.
  private base = 0;
  private line = 0;
  private matched = false;
  /** It has a key that other writers use. */
  private isVariant = false;
  /** If it has, the record taken apart, and in the documented form if it is another writer's. */
  private variant: { readonly root: ValueNode; readonly normalized: NormalizedRecord | undefined } | undefined;
  private readonly layout = new RecordLayout();
  private readonly fields = new RecordFields();

  constructor(table: RecordTable, findings: FindingSink, seed: number) {
    this.scan = this.scanner.scan;
    this.table = table;
    this.findings = findings;
    this.firstRow = table.length;
    this.keys = new Keys(seed);
    this.variantKeys = new Set(variantKeys.map((key) => this.keys.idOf(key)));
    this.notes = new RecordNotes(findings, this.keys, this.variantKeys, seed);
    this.oncePerSource = this.notes.oncePerSource;
    this.values = new ValueReader(table, seed);
    this.valueFindings = new ValueFindings(table, this.values);
    this.templates = new Templates(table, this.values, new Scan(), seed, (key) => this.notes.isUnknown(key));
    this.templateReader = new TemplateReader(table, this.values, this.shapes);
  }

  read(bytes: Uint8Array, start: number, end: number): number {
    const found = this.templates.match(bytes, start, end);
    this.matched = found !== -1;
    return this.matched ? found : this.scanner.read(bytes, start, end);
  }

  get mayHoldBreaks(): boolean {
    return !this.matched || this.templates.mayHoldBreaks;
  }

  record(bytes: Uint8Array, start: number, end: number, base: number, line: number, inside?: Inside): void {
    this.row = this.table.length;
    this.base = base;
    this.line = line;
    this.notes.begin(this.row - this.firstRow, base, line);
    if (inside !== undefined) {
      this.notes.listInside(inside);
    }
    const known = this.matched ? this.templates.matched : undefined;
    if (known === undefined) {
      this.readScanned(bytes, start, end);
      return;
    }
    const { values, templateReader } = this;
    templateReader.read(known, bytes);
    this.notes.matched(known, bytes, start, this.layout);
    values.isRegular &&= !this.templates.beyondAscii || isUtf8(bytes, start, end);
    const isClean = values.isRegular && known.isShapeClean && this.isClean(known.fields);
    known.fields.push(this.table, base + start, end - start, line);
    if (!isClean) {
      known.fill(this.layout, start);
      templateReader.hash(known);
      this.check(bytes, start, end, known.fields, known.isShapeClean);
    }
  }

  broken(stretch: BrokenStretch): void {
    this.findings.add(brokenFinding(stretch));
  }

  /** Adds what is told once for the source: call it when the source has been read. */
  finish(): void {
    this.oncePerSource.finish();
  }

  /** The records stand from another row on. */
  moveTo(firstRow: number): void {
    this.firstRow = firstRow;
  }

  /** What follows is read after all records from one on have been taken back, to the last mark of what is told once. */
  goBack(record: number): void {
    this.oncePerSource.goBack(record);
    // Rows are counted again, and none has a key yet.
    this.seenIn.length = 0;
  }

  /** Takes up the record that the general scanner has just read. */
  private readScanned(bytes: Uint8Array, start: number, end: number): void {
    const { values, fields } = this;
    const isWellFormed = !this.scanner.beyondAscii || isUtf8(bytes, start, end);
    this.readMembers(bytes);
    const isLearned = values.isRegular && isWellFormed && !this.isVariant;
    if (this.isVariant) {
      this.readVariant(bytes, start, end);
    } else {
      this.noteMembers(bytes, start, true);
    }
    values.isRegular &&= isWellFormed;
    fields.push(this.table, this.base + start, end - start, this.line);
    const isShapeClean = this.shapes.isClean();
    if (!values.isRegular || !isShapeClean || !this.isClean(fields)) {
      this.check(bytes, start, end, fields, isShapeClean);
    }
    this.variant = undefined;
    if (isLearned) {
      this.templates.learn(bytes, start, end, this.layout, fields);
    }
  }

  private isClean(fields: RecordFields): boolean {
    return this.values.clean && (!this.values.hasEmptyPairs || this.valueFindings.isHeartbeat(fields.operation));
  }

  private readMembers(bytes: Uint8Array): void {
    this.values.begin();
    this.fields.reset();
    this.layout.clear();
    this.isVariant = false;
    this.shapes.begin();
    for (let index = 0; index < this.scanner.count; index++) {
      this.readMember(bytes, index);
    }
  }

  private readMember(bytes: Uint8Array, index: number): void {
    const { scanner, values } = this;
    const marks = scanner.marks[index]!;
    const key = this.keys.idAt(bytes, scanner.keyStart[index]!, (marks & keyEscaped) !== 0, index);
    if (this.seenIn[key] === this.row) {
      values.isRegular = false;
    }
    this.seenIn[key] = this.row;
    this.isVariant ||= this.variantKeys.has(key);
    const start = scanner.valueStart[index]!;
    const end = scanner.valueEnd[index]!;
    this.layout.push(key, scanner.keyStart[index]!, start, end);
    this.shapes.add(key, kindOf(bytes, start, end));
    values.read(this.fields, this.layout, key, bytes, start, end, (marks & valueEscaped) === 0 ? 'plain' : 'escaped');
  }

  /** @param mayBeUnknown Nothing but documented keys tells the format of the record, which begins at `start`. */
  private noteMembers(bytes: Uint8Array, start: number, mayBeUnknown: boolean): void {
    if (mayBeUnknown && this.shapes.isUnknownFormat) {
      this.notes.unknownFormat(start);
    } else {
      this.notes.members(bytes, this.layout, this.fields);
    }
  }

  /** Reads the record of another writer in the documented form. */
  private readVariant(bytes: Uint8Array, start: number, end: number): void {
    const root = parseValueTree(bytes, start, end);
    const normalized = normalizeRecord(bytes, root);
    this.variant = { root, normalized };
    const isKnown = normalized !== undefined || brokenPayload(bytes, root) !== undefined;
    this.noteMembers(bytes, start, !isKnown);
    if (normalized === undefined) {
      if (isKnown || !this.shapes.isUnknownFormat) {
        this.notes.keysOfVariants(bytes, this.layout);
      }
      // What is wrong with a payload does not show in keys and kinds.
      this.values.isRegular &&= !isKnown;
      return;
    }
    // The same keys are seen once more.
    this.seenIn.length = 0;
    this.notes.rewrite(root, normalized);
    this.scanner.read(normalized.bytes, 0, normalized.bytes.length);
    this.readMembers(normalized.bytes);
    this.notes.members(normalized.bytes, this.layout, this.fields);
    // Places are those of the text that was written anew.
    this.values.isRegular = false;
  }

  /** Adds the findings of the record whose places are in the layout and whose shape is in the shapes' hash. */
  private check(bytes: Uint8Array, start: number, end: number, fields: RecordFields, isShapeClean: boolean): void {
    const { values } = this;
    const ofValues = values.isRegular ? this.valueFindings.of(bytes, this.layout, fields) : undefined;
    if (ofValues !== undefined && isShapeClean) {
      this.addFindings(ofValues);
      return;
    }
    const { variant } = this;
    const found = checkRecord(bytes, variant?.root ?? parseValueTree(bytes, start, end), variant);
    this.addFindings(found);
    if (ofValues !== undefined && areEqual(found, ofValues)) {
      this.shapes.setClean();
    }
  }

  private addFindings(found: readonly Finding[]): void {
    const { base, line } = this;
    for (const { code, pointer, start, end, args } of found) {
      const place = { record: this.row - this.firstRow, pointer, offset: base + start, length: end - start, line };
      this.findings.add({ ...place, code, args });
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
