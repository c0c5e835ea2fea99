import { checkRecord } from '../../../core/rules/checkRecord.ts';
import type { Finding } from '../../../core/finding/finding.ts';
import { Scan } from '../../../core/json/jsonScanner.ts';
import type { Inside } from '../../../core/reading/otherLists.ts';
import type { RecordScan } from '../../../core/reading/recordScan.ts';
import type { BrokenStretch, RecordSink } from '../../../core/reading/recordSink.ts';
import { parseValueTree, type ValueNode } from '../../../core/json/valueTree.ts';
import { generic } from '../../../core/formats/builtInFormats.ts';
import type { CompiledFormat } from '../../../core/formats/compiledFormat.ts';
import { recordFormat, type RecordFormat } from '../../../core/formats/recordFormat.ts';
import { brokenPayload, type NormalizedRecord, variantKeys } from '../../../core/formats/attestation/variants.ts';
import { invalidTime, type RecordTable } from '../../columns/recordTable.ts';
import { TemplateReader } from '../template/templateReader.ts';
import { Templates } from '../template/templates.ts';
import { brokenFinding } from './brokenFinding.ts';
import { FormatDetector } from './formatDetector.ts';
import type { FindingSink } from '../../findings/findingTable.ts';
import { Keys } from '../values/keys.ts';
import type { IndexingSteps } from './indexingSteps.ts';
import { PerSourceFindings } from './perSourceFindings.ts';
import type { RecordFields } from '../values/recordFields.ts';
import { RecordMembers } from './recordMembers.ts';
import { RecordNotes } from './recordNotes.ts';
import { RoleReader } from './roleReader.ts';
import { Shapes } from '../values/shapes.ts';
import { ValueFindings } from '../values/valueFindings.ts';
import { ValueReader } from '../values/valueReader.ts';

/**
 * Fills the columns while a log is read: each record is scanned once, its values are numbered by their bytes, and no
 * object is made of it.
 *
 * A record is first held against the templates of those before it (`template/`), which costs a comparison of its keys and
 * a scan of what differs. Where none matches, its members are read one by one (`recordMembers.ts`), and the templates learn
 * from it. Both ways fill the same columns.
 *
 * Findings ride along. What can be found within a record depends on its shape (which keys, with values of which kinds)
 * and on its values. Of a regular record whose shape is known to be clean, each finding is about one value, and was made
 * when that value was first seen. Every other record goes through `checkRecord`, the specification of all findings; if
 * that says nothing but what the values say, the shape is clean from then on.
 *
 * One indexer serves all sources of a log, one after the other ({@link continueWith}): what is learned from one, templates,
 * shapes, keys and verdicts, need not be learned from the next.
 */
export class RecordIndexer implements RecordScan, RecordSink {
  readonly scan: Scan;
  private readonly table: RecordTable;
  private findings: FindingSink;
  private readonly notes: RecordNotes;
  private readonly shapes = new Shapes();
  private readonly values: ValueReader;
  private readonly valueFindings: ValueFindings;
  private readonly templates: Templates;
  private readonly members: RecordMembers;
  private readonly templateReader: TemplateReader;
  private readonly roles: RoleReader;
  private readonly detector: FormatDetector;
  private readonly counted = { matched: 0, scanned: 0, scannedSlowly: 0, judged: 0 };
  /** First row of this source in the table. */
  private firstRow: number;
  private row = 0;

  // The record at hand: where it is, and its values.
  private base = 0;
  private line = 0;
  private isMatched = false;
  /** If it has a key that other writers use, the record taken apart, and in the documented form if it is another writer's. */
  private variant: { readonly root: ValueNode; readonly format: RecordFormat } | undefined;

  constructor(table: RecordTable, findings: FindingSink, seed: number) {
    this.table = table;
    this.findings = findings;
    this.firstRow = table.length;
    const keys = new Keys(seed);
    const keysOfVariants = new Set(variantKeys.map((key) => keys.idOf(key)));
    this.notes = new RecordNotes(new PerSourceFindings(findings, seed), keys, keysOfVariants);
    this.values = new ValueReader(table, seed);
    this.valueFindings = new ValueFindings(table, this.values);
    this.members = new RecordMembers(seed, keys, keysOfVariants, this.shapes, this.values);
    this.scan = this.members.scanner.scan;
    this.templates = new Templates(table, this.values, new Scan(), seed, (key) => this.notes.isUnknown(key));
    this.templateReader = new TemplateReader(table, this.values, this.shapes);
    this.roles = new RoleReader(table, keys, this.values.targets, seed);
    this.detector = new FormatDetector(keys);
  }

  /** What is reported once for the source. */
  get perSourceFindings(): PerSourceFindings {
    return this.notes.perSourceFindings;
  }

  /** What is read from now on comes from another source, whose records are in the table from `firstRow` on. */
  continueWith(findings: FindingSink, firstRow: number, perSourceFindings: PerSourceFindings): void {
    this.findings = findings;
    this.firstRow = firstRow;
    this.notes.perSourceFindings = perSourceFindings;
    // Rows may have been taken back.
    this.members.forgetRows();
  }

  read(bytes: Uint8Array, start: number, end: number): number {
    const matched = this.templates.match(bytes, start, end);
    if (matched !== -1) {
      this.isMatched = true;
      return matched;
    }
    this.isMatched = false;
    return this.members.scan(bytes, start, end);
  }

  get mayHoldBreaks(): boolean {
    return this.isMatched ? this.templates.matched.template.mayHoldBreaks : this.members.mayHoldBreaks;
  }

  record(bytes: Uint8Array, start: number, end: number, base: number, line: number, inside?: Inside): void {
    this.row = this.table.length;
    this.base = base;
    this.line = line;
    this.notes.begin(this.row - this.firstRow, base, line);
    if (inside !== undefined) {
      this.notes.listInside(inside);
    }
    if (!this.isMatched) {
      this.readScanned(bytes, start, end);
      return;
    }
    const known = this.templates.matched;
    const { values, templateReader } = this;
    this.counted.matched++;
    templateReader.read(known, bytes);
    this.notes.matched(known, bytes, start, this.members.layout);
    values.isRegular &&= known.template.isWellFormed;
    const isClean = values.isRegular && known.isShapeClean && this.isClean(known.fields);
    known.fields.push(this.table, base + start, end - start, line);
    if (!isClean) {
      known.fill(this.members.layout, start);
      this.check(bytes, start, end, known.fields, known.isShapeClean);
    }
  }

  broken(stretch: BrokenStretch): void {
    this.findings.add(brokenFinding(stretch));
  }

  /** What reading has cost so far. */
  get steps(): IndexingSteps {
    const { counted, templates, notes } = this;
    return { ...counted, learned: templates.learnings, comparedInVain: templates.comparedInVain, noted: notes.made };
  }

  /** Takes up a record that matched no template. */
  private readScanned(bytes: Uint8Array, start: number, end: number): void {
    const { members, shapes } = this;
    const isWellFormed = members.isWellFormed(bytes, start, end);
    this.counted[members.isScannedSlowly ? 'scannedSlowly' : 'scanned']++;
    members.read(bytes, this.row);
    const isPlain = shapes.hasOwnKey && !members.hasVariantKey;
    const byKeys = isPlain ? 'attestation' : this.detector.formatOf(bytes, members.layout);
    if (byKeys === 'attestation') {
      this.notes.members(bytes, members.layout, members.fields);
      this.addAttestation(bytes, start, end, isWellFormed, true);
      return;
    }
    const root = byKeys === undefined ? parseValueTree(bytes, start, end) : undefined;
    const format = root && recordFormat(bytes, root);
    if (root !== undefined && format?.kind === 'attestation') {
      this.readByTree(bytes, root, format.normalized);
      this.addAttestation(bytes, start, end, isWellFormed, false);
      return;
    }
    this.readOther(bytes, start, end, byKeys ?? (format?.kind === 'other' ? format.compiled : generic), isWellFormed);
    this.templates.missed(bytes, start, end);
  }

  /**
   * Adds a record of Attestation whose values have been read.
   *
   * @param byKeys Its keys alone say that it is one: a template, which looks at no more, may be made of it.
   */
  private addAttestation(bytes: Uint8Array, start: number, end: number, isWellFormed: boolean, byKeys: boolean): void {
    const { values, members, shapes } = this;
    const isLearned = values.isRegular && isWellFormed && byKeys;
    values.isRegular &&= isWellFormed;
    members.fields.push(this.table, this.base + start, end - start, this.line);
    const isShapeClean = shapes.isClean();
    if (!values.isRegular || !isShapeClean || !this.isClean(members.fields)) {
      this.check(bytes, start, end, members.fields, isShapeClean);
    }
    this.variant = undefined;
    if (isLearned) {
      this.templates.missed(bytes, start, end, members.layout, members.fields);
    } else {
      this.templates.missed(bytes, start, end);
    }
  }

  /** Reads a record whose format is data. Its shape says nothing of findings: only its values do. */
  private readOther(bytes: Uint8Array, start: number, end: number, compiled: CompiledFormat, isWellFormed: boolean): void {
    const { values, members, roles, table } = this;
    const { fields } = members;
    if (compiled === generic) {
      this.notes.unknownFormat(start);
    }
    roles.read(compiled, bytes, members.layout, fields);
    fields.push(table, this.base + start, end - start, this.line);
    if (!values.isRegular || !isWellFormed || fields.timeState === invalidTime) {
      this.counted.judged++;
      this.addFindings(checkRecord(bytes, parseValueTree(bytes, start, end), { kind: 'other', compiled }));
    }
  }

  private isClean(fields: RecordFields): boolean {
    return this.values.clean && (!this.values.hasEmptyPairs || this.valueFindings.isHeartbeat(fields.operation));
  }

  /** Reads a record whose keys alone do not say what it is, in the documented form if it is another writer's. */
  private readByTree(bytes: Uint8Array, root: ValueNode, normalized: NormalizedRecord | undefined): void {
    if (!this.members.hasVariantKey) {
      this.notes.members(bytes, this.members.layout, this.members.fields);
      return;
    }
    this.variant = { root, format: { kind: 'attestation', normalized } };
    this.notes.members(bytes, this.members.layout, this.members.fields);
    if (normalized === undefined) {
      this.notes.keysOfVariants(bytes, this.members.layout);
      // What is wrong with a payload does not show in keys and kinds.
      this.values.isRegular &&= brokenPayload(bytes, root) === undefined;
      return;
    }
    this.notes.rewrite(root, normalized);
    this.members.readAgain(normalized.bytes, this.row);
    this.notes.members(normalized.bytes, this.members.layout, this.members.fields);
    // Places are those of the text that was rewritten.
    this.values.isRegular = false;
  }

  /** Adds the findings of the record whose places are in the layout and whose shape is in the shapes' hash. */
  private check(bytes: Uint8Array, start: number, end: number, fields: RecordFields, isShapeClean: boolean): void {
    const { values } = this;
    const ofValues = values.isRegular ? this.valueFindings.of(bytes, this.members.layout, fields) : undefined;
    if (ofValues !== undefined && isShapeClean) {
      this.addFindings(ofValues);
      return;
    }
    const { variant } = this;
    this.counted.judged++;
    const found = checkRecord(bytes, variant?.root ?? parseValueTree(bytes, start, end), variant?.format);
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
