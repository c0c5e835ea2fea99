import type { FindingCode } from '../../../core/finding/codes.ts';
import { excerpt } from '../../../core/finding/verdict.ts';
import { pointerOf, valueAt } from '../../../core/json/valueAt.ts';
import { childPointer } from '../../../core/json/jsonPointer.ts';
import { Scan, scanString } from '../../../core/json/jsonScanner.ts';
import type { Inside } from '../../../core/reading/otherLists.ts';
import type { ValueNode } from '../../../core/json/valueTree.ts';
import type { NormalizedRecord, VariantKind } from '../../../core/formats/attestation/variants.ts';
import { keyOf } from '../../../core/formats/attestation/roleKeys.ts';
import { validTime } from '../../columns/recordTable.ts';
import type { KnownTemplate } from '../template/knownTemplate.ts';
import { isDocumentedKey, keyNumbers, type Keys } from '../values/keys.ts';
import type { PerSourceFindings } from './perSourceFindings.ts';
import type { RecordFields } from '../values/recordFields.ts';
import type { RecordLayout } from '../values/recordLayout.ts';

/** Notes what a record shows that is reported once for the source it comes from: unknown keys, and forms of other writers. */
export class RecordNotes {
  readonly perSourceFindings: PerSourceFindings;
  private readonly keys: Keys;
  private readonly variantKeys: ReadonlySet<number>;
  private readonly keyScan = new Scan();
  /** How many messages were made. */
  made = 0;
  private record = 0;
  private base = 0;
  private line = 0;
  private variant: { readonly root: ValueNode; readonly normalized: NormalizedRecord } | undefined;

  constructor(perSourceFindings: PerSourceFindings, keys: Keys, variantKeys: ReadonlySet<number>) {
    this.perSourceFindings = perSourceFindings;
    this.keys = keys;
    this.variantKeys = variantKeys;
  }

  /** Begins a record with its number in the batch, the source's offset of the bytes at hand, and its line. */
  begin(record: number, base: number, line: number): void {
    this.record = record;
    this.base = base;
    this.line = line;
    this.variant = undefined;
  }

  /** The record is another writer's, with this tree: places are those of its new text from now on. */
  rewrite(root: ValueNode, normalized: NormalizedRecord): void {
    this.variant = { root, normalized };
    for (const kind of normalized.kinds.filter((one) => !this.isNoted(variantNote[one]))) {
      this.note(variantNote[kind], 'value.variant', [kind], '', 0, normalized.bytes.length);
    }
  }

  /** Whether nothing documents a key. Keys of other writers are left for when it is known whose record it is. */
  isUnknown(key: number): boolean {
    return !isDocumentedKey(key) && (this.variant !== undefined || !this.variantKeys.has(key));
  }

  /** What the members of a record of a known format show: keys that nothing documents, and a time of another writer. */
  members(bytes: Uint8Array, layout: RecordLayout, fields: RecordFields): void {
    for (let index = 0; index < layout.count; index++) {
      const key = layout.keys[index]!;
      if (key === keyNumbers.time) {
        this.date(fields, layout.valueStart[index]!, layout.valueEnd[index]!);
      } else if (this.isUnknown(key) && !this.isNoted(keyNote(key))) {
        this.unknownKey(key, bytes, layout.keyStart[index]!);
      }
    }
  }

  /** A record of which nothing is documented, and whose opening brace is at `start`. */
  unknownFormat(start: number): void {
    if (!this.isNoted(variantNote.unknownFormat)) {
      this.note(variantNote.unknownFormat, 'value.unknownFormat', [], '', start, start + 1);
    }
  }

  /** The key whose opening quote is at `start`. */
  private unknownKey(key: number, bytes: Uint8Array, start: number): void {
    const end = scanString(bytes, start, bytes.length, this.keyScan);
    const text = this.keys.text(key);
    this.note(keyNote(key), 'value.unknownKey', [excerpt(text)], pointerOf([text]), start, end);
  }

  /** A list of objects that may be records is in the record. Lists that the same key of the record leads to be reported as one. */
  listInside({ path, start, end }: Inside): void {
    const key = listNote(this.keys.idOf(path[0]!));
    if (this.isNoted(key)) {
      return;
    }
    this.note(key, 'value.listInside', [excerpt(path.join('.'))], pointerOf(path), start, end);
  }

  /** Keys of other writers are unknown in a record that is not theirs. */
  keysOfVariants(bytes: Uint8Array, layout: RecordLayout): void {
    for (let index = 0; index < layout.count; index++) {
      const key = layout.keys[index]!;
      if (this.variantKeys.has(key) && !this.isNoted(keyNote(key))) {
        this.unknownKey(key, bytes, layout.keyStart[index]!);
      }
    }
  }

  date(fields: RecordFields, start: number, end: number): void {
    if (isDotNetDate(fields) && !this.isNoted(variantNote.date)) {
      this.note(variantNote.date, 'value.variant', ['date'], childPointer('', keyOf.time), start, end);
    }
  }

  /** Whether all that is to be noted of records that match a template has been noted before. */
  knowsAll({ unknownMembers, keys }: KnownTemplate): boolean {
    return unknownMembers.every((member) => this.perSourceFindings.has(keyNote(keys[member]!)));
  }

  /** A record at `start` that has just matched a template. */
  matched(known: KnownTemplate, bytes: Uint8Array, start: number, layout: RecordLayout): void {
    const { unknownMembers, keys, fields } = known;
    for (const member of unknownMembers) {
      if (!this.isNoted(keyNote(keys[member]!))) {
        known.fill(layout, start);
        this.unknownKey(keys[member]!, bytes, layout.keyStart[member]!);
      }
    }
    if (isDotNetDate(fields) && !this.isNoted(variantNote.date)) {
      known.fill(layout, start);
      const member = keys.indexOf(keyNumbers.time);
      this.date(fields, layout.valueStart[member]!, layout.valueEnd[member]!);
    }
  }

  /** Counts the record for what has been noted before; false if it has not, so that the note is to be made. */
  private isNoted(key: number): boolean {
    return this.perSourceFindings.count(key, this.record);
  }

  /** The place of a note is in the bytes that are being read. */
  private note(key: number, code: FindingCode, args: readonly string[], pointer: string, start: number, end: number): void {
    this.made++;
    const { record, base, line, variant } = this;
    const original = variant?.normalized.originalOf(start, end) ?? { start, end };
    // What is in a payload has no pointer of its own, and other keys have that of the key that was written.
    const written = variant === undefined || pointer === '' ? pointer : pointerOf(valueAt(variant.root, original.start)?.path ?? []);
    const place = { record, pointer: written, offset: base + original.start, length: original.end - original.start, line };
    this.perSourceFindings.note(key, code, args, place);
  }
}

/** The numbers by which notes are known: first those of kinds of records, then those of keys. */
const variantNote: Readonly<Record<VariantKind | 'date' | 'unknownFormat', number>> = {
  pascalCase: 0,
  payload: 1,
  date: 2,
  time: 3,
  unknownFormat: 4,
};

function keyNote(key: number): number {
  return 5 + 2 * key;
}

function listNote(key: number): number {
  return 6 + 2 * key;
}

function isDotNetDate({ timeState, time }: RecordFields): boolean {
  return timeState === validTime && time.zone === 'dotnet';
}
