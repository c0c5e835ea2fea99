import { checkRecord } from '../../core/findings/checkRecord.ts';
import type { FindingCode } from '../../core/findings/codes.ts';
import { pointerOf } from '../../core/describe/valueAt.ts';
import { excerpt } from '../../core/findings/verdict.ts';
import { documentedKeys } from '../../core/record/fields.ts';
import { Scan, scanString } from '../../core/reading/jsonScanner.ts';
import type { Rewritten } from '../../core/reading/recordWriter.ts';
import { normalizeRecord, variantKeys } from '../../core/reading/variants.ts';
import { OncePerSource } from './oncePerSource.ts';
import type { RecordScan } from '../../core/reading/recordScan.ts';
import type { BrokenStretch, RecordSink } from '../../core/reading/recordSink.ts';
import { keyEscaped, RecordScanner, valueEscaped } from '../../core/reading/recordScanner.ts';
import { isUtf8 } from '../../core/reading/utf8.ts';
import { parseValueTree, stringAt } from '../../core/reading/valueTree.ts';
import { parseTimeBytes, type TimeSlot } from '../../core/record/parseTime.ts';
import { invalidTime, noTime, textOf, validTime, type RecordTable } from '../columns/recordTable.ts';
import { CallerIndexer } from './callerIndexer.ts';
import type { FindingSink } from './findingTable.ts';
import { keyNumbers, Keys } from './keys.ts';
import { Shapes } from './shapes.ts';
import { TargetIndexer } from './targetIndexer.ts';
import { hashOf, integerAt, internValue, isNull } from './values.ts';
import type { Verdicts } from './verdicts.ts';
import { brokenFinding } from './brokenFinding.ts';
import { FieldVerdicts } from './fieldVerdicts.ts';

/**
 * Fills the columns while a log is read: each record is scanned once, its values are numbered by their bytes, and no
 * object is made of it.
 *
 * Findings ride along. What can be found within a record depends on its shape (which keys, with values of which kinds)
 * and on its values, so both are judged when first seen and remembered. A record whose shape and values are all known
 * to be clean has no findings, without a further look; every other record goes through `checkRecord`, the
 * specification of all findings.
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
  private readonly shapes = new Shapes();
  private readonly verdicts: FieldVerdicts;
  private readonly callers: CallerIndexer;
  private readonly targets: TargetIndexer;
  private readonly keyScan = new Scan();
  private readonly time: TimeSlot = { day: 0, ticksOfDay: 0, zone: 'utc' };
  /** First row of this source in the table. */
  private readonly firstRow: number;
  /** The last row in which each key was seen. */
  private readonly seenIn: number[] = [];
  private row = 0;

  // The record at hand: where it stands, and its values.
  private place: { readonly base: number; readonly line: number; readonly rewritten: Rewritten | undefined } = {
    base: 0,
    line: 0,
    rewritten: undefined,
  };
  /** It has a key that other writers use. */
  private isVariant = false;
  private clean = true;
  private operation = 0;
  private result = 0;
  private description = 0;
  private categories = 0;
  private caller = 0;
  private address = 0;
  private displayName = 0;
  private request = 0;
  private epoch = 0;
  private cloudRole = 0;
  private cloudRoleInstance = 0;
  private sequence: number | bigint | undefined;
  private timeState = noTime;

  constructor(table: RecordTable, findings: FindingSink, seed: number) {
    this.scan = this.scanner.scan;
    this.table = table;
    this.findings = findings;
    this.firstRow = table.length;
    this.keys = new Keys(seed);
    this.variantKeys = new Set(variantKeys.map((key) => this.keys.idOf(key)));
    this.oncePerSource = new OncePerSource(findings);
    this.callers = new CallerIndexer(table);
    this.targets = new TargetIndexer(table);
    this.verdicts = new FieldVerdicts(table, seed);
  }

  read(bytes: Uint8Array, start: number, end: number): number {
    return this.scanner.read(bytes, start, end);
  }

  record(bytes: Uint8Array, start: number, end: number, base: number, line: number): void {
    const { table } = this;
    this.reset();
    this.place = { base, line, rewritten: undefined };
    const isWellFormed = !this.scanner.beyondAscii || isUtf8(bytes, start, end);
    this.readMembers(bytes);
    if (this.isVariant) {
      this.readVariant(bytes, start, end, base, line);
    }
    this.clean &&= isWellFormed;
    const row = this.row;
    table.offset.push(base + start);
    table.byteLength.push(end - start);
    table.line.push(line);
    table.pushTime(this.timeState, this.time.day, this.time.ticksOfDay);
    table.pushSequence(this.sequence);
    table.operation.push(this.operation);
    table.result.push(this.result);
    table.description.push(this.description);
    table.categories.push(this.categories);
    table.caller.push(this.caller);
    table.displayName.push(this.displayName);
    table.label.push(table.labels.of(this.caller, textOf(table.displayNames, this.displayName)));
    table.address.push(this.address);
    table.request.push(this.request);
    this.targets.push();
    table.epoch.push(this.epoch);
    table.cloudRole.push(this.cloudRole);
    table.cloudRoleInstance.push(this.cloudRoleInstance);
    const isKnownShape = this.shapes.isClean();
    if (!this.clean || !isKnownShape) {
      const count = this.check(bytes, start, end, base, line, row - this.firstRow);
      if (this.clean && count === 0) {
        this.shapes.setClean();
      }
    }
  }

  broken(stretch: BrokenStretch): void {
    this.findings.add(brokenFinding(stretch));
  }

  /** Adds what is told once for the source: call it when the source has been read. */
  finish(): void {
    this.oncePerSource.finish();
  }

  private readMembers(bytes: Uint8Array): void {
    this.clean = true;
    this.isVariant = false;
    this.shapes.begin();
    for (let index = 0; index < this.scanner.count; index++) {
      this.member(bytes, index);
    }
  }

  /** Reads the record of another writer in the documented form. */
  private readVariant(bytes: Uint8Array, start: number, end: number, base: number, line: number): void {
    const normalized = normalizeRecord(bytes, parseValueTree(bytes, start, end));
    if (normalized === undefined) {
      this.noteKeysOfVariants(bytes);
      return;
    }
    this.reset();
    // The same keys are seen once more.
    this.seenIn.length = 0;
    this.place = { base, line, rewritten: normalized };
    this.scanner.read(normalized.bytes, 0, normalized.bytes.length);
    this.readMembers(normalized.bytes);
    for (const kind of normalized.kinds) {
      this.noteOnce(`variant ${kind}`, 'value.variant', [kind], '', 0, normalized.bytes.length);
    }
  }

  /** Keys of other writers are unknown in a record that is not theirs. */
  private noteKeysOfVariants(bytes: Uint8Array): void {
    const { scanner } = this;
    for (let index = 0; index < scanner.count; index++) {
      const start = scanner.keyStart[index]!;
      const key = this.keys.idAt(bytes, start, (scanner.marks[index]! & keyEscaped) !== 0, index);
      if (this.variantKeys.has(key)) {
        this.noteUnknownKey(key, bytes, start);
      }
    }
  }

  private noteUnknownKey(key: number, bytes: Uint8Array, start: number): void {
    const end = scanString(bytes, start, bytes.length, this.keyScan);
    const text = this.keys.text(key);
    this.noteOnce(`key ${key}`, 'value.unknownKey', [excerpt(text)], pointerOf([text]), start, end);
  }

  /** Notes a finding that is told once for the source; its place is in the bytes that are being read. */
  private noteOnce(key: string, code: FindingCode, args: readonly string[], pointer: string, start: number, end: number): void {
    const { base, line, rewritten } = this.place;
    const original = rewritten?.originalOf(start, end) ?? { start, end };
    const place = { record: this.row - this.firstRow, pointer, offset: base + original.start, length: original.end - original.start, line };
    this.oncePerSource.note(key, code, args, place);
  }

  private reset(): void {
    this.row = this.table.length;
    this.operation = 0;
    this.result = 0;
    this.description = 0;
    this.categories = 0;
    this.caller = 0;
    this.address = 0;
    this.displayName = 0;
    this.request = 0;
    this.epoch = 0;
    this.cloudRole = 0;
    this.cloudRoleInstance = 0;
    this.sequence = undefined;
    this.timeState = noTime;
    this.targets.reset();
  }

  private member(bytes: Uint8Array, index: number): void {
    const { scanner, table } = this;
    const marks = scanner.marks[index]!;
    const key = this.keys.idAt(bytes, scanner.keyStart[index]!, (marks & keyEscaped) !== 0, index);
    if (this.seenIn[key] === this.row) {
      this.clean = false;
    }
    this.seenIn[key] = this.row;
    this.isVariant ||= this.variantKeys.has(key);
    const start = scanner.valueStart[index]!;
    const end = scanner.valueEnd[index]!;
    const escaped = (marks & valueEscaped) !== 0;
    this.shapes.add(key, bytes, start, end);
    switch (key) {
      case keyNumbers.operationName:
        this.operation = internValue(table.operations, bytes, start, end, escaped);
        this.judge(this.verdicts.operation, this.operation);
        break;
      case keyNumbers.resultType:
        this.result = internValue(table.results, bytes, start, end, escaped);
        this.judge(this.verdicts.result, this.result);
        break;
      case keyNumbers.resultDescription:
        this.description = internValue(table.descriptions, bytes, start, end, escaped);
        break;
      case keyNumbers.auditEventCategory:
        this.readCategories(bytes, start, end);
        break;
      case keyNumbers.callerIdentities:
        this.caller = this.callers.read(bytes, start, end);
        this.clean &&= this.callers.clean;
        break;
      case keyNumbers.targetResources:
        this.targets.read(bytes, start, end);
        this.clean &&= this.targets.clean;
        break;
      case keyNumbers.callerIpAddress:
        this.address = internValue(table.addresses, bytes, start, end, escaped);
        this.judge(this.verdicts.address, this.address);
        break;
      case keyNumbers.callerDisplayName:
        this.displayName = internValue(table.displayNames, bytes, start, end, escaped);
        break;
      case keyNumbers.requestId:
        this.request = isNull(bytes, start) ? 0 : hashOf(bytes, start, end);
        break;
      case keyNumbers.env_time:
        this.readTime(bytes, start, end, escaped);
        break;
      case keyNumbers.env_epoch:
        this.epoch = internValue(table.epochs, bytes, start, end, escaped);
        break;
      case keyNumbers.env_seqNum:
        this.sequence = integerAt(bytes, start, end);
        this.sequence ??= isNull(bytes, start) ? undefined : Infinity;
        this.clean &&= this.sequence === undefined || (typeof this.sequence === 'number' && end - start <= 15);
        break;
      case keyNumbers.env_cloud_role:
        this.cloudRole = internValue(table.cloudRoles, bytes, start, end, escaped);
        break;
      case keyNumbers.env_cloud_roleInstance:
        this.cloudRoleInstance = internValue(table.cloudRoleInstances, bytes, start, end, escaped);
        break;
      default:
        this.readOther(key, bytes, start, end);
        // Keys of other writers are left for when it is known whose record it is.
        if (key > documentedKeys.length && (this.place.rewritten !== undefined || !this.variantKeys.has(key))) {
          this.noteUnknownKey(key, bytes, scanner.keyStart[index]!);
        }
    }
  }

  private judge(verdicts: Verdicts, id: number): void {
    if (id !== 0 && !verdicts.isClean(id)) {
      this.clean = false;
    }
  }

  private readTime(bytes: Uint8Array, start: number, end: number, escaped: boolean): void {
    if (isNull(bytes, start)) {
      return;
    }
    let valid = false;
    if (bytes[start] === 0x22 && !escaped) {
      valid = parseTimeBytes(bytes, start + 1, end - 1, this.time);
    } else if (bytes[start] === 0x22) {
      const text = new TextEncoder().encode(stringAt(bytes, start, end));
      valid = parseTimeBytes(text, 0, text.length, this.time);
    }
    this.timeState = valid ? validTime : invalidTime;
    if (valid && this.time.zone === 'dotnet') {
      this.noteOnce('variant date', 'value.variant', ['date'], '/env_time', start, end);
    }
    this.clean &&= valid && this.time.zone !== 'none';
  }

  private readCategories(bytes: Uint8Array, start: number, end: number): void {
    const { categoryNames, categoryLists } = this.table;
    categoryLists.begin();
    const node = bytes[start] === 0x5b ? parseValueTree(bytes, start, end) : undefined;
    const items = node?.items ?? (isNull(bytes, start) ? [] : [parseValueTree(bytes, start, end)]);
    for (const item of items) {
      const id = internValue(categoryNames, bytes, item.start, item.end, true);
      this.clean &&= item.kind === 'string';
      this.judge(this.verdicts.category, id);
      categoryLists.push(id);
    }
    this.categories = categoryLists.intern();
  }

  /** A key without a column: its value counts only for findings. */
  private readOther(key: number, bytes: Uint8Array, start: number, end: number): void {
    const first = bytes[start]!;
    if (first === 0x7b || first === 0x5b) {
      // Whatever is nested may hold what JavaScript would lose.
      this.clean = false;
      return;
    }
    this.clean &&= this.verdicts.isCleanOther(key, bytes, start, end);
  }

  private check(bytes: Uint8Array, start: number, end: number, base: number, line: number, record: number): number {
    const found = checkRecord(bytes, parseValueTree(bytes, start, end));
    for (const finding of found) {
      this.findings.add({
        code: finding.code,
        record,
        pointer: finding.pointer,
        offset: base + finding.start,
        length: finding.end - finding.start,
        line,
        args: finding.args,
      });
    }
    return found.length;
  }
}
