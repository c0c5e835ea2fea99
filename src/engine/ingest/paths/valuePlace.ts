import { pathKeysLike } from '../../../core/formats/pathKeys.ts';
import type { PathKey, PathNode } from '../../../core/formats/pathSet.ts';
import { decodeText } from '../../../core/json/utf8.ts';
import { Literal } from '../values/literal.ts';
import { holdsBreaks } from '../template/lineBreaks.ts';

/** As many keys are remembered at one place beside those that paths lead to; more are looked at each time they come. */
const maxKeys = 96;

/** How many keys of all places may still be remembered. */
export interface KeyBudget {
  left: number;
}

/** A key that objects at a place have. */
export interface KnownKey {
  readonly text: string;
  readonly bytes: Uint8Array;
  /** Its number among the keys of its place. */
  readonly number: number;
  /** The place of its value, and others where several keys of paths are equal to it but for their case. */
  readonly place: ValuePlace;
  readonly otherPlaces: readonly ValuePlace[];
  /** What was before its value when it was last read: blanks, the key, its colon. */
  literal: Literal;
  literalBreaks: boolean;
  /** The key that followed when it was last read. */
  next: KnownKey | undefined;
  /** The object that last had it, by its number. */
  seenIn: number;
}

/** A place of values in records, known by the keys that lead to it: which keys its objects have, and in which order they come. */
export class ValuePlace {
  /** Number of the path that ends here, or -1. */
  readonly slot: number;
  /** Paths go on from here: in objects and arrays, and in JSON text. */
  readonly leadsOn: boolean;
  /** Where paths go on to the items of an array; a value that is no array is its own item. */
  readonly ownItem: ValuePlace | undefined;
  /** The number of the object at this place that was begun last. */
  objects = 0;
  /** The object of the outer place that last had a value here, by its number. */
  seenIn = 0;
  firstKey: KnownKey | undefined;
  private readonly path: PathNode | undefined;
  private readonly budget: KeyBudget;
  private readonly keys = new Map<number, KnownKey[]>();
  private readonly places = new Map<PathKey, ValuePlace>();
  private others: ValuePlace | undefined;
  private count = 0;

  constructor(path: PathNode | undefined, budget: KeyBudget) {
    this.path = path;
    this.budget = budget;
    this.slot = path?.slot ?? -1;
    this.leadsOn = path !== undefined && (path.keys.length > 0 || path.items !== undefined);
    this.ownItem = path?.items === undefined ? undefined : new ValuePlace(path.items, budget);
  }

  /** The place of the items of arrays. */
  get items(): ValuePlace {
    return this.ownItem ?? (this.others ??= new ValuePlace(undefined, this.budget));
  }

  /** The key whose content is from `start` up to `end`; undefined if it is not known. */
  keyOf(bytes: Uint8Array, start: number, end: number, hash: number): KnownKey | undefined {
    return this.keys.get(hash)?.find((key) => isAt(bytes, start, end, key.bytes));
  }

  /**
   * Remembers the key whose content is from `start` up to `end`, with what is before its value from `from` up to `to`. Undefined if no
   * more keys are to be remembered.
   */
  learn(bytes: Uint8Array, start: number, end: number, hash: number, from: number, to: number): KnownKey | undefined {
    const text = decodeText(bytes.subarray(start, end));
    const matches = this.path === undefined ? [] : pathKeysLike(this.path, text);
    if (matches.length === 0 && (this.count >= maxKeys || this.budget.left === 0)) {
      return undefined;
    }
    this.budget.left -= matches.length === 0 ? 1 : 0;
    const [place = new ValuePlace(undefined, this.budget), ...otherPlaces] = matches.map((match) => this.placeOf(match));
    const key: KnownKey = {
      text,
      bytes: new Uint8Array(bytes.subarray(start, end)),
      number: this.count++,
      place,
      otherPlaces,
      literal: new Literal(bytes.subarray(from, to)),
      literalBreaks: holdsBreaks(bytes, from, to),
      next: undefined,
      seenIn: 0,
    };
    this.keys.set(hash, [...(this.keys.get(hash) ?? []), key]);
    return key;
  }

  private placeOf(key: PathKey): ValuePlace {
    let place = this.places.get(key);
    if (place === undefined) {
      place = new ValuePlace(key.node, this.budget);
      this.places.set(key, place);
    }
    return place;
  }
}

function isAt(bytes: Uint8Array, start: number, end: number, wanted: Uint8Array): boolean {
  if (end - start !== wanted.length) {
    return false;
  }
  for (let index = 0; index < wanted.length; index++) {
    if (bytes[start + index] !== wanted[index]) {
      return false;
    }
  }
  return true;
}
