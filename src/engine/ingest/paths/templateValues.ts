import type { PathSet } from '../../../core/formats/pathSet.ts';
import type { RoleSource } from '../../../core/formats/roleSource.ts';
import { hasEscapes } from '../../../core/json/hasEscapes.ts';
import { hashBytes } from '../../columns/byteHash.ts';
import { viewOf } from '../../columns/byteView.ts';
import type { HashedValue } from './foundValues.ts';
import { leafPlaces, type Leaf, type PathEnd } from './leafPlaces.ts';

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/** A value at the end of a path that is not the same in all records: where it is follows from the slots that vary. */
export interface MovingValue {
  readonly value: Writable<HashedValue>;
  /** The slot that it is in, or -1 for an object or array around slots. */
  readonly slot: number;
  /** The last slots that vary before its beginning and before its end, or -1; and how far after their ends it begins and ends. */
  readonly beforeStart: number;
  readonly startAfter: number;
  readonly beforeEnd: number;
  readonly endAfter: number;
}

const quote = 0x22;
const none: readonly HashedValue[] = [];

/** Makes the values at the ends of paths in the records of a template, from its sample. */
export class TemplateValues {
  /** Those that are not the same in all records. */
  readonly moving: MovingValue[] = [];
  private readonly bytes: Uint8Array;
  private readonly view: DataView;
  private readonly varying: readonly Leaf[];
  private readonly seed: number;

  /** @param varying The leaves that vary. */
  constructor(bytes: Uint8Array, varying: readonly Leaf[], seed: number) {
    this.bytes = bytes;
    this.view = viewOf(bytes);
    this.varying = varying;
    this.seed = seed;
  }

  /** The values by path. */
  lists(ends: readonly PathEnd[], pathCount: number): readonly (readonly Writable<HashedValue>[])[] {
    const lists = Array.from({ length: pathCount }, (): Writable<HashedValue>[] => []);
    ends.forEach((end) => lists[end.slot]!.push(this.valueAt(end)));
    return lists;
  }

  isMoving({ start, end }: Pick<PathEnd, 'start' | 'end'>): boolean {
    return this.varying.some((leaf) => leaf.start >= start && leaf.start < end);
  }

  /** Has what paths of a set lead to within items at hand. */
  addWithin(paths: PathSet, items: readonly Writable<HashedValue>[]): void {
    for (const item of items) {
      const { start, end } = item;
      const places = leafPlaces(this.bytes.slice(start, end), paths.root);
      if (places !== undefined) {
        const ends = places.ends.map((one) => ({ slot: one.slot, start: one.start + start, end: one.end + start }));
        const lists = this.lists(ends, paths.steps.length);
        const source: RoleSource = { values: (slot) => lists[slot] ?? none };
        item.within = new Map([...(item.within ?? []), [paths, source]]);
      }
    }
  }

  private valueAt(place: PathEnd): Writable<HashedValue> {
    const { bytes, view, seed } = this;
    const { start, end } = place;
    const isHashed = bytes[start] === quote && !hasEscapes(bytes, start, end);
    const hash = isHashed ? hashBytes(view, start + 1, end - 1, seed) : 0;
    const isMoving = this.isMoving(place);
    const memo = isMoving ? undefined : { dictionary: undefined, id: 0 };
    const value = { bytes, start, end, isOwn: true, hash, isHashed, memo, within: undefined };
    if (isMoving) {
      this.moving.push(moves(value, place, this.varying));
    }
    return value;
  }
}

function moves(
  value: Writable<HashedValue>,
  { start, end }: PathEnd,
  varying: readonly { readonly start: number; readonly end: number }[],
): MovingValue {
  const beforeStart = varying.findLastIndex((leaf) => leaf.end <= start);
  const beforeEnd = varying.findLastIndex((leaf) => leaf.end <= end);
  return {
    value,
    slot: varying.findIndex((leaf) => leaf.start === start && leaf.end === end),
    beforeStart,
    startAfter: start - (varying[beforeStart]?.end ?? 0),
    beforeEnd,
    endAfter: end - (varying[beforeEnd]?.end ?? 0),
  };
}
