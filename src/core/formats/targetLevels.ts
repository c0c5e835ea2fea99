import { BoundedMemo } from '../record/boundedMemo.ts';
import { levelsIn, resourceLevels, type Level, type LevelRule } from '../record/levels.ts';
import type { CompiledFormat } from './compiledFormat.ts';
import { foldKey } from './pathSet.ts';

/** A target: a type and a name, either of which may be missing. */
export interface TargetName {
  readonly type: string | null;
  readonly value: string | null;
}

/** So many types and names are remembered, as records have the same targets again and again; none that is longer, as a log may be hostile. */
const maxKnown = 2048;
const maxKnownLength = 1024;

/** How the names of targets are taken apart, by their types: those of Attestation's, and those of formats that are data. */
export class TargetLevels {
  /** By the type in lower case. */
  private readonly rules: ReadonlyMap<string, LevelRule>;
  private readonly knownRules = new BoundedMemo<string, LevelRule | undefined>(maxKnown);
  private readonly knownLevels: Readonly<Record<LevelRule, BoundedMemo<string, readonly Level[]>>> = {
    resourceId: new BoundedMemo(maxKnown),
    arn: new BoundedMemo(maxKnown),
    resourceName: new BoundedMemo(maxKnown),
  };

  constructor(forms: readonly CompiledFormat[]) {
    this.rules = new Map<string, LevelRule>([
      ['resourceid', 'resourceId'],
      ...forms.flatMap(({ hierarchies }) =>
        hierarchies.flatMap((one): readonly [string, LevelRule][] => ('rule' in one ? [[foldKey(one.type), one.rule]] : [])),
      ),
    ]);
  }

  /** The levels in the name of a target, from the outermost on; none where its type has none. */
  of({ type, value }: TargetName): readonly Level[] {
    const rule = type === null ? undefined : this.ruleOf(type);
    if (rule === undefined || value === null) {
      return none;
    }
    return value.length > maxKnownLength ? levelsIn(rule, value) : this.knownLevels[rule].get(value, () => levelsIn(rule, value));
  }

  private ruleOf(type: string): LevelRule | undefined {
    const find = (): LevelRule | undefined => this.rules.get(foldKey(type));
    return type.length > maxKnownLength ? find() : this.knownRules.get(type, find);
  }

  /**
   * The names of the targets of a type, and of the levels of that type in the names of all; types are compared without regard to
   * case. The levels of resource ids are no types of targets: {@link resourceParts} has them.
   */
  namesOfType(targets: readonly TargetName[], type: string): readonly (string | null)[] {
    const folded = type.toLowerCase();
    const isOfLevel = ({ type: level }: Level): boolean =>
      level.toLowerCase() === folded && !(resourceLevels as readonly string[]).includes(level);
    return targets.flatMap((target) => [
      ...((target.type ?? '').toLowerCase() === folded ? [target.value] : []),
      ...this.of(target).flatMap((level) => (isOfLevel(level) ? [level.name] : [])),
    ]);
  }

  /** A part of each resource id among targets. */
  resourceParts(targets: readonly TargetName[], part: (typeof resourceLevels)[number]): readonly string[] {
    return targets.flatMap((target) => this.of(target).flatMap(({ type, name }) => (type === part ? [name] : [])));
  }
}

const none: readonly Level[] = [];
