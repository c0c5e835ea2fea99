import { Scan, scanString, scanValue, skipBlanks } from '../json/jsonScanner.ts';
import { hasEscapes } from '../json/hasEscapes.ts';
import { parseJsonText } from '../json/parseJsonText.ts';
import { stringAt } from '../json/valueTree.ts';
import { foldKey, type PathKey, type PathNode, type PathSet } from './pathSet.ts';
import type { FoundValue, RoleSource } from './roleSource.ts';

/** What is known of the keys of a node within the object at hand. */
interface Seen {
  /** By key: nothing yet, one that is equal but for its case, or the key itself. */
  readonly how: Uint8Array;
  /** By key and path: how many values there were before. */
  readonly before: readonly Int32Array[];
}

/** A key of the paths that a key of the record is. */
export interface KeyMatch {
  readonly key: PathKey;
  readonly how: number;
}

interface KnownKey {
  readonly bytes: Uint8Array;
  readonly matches: readonly KeyMatch[];
}

const folded = 1;
const exact = 2;
const none: readonly KeyMatch[] = [];

/**
 * Follows all paths of a set in one walk over the bytes of a record, without making anything of what no path leads to.
 * {@link walk} has to be called before the values of a record are asked for; they are those of the last one.
 */
export class PathWalker implements RoleSource {
  private readonly paths: PathSet;
  private readonly scan = new Scan();
  private readonly found: FoundValue[][];
  /** Paths that values were found at, some of them several times. */
  private readonly used: number[] = [];
  private readonly seen = new Map<PathNode, Seen>();
  private readonly keysOfLength = new Map<PathNode, readonly (readonly KnownKey[])[]>();

  constructor(paths: PathSet) {
    this.paths = paths;
    this.found = paths.steps.map(() => []);
  }

  /** Walks over the value from `start` on, which is valid JSON. */
  walk(bytes: Uint8Array, start: number, end: number, isOwn = true): void {
    this.clear();
    this.visit(this.paths.root, bytes, start, end, isOwn);
  }

  /**
   * Begins a walk over the members of an object that are known already, each of which {@link member} is to be called for, in
   * the order of the text.
   */
  begin(): void {
    this.clear();
    this.seenOf(this.paths.root).how.fill(0);
  }

  /** Walks over a member of the record: `matches` are those of its key, and its value begins at `start` and ends before `end`. */
  member(matches: readonly KeyMatch[], bytes: Uint8Array, start: number, end: number): void {
    const seen = this.seenOf(this.paths.root);
    for (const { key, how } of matches) {
      if (this.take(seen, key, how)) {
        // A number ends where something else follows: one more byte is looked at.
        this.visit(key.node, bytes, start, Math.min(end + 1, bytes.length), true);
      }
    }
  }

  /** What a key of the record is among the keys with which paths begin. */
  matchesOf(key: string): readonly KeyMatch[] {
    return matchesOf(this.paths.root, key);
  }

  values(slot: number): readonly FoundValue[] {
    return this.found[slot] ?? [];
  }

  private clear(): void {
    for (const slot of this.used) {
      this.found[slot]!.length = 0;
    }
    this.used.length = 0;
  }

  /** Visits the value at an index; returns the index after it. */
  private visit(node: PathNode, bytes: Uint8Array, start: number, limit: number, isOwn: boolean): number {
    const first = bytes[start]!;
    const end = this.visitWithin(node, first, bytes, start, limit, isOwn);
    if (node.slot !== -1 && first !== 0x6e) {
      this.found[node.slot]!.push({ bytes, start, end, isOwn });
      this.used.push(node.slot);
    }
    return end;
  }

  private visitWithin(node: PathNode, first: number, bytes: Uint8Array, start: number, limit: number, isOwn: boolean): number {
    const { keys, items } = node;
    if (keys.length > 0 && first === 0x7b) {
      const end = this.visitMembers(node, bytes, start, limit, isOwn);
      if (items !== undefined) {
        this.visit(items, bytes, start, limit, isOwn);
      }
      return end;
    }
    if (items !== undefined && first === 0x5b) {
      return this.visitItems(items, bytes, start, limit, isOwn);
    }
    const end = first === 0x22 ? scanString(bytes, start, limit, this.scan) : scanValue(bytes, start, limit, this.scan);
    if (first === 0x22 && (keys.length > 0 || items !== undefined) && this.visitText(node, bytes, start, end)) {
      return end;
    }
    if (items !== undefined) {
      this.visit(items, bytes, start, limit, isOwn);
    }
    return end;
  }

  /** Visits what is in JSON text; false if the string holds any other text. */
  private visitText(node: PathNode, bytes: Uint8Array, start: number, end: number): boolean {
    const parsed = parseJsonText(stringAt(bytes, start, end));
    if (parsed === undefined) {
      return false;
    }
    const text = parsed.bytes;
    this.visitWithin(node, text[0]!, text, 0, text.length, false);
    return true;
  }

  private visitItems(items: PathNode, bytes: Uint8Array, start: number, limit: number, isOwn: boolean): number {
    let position = skipBlanks(bytes, start + 1, limit);
    while (bytes[position] !== 0x5d) {
      position = skipBlanks(bytes, this.visit(items, bytes, position, limit, isOwn), limit);
      position = bytes[position] === 0x2c ? skipBlanks(bytes, position + 1, limit) : position;
    }
    return position + 1;
  }

  private visitMembers(node: PathNode, bytes: Uint8Array, start: number, limit: number, isOwn: boolean): number {
    const seen = this.seenOf(node);
    seen.how.fill(0);
    let position = skipBlanks(bytes, start + 1, limit);
    while (bytes[position] !== 0x7d) {
      const keyEnd = scanString(bytes, position, limit, this.scan);
      const matches = this.matchesAt(node, bytes, position, keyEnd);
      const valueStart = skipBlanks(bytes, skipBlanks(bytes, keyEnd, limit) + 1, limit);
      let valueEnd = -1;
      for (const { key, how } of matches) {
        if (this.take(seen, key, how)) {
          valueEnd = this.visit(key.node, bytes, valueStart, limit, isOwn);
        }
      }
      if (valueEnd === -1) {
        const isText = bytes[valueStart] === 0x22;
        valueEnd = isText ? scanString(bytes, valueStart, limit, this.scan) : scanValue(bytes, valueStart, limit, this.scan);
      }
      position = skipBlanks(bytes, valueEnd, limit);
      position = bytes[position] === 0x2c ? skipBlanks(bytes, position + 1, limit) : position;
    }
    return position + 1;
  }

  /** Notes that a key is there once more. Of equal keys the last counts, and one with another case only where no other is. */
  private take({ how, before }: Seen, { index, node }: PathKey, now: number): boolean {
    const past = how[index]!;
    if (past > now) {
      return false;
    }
    how[index] = now;
    node.slots.forEach((slot, place) => {
      const values = this.found[slot]!;
      if (past === 0) {
        before[index]![place] = values.length;
      } else {
        values.length = before[index]![place]!;
      }
    });
    return true;
  }

  /** The keys of a node that a key of the record is: itself, and others but for their case. */
  private matchesAt(node: PathNode, bytes: Uint8Array, start: number, end: number): readonly KeyMatch[] {
    const same = this.byLength(node)[end - start - 2];
    for (const { bytes: wanted, matches } of same ?? []) {
      const likeness = likenessAt(bytes, start + 1, wanted);
      if (likeness === exact) {
        return matches;
      }
      if (likeness === folded) {
        return matchesOf(node, stringAt(bytes, start, end));
      }
    }
    return hasEscapes(bytes, start, end) ? matchesOf(node, stringAt(bytes, start, end)) : none;
  }

  private byLength(node: PathNode): readonly (readonly KnownKey[])[] {
    let known = this.keysOfLength.get(node);
    if (known === undefined) {
      const byLength: KnownKey[][] = [];
      for (const { key, bytes } of node.keys) {
        (byLength[bytes.length] ??= []).push({ bytes, matches: matchesOf(node, key) });
      }
      this.keysOfLength.set(node, (known = byLength));
    }
    return known;
  }

  private seenOf(node: PathNode): Seen {
    let known = this.seen.get(node);
    if (known === undefined) {
      known = {
        how: new Uint8Array(node.keys.length),
        before: node.keys.map(({ node: { slots } }) => new Int32Array(slots.length)),
      };
      this.seen.set(node, known);
    }
    return known;
  }
}

function matchesOf(node: PathNode, name: string): readonly KeyMatch[] {
  const folding = foldKey(name);
  return node.keys.flatMap((key) => (key.folded === folding ? [{ key, how: key.key === name ? exact : folded }] : []));
}

/** Whether bytes are those that are wanted: `exact`, or `folded` if they may be but for the case of letters, or 0. */
function likenessAt(bytes: Uint8Array, start: number, wanted: Uint8Array): number {
  let likeness = exact;
  for (let index = 0; index < wanted.length; index++) {
    const difference = bytes[start + index]! ^ wanted[index]!;
    if (difference === 0x20) {
      likeness = folded;
    } else if (difference !== 0) {
      return 0;
    }
  }
  return likeness;
}
