import { callerKeys, targetKeys } from '../../../core/formats/attestation/roleKeys.ts';
import { signatureGroupOf, type SignatureGroup } from '../../../core/record/results.ts';
import { lastSequence } from '../../../core/record/sequenceNumber.ts';
import { Scan, scanValue, skipBlanks } from '../../../core/json/jsonScanner.ts';
import { sourceText } from '../../../core/json/utf8.ts';
import { parseTimeBytes } from '../../../core/record/parseTime.ts';
import { parseValueTree, stringAt } from '../../../core/json/valueTree.ts';
import { ByteView } from '../../columns/byteView.ts';
import { invalidTime, noTime, validTime, type RecordTable } from '../../columns/recordTable.ts';
import { CallerIndexer } from './callerIndexer.ts';
import { FieldVerdicts, isPlainNumber } from './fieldVerdicts.ts';
import { keyNumbers } from './keys.ts';
import { NestedValues } from './nestedValues.ts';
import { PairScanner } from './pairs.ts';
import type { RecordFields } from './recordFields.ts';
import type { PairPlaces, RecordLayout } from './recordLayout.ts';
import { TargetIndexer } from './targetIndexer.ts';
import { hashOf, internValue, isNull, wholeNumberAt, type Writing } from './values.ts';

/**
 * Reads the values of a record into its fields, and notes what kind of findings they may have:
 *
 * - `clean`: nothing is to be said of any of them;
 * - `isRegular`: what is to be said can be said of each value by itself (`valueFindings.ts`), with no look at the whole record.
 */
export class ValueReader {
  clean = true;
  isRegular = true;
  /** An array of pairs is empty, which only a heartbeat's may be. */
  hasEmptyPairs = false;
  readonly verdicts: FieldVerdicts;
  readonly callers: CallerIndexer;
  readonly targets: TargetIndexer;
  private readonly nested: NestedValues;
  private readonly identityPairs: PairScanner;
  private readonly targetPairs: PairScanner;
  private readonly scan = new Scan();
  private readonly view = new ByteView();
  private readonly table: RecordTable;

  constructor(table: RecordTable, seed: number) {
    this.table = table;
    this.nested = new NestedValues(seed);
    this.identityPairs = new PairScanner(callerKeys.type, callerKeys.value, this.nested);
    this.targetPairs = new PairScanner(targetKeys.type, targetKeys.value, this.nested);
    this.verdicts = new FieldVerdicts(table, seed);
    this.callers = new CallerIndexer(table);
    this.targets = new TargetIndexer(table);
  }

  /** Begins a record. */
  begin(): void {
    this.clean = true;
    this.isRegular = true;
    this.hasEmptyPairs = false;
  }

  /**
   * Reads the value of a member, which is valid JSON. Of arrays of pairs the places are left in `layout`, if they are
   * regular.
   *
   * @param hash Of the string's content, if `writing` says that it is known.
   */
  read(
    fields: RecordFields,
    layout: RecordLayout,
    key: number,
    bytes: Uint8Array,
    start: number,
    end: number,
    writing: Writing,
    hash = 0,
  ): void {
    const { table, verdicts } = this;
    // Where null is usual, an empty string is remarkable.
    this.clean &&= end - start !== 2 || bytes[start] !== 0x22;
    switch (key) {
      case keyNumbers.operation:
        fields.operation = internValue(table.operations, bytes, start, end, writing, hash);
        this.clean &&= fields.operation === 0 || verdicts.operation.isClean(fields.operation);
        break;
      case keyNumbers.result:
        fields.result = internValue(table.results, bytes, start, end, writing, hash);
        this.clean &&= fields.result === 0 || verdicts.result.isClean(fields.result);
        break;
      case keyNumbers.description:
        fields.description = internValue(table.descriptions, bytes, start, end, writing, hash);
        break;
      case keyNumbers.category:
        this.readCategories(fields, bytes, start, end);
        break;
      case keyNumbers.callers:
        this.readCallers(fields, layout.callers, bytes, start, end);
        break;
      case keyNumbers.targets:
        this.readTargets(fields, layout.targets, bytes, start, end);
        break;
      case keyNumbers.address:
        fields.address = internValue(table.addresses, bytes, start, end, writing, hash);
        this.clean &&= fields.address === 0 || verdicts.address.isClean(fields.address);
        break;
      case keyNumbers.displayName:
        fields.displayName = internValue(table.displayNames, bytes, start, end, writing, hash);
        break;
      case keyNumbers.request:
        fields.request = isNull(bytes, start) ? 0 : hashOf(this.view.of(bytes), start, end);
        break;
      case keyNumbers.time:
        this.readTime(fields, bytes, start, end, writing);
        break;
      case keyNumbers.epoch:
        fields.epoch = internValue(table.epochs, bytes, start, end, writing, hash);
        break;
      case keyNumbers.sequence:
        this.readSequence(fields, bytes, start, end);
        break;
      case keyNumbers.serviceRole:
        fields.cloudRole = internValue(table.cloudRoles, bytes, start, end, writing, hash);
        break;
      case keyNumbers.serviceRoleInstance:
        fields.cloudRoleInstance = internValue(table.cloudRoleInstances, bytes, start, end, writing, hash);
        break;
      case keyNumbers.signature:
        fields.signature = signatureAt(bytes, start, end);
        this.readOther(key, bytes, start, end);
        break;
      default:
        this.readOther(key, bytes, start, end);
    }
  }

  /** What is noted of the identities whose list has this id; `pairs` is how many there are. */
  noteCallers(list: number, pairs: number): void {
    this.hasEmptyPairs ||= pairs === 0;
    this.clean &&= pairs === 0 || this.callers.verdicts.isClean(list);
  }

  /** What is noted of the targets whose places have this id; `pairs` is how many targets there are. */
  noteTargets(places: number, pairs: number): void {
    this.hasEmptyPairs ||= pairs === 0;
    this.clean &&= places === 0 || this.targets.verdicts.isClean(places);
  }

  private readCallers(fields: RecordFields, pairs: PairPlaces, bytes: Uint8Array, start: number, end: number): void {
    if (pairs.isRead || (bytes[start] === 0x5b && this.identityPairs.readAll(bytes, start, end, pairs))) {
      pairs.isRead = false;
      fields.caller = this.callers.read(bytes, pairs);
      this.noteCallers(fields.caller, pairs.count);
    } else {
      pairs.clear();
      this.isRegular = false;
      fields.caller = this.callers.readIrregular(bytes, parseValueTree(bytes, start, end));
    }
  }

  private readTargets(fields: RecordFields, pairs: PairPlaces, bytes: Uint8Array, start: number, end: number): void {
    if (pairs.isRead || (bytes[start] === 0x5b && this.targetPairs.readAll(bytes, start, end, pairs))) {
      pairs.isRead = false;
      this.targets.read(bytes, pairs, fields);
      this.noteTargets(fields.places, pairs.count);
    } else {
      pairs.clear();
      this.isRegular = false;
      this.targets.readIrregular(bytes, parseValueTree(bytes, start, end), fields);
    }
  }

  private readTime(fields: RecordFields, bytes: Uint8Array, start: number, end: number, writing: Writing): void {
    if (isNull(bytes, start)) {
      fields.timeState = noTime;
      return;
    }
    let valid = false;
    if (bytes[start] === 0x22 && writing !== 'escaped') {
      valid = parseTimeBytes(bytes, start + 1, end - 1, fields.time);
    } else if (bytes[start] === 0x22) {
      const text = new TextEncoder().encode(stringAt(bytes, start, end));
      valid = parseTimeBytes(text, 0, text.length, fields.time);
    }
    fields.timeState = valid ? validTime : invalidTime;
    this.clean &&= valid && fields.time.zone !== 'none';
  }

  private readSequence(fields: RecordFields, bytes: Uint8Array, start: number, end: number): void {
    if (isNull(bytes, start)) {
      fields.sequence = undefined;
      return;
    }
    const sequence = wholeNumberAt(bytes, start, end);
    const isNumber = sequence !== undefined && sequence <= lastSequence;
    // What no writer can have given takes no part in the numbering: queries look at its text, and rules at the record.
    fields.sequence = isNumber ? sequence : Infinity;
    this.isRegular &&= isNumber;
  }

  private readCategories(fields: RecordFields, bytes: Uint8Array, start: number, end: number): void {
    const { categoryLists } = this.table;
    categoryLists.begin();
    if (bytes[start] === 0x5b) {
      let position = skipBlanks(bytes, start + 1, end);
      while (bytes[position] !== 0x5d) {
        const itemEnd = scanValue(bytes, position, end, this.scan);
        this.readCategory(bytes, position, itemEnd);
        this.isRegular &&= bytes[position] === 0x22;
        position = skipBlanks(bytes, itemEnd, end);
        position = bytes[position] === 0x2c ? skipBlanks(bytes, position + 1, end) : position;
      }
    } else if (!isNull(bytes, start)) {
      this.readCategory(bytes, start, end);
      this.isRegular = false;
    }
    fields.categories = categoryLists.intern();
  }

  private readCategory(bytes: Uint8Array, start: number, end: number): void {
    const { categoryNames, categoryLists } = this.table;
    const id = internValue(categoryNames, bytes, start, end, 'escaped');
    this.clean &&= id === 0 || this.verdicts.category.isClean(id);
    categoryLists.push(id);
  }

  /** A key without a column: its value counts only for findings. */
  private readOther(key: number, bytes: Uint8Array, start: number, end: number): void {
    const first = bytes[start]!;
    if (first === 0x7b || first === 0x5b) {
      this.isRegular &&= this.nested.areLossless(bytes, start, end);
      return;
    }
    const isNumber = first === 0x2d || (first >= 0x30 && first <= 0x39);
    this.isRegular &&= !isNumber || isPlainNumber(bytes, start, end);
    this.clean &&= this.verdicts.isCleanOther(key, bytes, start, end);
  }
}

function signatureAt(bytes: Uint8Array, start: number, end: number): SignatureGroup | undefined {
  return signatureGroupOf(bytes[start] === 0x22 ? stringAt(bytes, start, end) : sourceText(bytes, start, end));
}
