import { nameRules, type NameRule } from '../../../core/formats/definition/nameRules.ts';
import { scalarText } from '../../../core/formats/roles.ts';
import type { FoundValue } from '../../../core/formats/roleSource.ts';
import { ByteDictionary } from '../../columns/byteDictionary.ts';
import { idOfValue } from './roleIds.ts';

/** More values of one rule are not remembered. */
const maxValues = 65_536;

interface KnownNames {
  readonly values: ByteDictionary;
  /** By id of a value: that of its name, 0 for none. */
  readonly ids: number[];
}

/** The ids of the names that rules make of values: of equal ones once. */
export class ShortNames {
  private readonly names: ByteDictionary;
  private readonly seed: number;
  private readonly known = new Map<NameRule, KnownNames>();

  /** @param names The dictionary that the names are to be in. */
  constructor(names: ByteDictionary, seed: number) {
    this.names = names;
    this.seed = seed;
  }

  /** 0 where the rule finds no name. */
  idOf(rule: NameRule, found: FoundValue): number {
    const known = this.known.get(rule) ?? { values: new ByteDictionary(this.seed), ids: [] };
    this.known.set(rule, known);
    if (known.values.size >= maxValues) {
      return this.made(rule, found);
    }
    return (known.ids[idOfValue(known.values, found)] ??= this.made(rule, found));
  }

  private made(rule: NameRule, found: FoundValue): number {
    const name = nameRules[rule](scalarText(found) ?? '');
    return name === undefined ? 0 : this.names.internText(name);
  }
}
