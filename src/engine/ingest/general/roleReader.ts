import type { CompiledFormat, CompiledPair, CompiledText } from '../../../core/formats/compiledFormat.ts';
import { type KeyMatch, PathWalker } from '../../../core/formats/pathWalker.ts';
import { firstText, outcomeOf } from '../../../core/formats/roles.ts';
import type { FoundValue, RoleSource } from '../../../core/formats/roleSource.ts';
import { timeOf } from '../../../core/formats/roleTime.ts';
import { parseTimeBytes } from '../../../core/record/parseTime.ts';
import { ticksPerDay } from '../../../core/record/ticks.ts';
import type { PathSet } from '../../../core/formats/pathSet.ts';
import type { ByteDictionary } from '../../columns/byteDictionary.ts';
import { invalidTime, noTime, validTime, type RecordTable } from '../../columns/recordTable.ts';
import type { Keys } from '../values/keys.ts';
import type { RecordFields } from '../values/recordFields.ts';
import type { RecordLayout } from '../values/recordLayout.ts';
import { RecordIdHash } from './recordIdHash.ts';
import { firstValue, idOf, idOfValue, isPairValue, requestHash } from './roleIds.ts';
import type { TargetIndexer } from '../values/targetIndexer.ts';
import { hasEscapes } from '../../../core/json/hasEscapes.ts';

/** A walker, and by number of a key what that is among the keys with which paths begin. */
interface KnownWalker {
  readonly walker: PathWalker;
  readonly matches: (readonly KeyMatch[] | undefined)[];
}

const quote = 0x22;

/**
 * Fills the columns of records whose format is data, from the values that play its roles: `roles.ts` is the specification of
 * what it finds. Values go into the dictionaries by their bytes; text is made of those only that rules ask for.
 */
export class RoleReader {
  private readonly table: RecordTable;
  private readonly targets: TargetIndexer;
  private readonly keys: Keys;
  private readonly recordIds: RecordIdHash;
  private readonly walkers = new Map<PathSet, KnownWalker>();
  private readonly typeIds = new Map<ByteDictionary, Map<string, number>>();
  /** Pairs of the record at hand: type and value by turns. */
  private readonly pairs: number[] = [];

  constructor(table: RecordTable, keys: Keys, targets: TargetIndexer, seed: number) {
    this.table = table;
    this.keys = keys;
    this.targets = targets;
    this.recordIds = new RecordIdHash(seed);
  }

  /** Reads the record whose members are in `layout`. */
  read(compiled: CompiledFormat, bytes: Uint8Array, layout: RecordLayout, fields: RecordFields): void {
    const { table } = this;
    const source = this.walkedMembers(compiled.paths, bytes, layout);
    fields.reset();
    fields.format = this.typeId(table.formats, compiled.format.id);
    fields.operation = idOf(table.operations, source, compiled.operation);
    fields.result = table.outcomes.withGroup(idOf(table.results, source, compiled.result), outcomeOf(compiled, source));
    fields.description = idOf(table.descriptions, source, compiled.description);
    fields.address = idOf(table.addresses, source, compiled.address);
    fields.displayName = idOf(table.displayNames, source, compiled.displayName);
    fields.request = requestHash(source, compiled.request);
    fields.recordId = this.recordIds.of(compiled, source);
    fields.categories = this.categories(source, compiled.category);
    fields.caller = this.callers(source, compiled.callers);
    this.readTargets(source, compiled.targets, fields);
    readTime(compiled, source, fields);
  }

  private walked(paths: PathSet, bytes: Uint8Array, start: number, end: number, isOwn: boolean): RoleSource {
    const { walker } = this.walkerOf(paths);
    walker.walk(bytes, start, end, isOwn);
    return walker;
  }

  /** What no path begins with is not looked at once more. */
  private walkedMembers(paths: PathSet, bytes: Uint8Array, { count, keys, valueStart, valueEnd }: RecordLayout): RoleSource {
    const { walker, matches } = this.walkerOf(paths);
    walker.begin();
    for (let index = 0; index < count; index++) {
      const key = keys[index]!;
      const those = (matches[key] ??= walker.matchesOf(this.keys.text(key)));
      if (those.length > 0) {
        walker.member(those, bytes, valueStart[index]!, valueEnd[index]!);
      }
    }
    return walker;
  }

  private walkerOf(paths: PathSet): KnownWalker {
    let known = this.walkers.get(paths);
    if (known === undefined) {
      known = { walker: new PathWalker(paths), matches: [] };
      this.walkers.set(paths, known);
    }
    return known;
  }

  private categories(source: RoleSource, texts: readonly CompiledText[]): number {
    const { categoryLists, categoryNames } = this.table;
    const category = idOf(categoryNames, source, texts);
    categoryLists.begin();
    if (category !== 0) {
      categoryLists.push(category);
    }
    return categoryLists.intern();
  }

  private callers(source: RoleSource, compiled: readonly CompiledPair[]): number {
    const { identityTypes, identities, callers } = this.table;
    this.pairs.length = 0;
    for (const one of compiled) {
      this.eachPair(source, one, identityTypes, (type, found) => this.addPair(type, idOfValue(identities, found)));
    }
    callers.begin();
    this.pairs.forEach((id) => callers.push(id));
    return callers.intern();
  }

  private readTargets(source: RoleSource, compiled: readonly CompiledPair[], fields: RecordFields): void {
    const { targetTypes, targetNames, placeLists } = this.table;
    const { resourceType } = this.targets;
    this.pairs.length = 0;
    let resource = 0;
    for (const one of compiled) {
      this.eachPair(source, one, targetTypes, (type, found) => {
        const isResource = type === resourceType && found.bytes[found.start] === quote;
        const value = isResource || resource !== 0 ? idOfValue(targetNames, found) : 0;
        if (
          isResource &&
          fields.resourceForm === 0 &&
          this.targets.readResourceText(found.bytes, found.start, found.end, 'escaped', fields)
        ) {
          resource = value;
        } else if (!isResource || value !== resource) {
          this.addPair(type, value === 0 ? idOfValue(targetNames, found) : value);
        }
      });
    }
    placeLists.begin();
    this.pairs.forEach((id) => placeLists.push(id));
    fields.places = placeLists.intern();
  }

  /** Calls `take` with the id of the type and the value of each pair; values that are empty, objects or arrays are none. */
  private eachPair(
    source: RoleSource,
    compiled: CompiledPair,
    types: ByteDictionary,
    take: (type: number, found: FoundValue) => void,
  ): void {
    if ('slot' in compiled) {
      for (const found of source.values(compiled.slot)) {
        if (isPairValue(found)) {
          take(this.typeId(types, compiled.type), found);
        }
      }
      return;
    }
    // The walker of the items is another one, and their values are taken before the next item is walked over.
    for (const { bytes, start, end, isOwn } of source.values(compiled.items)) {
      const item = this.walked(compiled.within, bytes, start, end, isOwn);
      const found = firstValue(item, compiled.value);
      if (found !== undefined) {
        const type = compiled.typeSlot === undefined ? undefined : firstText(item, [{ slot: compiled.typeSlot }]);
        take(this.typeId(types, type ?? compiled.type), found);
      }
    }
  }

  private addPair(type: number, value: number): void {
    const { pairs } = this;
    for (let index = 0; index < pairs.length; index += 2) {
      if (pairs[index] === type && pairs[index + 1] === value) {
        return;
      }
    }
    pairs.push(type, value);
  }

  private typeId(dictionary: ByteDictionary, type: string): number {
    const known = this.typeIds.get(dictionary) ?? new Map<string, number>();
    this.typeIds.set(dictionary, known);
    const id = known.get(type) ?? dictionary.internText(type);
    // Types that records name themselves may be as many as records.
    if (known.size < 256) {
      known.set(type, id);
    }
    return id;
  }
}

function readTime(compiled: CompiledFormat, source: RoleSource, fields: RecordFields): void {
  const first = source.values(compiled.time[0] ?? -1)[0];
  if (first !== undefined && first.bytes[first.start] === quote && !hasEscapes(first.bytes, first.start, first.end)) {
    // The usual case: one time, in the notation of RFC 3339.
    if (parseTimeBytes(first.bytes, first.start + 1, first.end - 1, fields.time)) {
      fields.timeState = validTime;
      fields.time.zone = 'utc';
      return;
    }
  }
  const time = timeOf(compiled, source);
  if (time?.ticks === undefined) {
    fields.timeState = time === undefined ? noTime : invalidTime;
    return;
  }
  fields.timeState = validTime;
  fields.time.day = Number(time.ticks / BigInt(ticksPerDay));
  fields.time.ticksOfDay = Number(time.ticks % BigInt(ticksPerDay));
  fields.time.zone = 'utc';
}
