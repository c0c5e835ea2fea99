import type { RoleSource } from '../../../core/formats/roleSource.ts';
import type { PathSet } from '../../../core/formats/pathSet.ts';
import { skipBlanks } from '../../../core/json/jsonScanner.ts';
import { ByteView } from '../../columns/byteView.ts';
import { FoundValues, type HashedValue } from './foundValues.ts';
import { JsonTexts, mayBeBlank, mayBeJsonText } from './jsonTexts.ts';
import { KeyReader } from './keyReader.ts';
import { RecordMarks } from './recordMarks.ts';
import { ScalarScanner } from './scalarScanner.ts';
import { ValuePlace, type KnownKey } from './valuePlace.ts';

/** Objects and arrays within each other farther than this are left to the general scanner. */
const maxDepth = 48;
/** As many keys of all places are remembered. */
const maxKeys = 8192;

/** Receives each member of the record itself. */
export interface MemberListener {
  /** `start` is where its value begins. */
  member(key: KnownKey, bytes: Uint8Array, start: number): void;
}

/**
 * Scans one record and finds the values at the ends of paths, in a single pass: `treeSource.ts` is the specification of what it
 * finds. The key that followed the last one in the records before is expected first, and is compared as a whole with what
 * is before its value, so that most keys cost a comparison and no more, in whatever selections and orders they come. Values
 * that no path leads to are passed over.
 *
 * Strict: what it takes is JSON. What it does not take may be a record for all that, and is left to the general scanner.
 */
export class PathScanner implements RoleSource {
  /** What was noted of the last record. */
  readonly marks = new RecordMarks();
  private readonly root: ValuePlace;
  private readonly found: FoundValues;
  private readonly texts = new JsonTexts();
  private readonly keys: KeyReader;
  private readonly scalars: ScalarScanner;
  private readonly view = new ByteView();
  private listener: MemberListener | undefined;
  private depth = 0;

  constructor(paths: PathSet, seed: number) {
    this.root = new ValuePlace(paths.root, { left: maxKeys });
    this.found = new FoundValues(paths.steps.length);
    this.keys = new KeyReader(this.marks, seed);
    this.scalars = new ScalarScanner(this.marks, seed);
  }

  values(slot: number): readonly HashedValue[] {
    return this.found.of(slot);
  }

  /** The offset after the value that begins at `start`, or -1. Values of the last one are forgotten. */
  read(bytes: Uint8Array, start: number, end: number, listener?: MemberListener): number {
    this.found.keep(0);
    this.texts.begin();
    this.keys.others.keep(0);
    this.marks.begin();
    this.depth = 0;
    this.listener = listener;
    return this.value(this.root, bytes, this.view.of(bytes), start, end);
  }

  /** Scans the value at an offset and notes it where a path ends; returns the offset after it, or -1. */
  private value(place: ValuePlace, bytes: Uint8Array, view: DataView, start: number, end: number): number {
    const { scalars, marks } = this;
    const first = start < end ? bytes[start]! : 0;
    const { slot } = place;
    let next: number;
    let hash = 0;
    let isHashed = false;
    let isText = false;
    if (first === 0x22) {
      next = scalars.string(bytes, view, start, end, slot !== -1);
      ({ hash, isHashed } = scalars);
      isText = next !== -1 && place.leadsOn && mayBeJsonText(bytes, start) && this.jsonText(place, bytes, start, next);
    } else if (first === 0x7b) {
      next = this.object(place, bytes, view, start, end);
    } else if (first === 0x5b) {
      next = this.array(place, bytes, view, start, end);
    } else {
      next = scalars.plain(bytes, start, end);
    }
    if (next === -1 || marks.isAmbiguous) {
      return -1;
    }
    if (slot !== -1 && first !== 0x6e) {
      this.found.add(slot, bytes, start, next, marks.textDepth === 0, hash, isHashed);
    }
    const { ownItem } = place;
    return ownItem === undefined || isText || first === 0x5b ? next : this.value(ownItem, bytes, view, start, end);
  }

  private array(place: ValuePlace, bytes: Uint8Array, view: DataView, start: number, end: number): number {
    const { marks } = this;
    if (++this.depth > maxDepth) {
      return marks.leave();
    }
    let position = marks.skip(bytes, start + 1, end);
    if (position < end && bytes[position] === 0x5d) {
      this.depth--;
      return position + 1;
    }
    const { items } = place;
    for (;;) {
      position = this.after(bytes, this.value(items, bytes, view, position, end), end, 0x5d);
      if (position <= 0) {
        this.depth--;
        return position === 0 ? -1 : -position;
      }
      position = marks.skip(bytes, position, end);
    }
  }

  private object(place: ValuePlace, bytes: Uint8Array, view: DataView, start: number, end: number): number {
    const { keys, marks } = this;
    if (++this.depth > maxDepth) {
      return marks.leave();
    }
    const number = ++place.objects;
    const firstOther = keys.others.count;
    const listener = this.depth === 1 && marks.textDepth === 0 ? this.listener : undefined;
    let position = start + 1;
    const emptyEnd = this.emptyEnd(bytes, position, end);
    if (emptyEnd !== -1) {
      return emptyEnd;
    }
    let previous: KnownKey | undefined;
    for (;;) {
      position = keys.read(place, previous, bytes, view, position, end);
      if (position === -1) {
        return -1;
      }
      const { key } = keys;
      if (key === undefined) {
        // The listener must know all keys.
        position = listener === undefined ? this.scalars.any(bytes, view, position, end) : marks.leave();
      } else {
        listener?.member(key, bytes, position);
        position = this.member(key, number, bytes, view, position, end);
        previous = key;
      }
      position = this.after(bytes, position, end, 0x7d);
      if (position <= 0) {
        return position === 0 ? -1 : this.close(-position, firstOther);
      }
    }
  }

  /**
   * What is after the value that ends at an offset, or -1 for none: the offset after its comma; that after the closing brace or
   * bracket, negated; or 0 for neither. In JSON text, which is a copy, a comma may be before the closer, and is made a blank.
   */
  private after(bytes: Uint8Array, valueEnd: number, end: number, closer: number): number {
    const { marks } = this;
    const position = valueEnd === -1 ? end : marks.skip(bytes, valueEnd, end);
    const next = position < end ? bytes[position] : 0;
    if (next === closer) {
      return -position - 1;
    }
    if (next !== 0x2c) {
      return 0;
    }
    const last = marks.textDepth === 0 ? end : marks.skip(bytes, position + 1, end);
    if (last >= end || bytes[last] !== closer) {
      return position + 1;
    }
    bytes[position] = 0x20;
    return -last - 1;
  }

  /** The offset after the brace that closes an object without members, whose first byte after the opening one is at `start`; else -1. */
  private emptyEnd(bytes: Uint8Array, start: number, end: number): number {
    if (start < end && bytes[start] === 0x22) {
      return -1;
    }
    const brace = this.marks.skip(bytes, start, end);
    if (brace >= end || bytes[brace] !== 0x7d) {
      return -1;
    }
    this.depth--;
    return brace + 1;
  }

  /** Ends an object, unless two of its keys may be equal that are not remembered. */
  private close(position: number, firstOther: number): number {
    const { others } = this.keys;
    this.depth--;
    return others.count > firstOther && others.areEqual(firstOther) ? this.marks.leave() : position;
  }

  /** Scans the value of a known key in the object of this number. */
  private member(key: KnownKey, number: number, bytes: Uint8Array, view: DataView, start: number, end: number): number {
    const { place, otherPlaces } = key;
    // Of equal keys, and of keys that are equal but for their case, the specification says which counts.
    if (key.seenIn === number || place.seenIn === number) {
      return this.marks.leave();
    }
    key.seenIn = number;
    place.seenIn = number;
    let next = this.value(place, bytes, view, start, end);
    for (let index = 0; index < otherPlaces.length && next !== -1; index++) {
      const other = otherPlaces[index]!;
      next = other.seenIn === number ? this.marks.leave() : this.value(other, bytes, view, start, end);
      other.seenIn = number;
    }
    return next;
  }

  /** Follows the paths into JSON text; false if the string from `start` up to `end` holds any other text. */
  private jsonText(place: ValuePlace, bytes: Uint8Array, start: number, end: number): boolean {
    const { found, marks, keys, depth } = this;
    const content = this.texts.resolve(bytes, start + 1, end - 1);
    const { length, view } = content;
    const from = skipBlanks(content.bytes, 0, length);
    const first = from < length ? content.bytes[from]! : 0;
    if (first !== 0x7b && first !== 0x5b) {
      marks.isAmbiguous ||= mayBeBlank(content, from);
      return false;
    }
    const { mayHoldBreaks } = marks;
    const { count } = found;
    const otherKeys = keys.others.count;
    marks.textDepth++;
    const next =
      first === 0x7b ? this.object(place, content.bytes, view, from, length) : this.array(place, content.bytes, view, from, length);
    const last = next === -1 ? -1 : skipBlanks(content.bytes, next, length);
    const isWhole = last === length;
    if (!isWhole) {
      marks.isAmbiguous ||= last !== -1 && mayBeBlank(content, last);
      found.keep(count);
      keys.others.keep(otherKeys);
    } else if (first === 0x7b && place.ownItem !== undefined) {
      this.value(place.ownItem, content.bytes, view, from, length);
    }
    marks.textDepth--;
    marks.mayHoldBreaks = mayHoldBreaks;
    this.depth = depth;
    return isWhole;
  }
}
