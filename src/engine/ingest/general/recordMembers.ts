import { keyEscaped, RecordScanner, valueEscaped } from '../../../core/json/recordScanner.ts';
import { isUtf8 } from '../../../core/json/utf8.ts';
import { MemberScanner } from '../template/memberScanner.ts';
import { isDocumentedKey, keyNumbers, type Keys } from '../values/keys.ts';
import { RecordFields } from '../values/recordFields.ts';
import { RecordLayout } from '../values/recordLayout.ts';
import { kindOf, type Shapes } from '../values/shapes.ts';
import type { ValueReader } from '../values/valueReader.ts';
import type { Writing } from '../values/values.ts';

/**
 * Reads records that match no template, member by member: places into the layout, values into the fields. The scanner of
 * members finds them where it can, and where it cannot, the general scanner.
 */
export class RecordMembers {
  readonly scanner = new RecordScanner();
  /** Of the record that was last read. */
  readonly layout = new RecordLayout();
  readonly fields = new RecordFields();
  /** It has a key that other writers use. */
  hasVariantKey = false;
  /** Only the general scanner has read it. */
  isScannedSlowly = false;
  private readonly quick: MemberScanner;
  private readonly keys: Keys;
  private readonly variantKeys: ReadonlySet<number>;
  private readonly shapes: Shapes;
  private readonly values: ValueReader;
  /** The last record in which each key was seen. */
  private readonly seenIn: number[] = [];

  constructor(seed: number, keys: Keys, variantKeys: ReadonlySet<number>, shapes: Shapes, values: ValueReader) {
    this.quick = new MemberScanner(seed);
    this.keys = keys;
    this.variantKeys = variantKeys;
    this.shapes = shapes;
    this.values = values;
  }

  /** Finds the members of the record at `start`; returns the offset after it, or what the general scanner says of it. */
  scan(bytes: Uint8Array, start: number, end: number): number {
    const found = this.quick.read(bytes, start, end);
    this.isScannedSlowly = found === -1;
    return this.isScannedSlowly ? this.scanner.read(bytes, start, end) : found;
  }

  /** Whether the record that was scanned may hold line breaks. */
  get mayHoldBreaks(): boolean {
    return this.isScannedSlowly || this.quick.mayHoldBreaks;
  }

  /** Whether the record that was scanned, from `start` up to `end`, is UTF-8. */
  isWellFormed(bytes: Uint8Array, start: number, end: number): boolean {
    return this.isScannedSlowly ? !this.scanner.beyondAscii || isUtf8(bytes, start, end) : this.quick.isWellFormed;
  }

  /** Reads the values of the record that was scanned, whose number no other record has. */
  read(bytes: Uint8Array, record: number): void {
    this.begin();
    if (this.isScannedSlowly) {
      this.readScanned(bytes, record);
    } else {
      this.readQuick(bytes, record);
    }
  }

  /** Reads the same record once more, in the documented form. */
  readAgain(bytes: Uint8Array, record: number): void {
    this.seenIn.length = 0;
    this.scanner.read(bytes, 0, bytes.length);
    this.begin();
    this.readScanned(bytes, record);
  }

  private begin(): void {
    this.values.begin();
    this.fields.reset();
    this.layout.clear();
    this.hasVariantKey = false;
    this.shapes.begin();
  }

  private readScanned(bytes: Uint8Array, record: number): void {
    const { scanner } = this;
    for (let index = 0; index < scanner.count; index++) {
      const marks = scanner.marks[index]!;
      const keyStart = scanner.keyStart[index]!;
      const key = this.keys.idAt(bytes, keyStart, (marks & keyEscaped) !== 0, index);
      const writing = (marks & valueEscaped) === 0 ? 'plain' : 'escaped';
      this.readMember(bytes, record, key, keyStart, scanner.valueStart[index]!, scanner.valueEnd[index]!, writing, 0);
    }
  }

  private readQuick(bytes: Uint8Array, record: number): void {
    const { quick, keys, layout } = this;
    for (let index = 0; index < quick.count; index++) {
      const marks = quick.marks[index]!;
      const keyStart = quick.keyStart[index]!;
      const isEscaped = (marks & keyEscaped) !== 0;
      const key = isEscaped
        ? keys.idAt(bytes, keyStart, true, index)
        : keys.idHashed(bytes, keyStart + 1, quick.keyEnd[index]! - 1, quick.keyHash[index]!);
      if (index === quick.callersMember && key === keyNumbers.callers) {
        layout.callers.copy(quick.callers.places);
      } else if (index === quick.targetsMember && key === keyNumbers.targets) {
        layout.targets.copy(quick.targets.places);
      }
      const writing = (marks & valueEscaped) === 0 ? 'hashed' : 'escaped';
      this.readMember(bytes, record, key, keyStart, quick.valueStart[index]!, quick.valueEnd[index]!, writing, quick.valueHash[index]!);
    }
  }

  private readMember(
    bytes: Uint8Array,
    record: number,
    key: number,
    keyStart: number,
    start: number,
    end: number,
    writing: Writing,
    hash: number,
  ): void {
    const { values } = this;
    if (this.seenIn[key] === record) {
      values.isRegular = false;
    }
    this.seenIn[key] = record;
    this.layout.push(key, keyStart, start, end);
    this.shapes.add(key, kindOf(bytes, start, end));
    values.read(this.fields, this.layout, key, bytes, start, end, writing, hash);
    this.hasVariantKey ||= !isDocumentedKey(key) && this.variantKeys.has(key);
  }
}
