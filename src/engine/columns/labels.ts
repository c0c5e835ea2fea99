import { labelRank } from '../../core/record/identities.ts';
import type { CallerLabel } from '../../protocol/answers/page.ts';
import type { ByteDictionary } from './byteDictionary.ts';
import { narrowed, type IdArray } from './column.ts';
import type { TupleDictionary } from './tupleDictionary.ts';

/**
 * How callers are called: the best of a record's identities, else its display name, else nothing. Labels are numbered;
 * 0 is the unknown caller.
 */
export class Labels {
  private readonly byKey = new Map<string, number>();
  private readonly all: CallerLabel[] = [{ type: null, value: 'unknown caller' }];
  /** Label of each list of identities; -1 where the list names nobody. */
  private readonly ofCaller: number[] = [-1];
  private readonly types: ByteDictionary;
  private readonly identities: ByteDictionary;
  private readonly callers: TupleDictionary;
  private readonly displayNames: ByteDictionary;

  constructor(types: ByteDictionary, identities: ByteDictionary, callers: TupleDictionary, displayNames: ByteDictionary) {
    this.types = types;
    this.identities = identities;
    this.callers = callers;
    this.displayNames = displayNames;
  }

  /** Number of labels, the unknown caller included. */
  get size(): number {
    return this.all.length;
  }

  label(id: number): CallerLabel {
    return this.all[id]!;
  }

  /** The label of a record with this list of identities and the display name of this id. */
  of(caller: number, displayName: number): number {
    const known = (this.ofCaller[caller] ??= this.best(caller));
    return known !== -1 || displayName === 0 ? Math.max(known, 0) : this.ofDisplayName(this.displayNames.text(displayName));
  }

  /** The labels of rows, from the same columns. */
  ofRows(callers: IdArray, displayNames: IdArray): IdArray {
    const found = new Uint32Array(callers.length);
    let largest = 0;
    for (let row = 0; row < found.length; row++) {
      const label = this.of(callers[row]!, displayNames[row]!);
      found[row] = label;
      largest = label > largest ? label : largest;
    }
    return narrowed(found, largest);
  }

  private ofDisplayName(value: string): number {
    return value === '' ? 0 : this.number({ type: 'displayName', value });
  }

  private best(caller: number): number {
    const pairs = this.callers.list(caller);
    let found: CallerLabel | undefined;
    let foundRank = Infinity;
    for (let index = 0; index < pairs.length; index += 2) {
      const typeId = pairs[index]!;
      const valueId = pairs[index + 1]!;
      const type = typeId === 0 ? '' : this.types.text(typeId);
      const rank = labelRank(type) ?? Infinity;
      if (rank < foundRank && valueId !== 0) {
        foundRank = rank;
        found = { type, value: this.identities.text(valueId) };
      }
    }
    return found === undefined ? -1 : this.number(found);
  }

  private number(label: CallerLabel): number {
    const key = `${label.type}\0${label.value}`;
    const known = this.byKey.get(key);
    if (known !== undefined) {
      return known;
    }
    this.byKey.set(key, this.all.length);
    return this.all.push(label) - 1;
  }
}
