import type { CompiledFormat } from '../../../core/formats/compiledFormat.ts';
import type { GroupOfText } from '../../../core/formats/outcome.ts';
import { scalarText } from '../../../core/formats/roles.ts';
import type { FoundValue, RoleSource } from '../../../core/formats/roleSource.ts';
import { worstGroup, type ResultGroup } from '../../../core/record/results.ts';
import { ByteDictionary } from '../../columns/byteDictionary.ts';
import { firstScalar, idOfValue } from './roleIds.ts';

/** More values of one rule are not remembered: that many are no outcomes. */
const maxValues = 4096;

interface KnownRule {
  readonly slot: number;
  readonly groupOf: GroupOfText;
  readonly ofAbsent: ResultGroup | undefined;
  readonly values: ByteDictionary;
  /** By id of a value. */
  readonly groups: (ResultGroup | undefined)[];
}

/** The result groups of records: `outcomeOf` of `roles.ts`, which is asked once for each value of each rule. */
export class OutcomeReader {
  private readonly seed: number;
  private readonly rules = new Map<CompiledFormat, readonly KnownRule[]>();
  private readonly groups: ResultGroup[] = [];

  constructor(seed: number) {
    this.seed = seed;
  }

  groupOf(compiled: CompiledFormat, source: RoleSource): ResultGroup {
    const { groups } = this;
    groups.length = 0;
    for (const rule of this.rulesOf(compiled)) {
      const group = groupBy(rule, firstScalar(source.values(rule.slot)));
      if (group !== undefined && !groups.includes(group)) {
        groups.push(group);
      }
    }
    return groups.length === 1 ? groups[0]! : worstGroup(groups);
  }

  private rulesOf(compiled: CompiledFormat): readonly KnownRule[] {
    let known = this.rules.get(compiled);
    if (known === undefined) {
      known = compiled.outcome.map(({ slot, groupOf }) => ({
        slot,
        groupOf,
        ofAbsent: groupOf(undefined),
        values: new ByteDictionary(this.seed),
        groups: [],
      }));
      this.rules.set(compiled, known);
    }
    return known;
  }
}

function groupBy({ groupOf, ofAbsent, values, groups }: KnownRule, found: FoundValue | undefined): ResultGroup | undefined {
  if (found === undefined) {
    return ofAbsent;
  }
  if (values.size >= maxValues) {
    return groupOf(scalarText(found));
  }
  const id = idOfValue(values, found);
  if (!(id in groups)) {
    groups[id] = groupOf(scalarText(found));
  }
  return groups[id];
}
