import type { CompiledPair } from '../../../core/formats/compiledFormat.ts';
import type { PathSet } from '../../../core/formats/pathSet.ts';
import { firstText } from '../../../core/formats/roles.ts';
import type { FoundValue, RoleSource } from '../../../core/formats/roleSource.ts';
import { TreeSource } from '../../../core/formats/treeSource.ts';
import { parseValueTree } from '../../../core/json/valueTree.ts';
import type { ByteDictionary } from '../../columns/byteDictionary.ts';
import type { TupleDictionary } from '../../columns/tupleDictionary.ts';
import type { HashedValue } from '../paths/foundValues.ts';
import { PathScanner } from '../paths/pathScanner.ts';
import { firstValue, idOfValue, isPairValue } from './roleIds.ts';
import { ShortNames } from './shortNames.ts';
import { TypeIds } from './typeIds.ts';

/** Takes a value apart that is kept in another way; false if it is to be kept as a pair. */
export type TakeApart = (type: number, found: FoundValue) => boolean;

type PlainPair = Extract<CompiledPair, { readonly slot: number }>;

const keepAll: TakeApart = () => false;

/** Reads identities or targets of records: `pairsOf` of `roles.ts` says which. */
export class PairReader {
  private readonly values: ByteDictionary;
  private readonly types: TypeIds;
  private readonly names: ShortNames;
  private readonly lists: TupleDictionary;
  private readonly seed: number;
  /** For the items of arrays. */
  private readonly scanners = new Map<PathSet, PathScanner>();
  /** Pairs of the record at hand: type and value by turns. */
  private pairs = new Uint32Array(64);
  private count = 0;

  /** @param lists Lists of ids of types and values by turns. */
  constructor(types: ByteDictionary, values: ByteDictionary, lists: TupleDictionary, seed: number) {
    this.types = new TypeIds(types);
    this.values = values;
    this.names = new ShortNames(values, seed);
    this.lists = lists;
    this.seed = seed;
  }

  /** The list of a record's pairs, each once. */
  read(source: RoleSource, compiled: readonly CompiledPair[], takeApart = keepAll): number {
    this.count = 0;
    for (let index = 0; index < compiled.length; index++) {
      const one = compiled[index]!;
      const found = source.values('slot' in one ? one.slot : one.items);
      for (let at = 0; at < found.length; at++) {
        if ('slot' in one) {
          this.readPair(one, found[at]!, takeApart);
        } else {
          this.readItem(one, found[at]!, takeApart);
        }
      }
    }
    const { lists, pairs, count } = this;
    lists.begin();
    for (let index = 0; index < count; index++) {
      lists.push(pairs[index]!);
    }
    return lists.intern();
  }

  /** Values that are empty, objects or arrays are none. */
  private readPair({ type, rule }: PlainPair, found: FoundValue, takeApart: TakeApart): void {
    if (!isPairValue(found)) {
      return;
    }
    if (rule === undefined) {
      this.add(this.types.idOf(type), found, takeApart);
      return;
    }
    const name = this.names.idOf(rule, found);
    if (name !== 0) {
      this.push(this.types.idOf(type), name);
    }
  }

  private readItem(
    { within, value, type, typeSlot }: Extract<CompiledPair, { readonly items: number }>,
    found: FoundValue,
    takeApart: TakeApart,
  ): void {
    const item = this.item(within, found);
    const text = firstValue(item, value);
    if (text !== undefined) {
      const own = typeSlot === undefined ? undefined : firstText(item, [{ slot: typeSlot }]);
      this.add(this.types.idOf(own ?? type), text, takeApart);
    }
  }

  /** The item of an array by its own paths, until the next one is asked for. */
  private item(paths: PathSet, found: FoundValue | HashedValue): RoleSource {
    const known = 'within' in found ? found.within?.get(paths) : undefined;
    return known ?? this.scannedItem(paths, found);
  }

  private scannedItem(paths: PathSet, { bytes, start, end, isOwn }: FoundValue): RoleSource {
    let scanner = this.scanners.get(paths);
    if (scanner === undefined) {
      scanner = new PathScanner(paths, this.seed);
      this.scanners.set(paths, scanner);
    }
    // A number ends where something else follows: one more byte is looked at.
    const read = scanner.read(bytes, start, Math.min(end + 1, bytes.length));
    return read === -1 ? new TreeSource(paths, bytes, parseValueTree(bytes, start, end), isOwn) : scanner;
  }

  private add(type: number, found: FoundValue, takeApart: TakeApart): void {
    if (takeApart(type, found)) {
      return;
    }
    this.push(type, idOfValue(this.values, found));
  }

  private push(type: number, value: number): void {
    for (let index = 0; index < this.count; index += 2) {
      if (this.pairs[index] === type && this.pairs[index + 1] === value) {
        return;
      }
    }
    if (this.count === this.pairs.length) {
      const wider = new Uint32Array(this.count * 2);
      wider.set(this.pairs);
      this.pairs = wider;
    }
    this.pairs[this.count++] = type;
    this.pairs[this.count++] = value;
  }
}
