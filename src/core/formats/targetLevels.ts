import { levelsIn, resourceLevels, type Level, type LevelRule } from '../record/levels.ts';
import { builtInFormats } from './builtInFormats.ts';
import { foldKey } from './pathSet.ts';

/** A target: a type and a name, either of which may be missing. */
export interface TargetName {
  readonly type: string | null;
  readonly value: string | null;
}

/** How the names of targets are taken apart, by the type in lower case: that of Attestation's, and those of formats that are data. */
const rules: ReadonlyMap<string, LevelRule> = new Map<string, LevelRule>([
  ['resourceid', 'resourceId'],
  ...builtInFormats.flatMap(({ hierarchies }) =>
    hierarchies.flatMap((one): readonly [string, LevelRule][] => ('rule' in one ? [[foldKey(one.type), one.rule]] : [])),
  ),
]);

/** The levels in the name of a target, from the outermost on; none where its type has none. */
export function levelsOfTarget({ type, value }: TargetName): readonly Level[] {
  const rule = type === null ? undefined : rules.get(foldKey(type));
  return rule === undefined || value === null ? [] : levelsIn(rule, value);
}

/**
 * The names of the targets of a type, and of the levels of that type in the names of all; types are compared without regard to
 * case. The levels of resource ids are no types of targets: {@link resourceParts} has them.
 */
export function namesOfType(targets: readonly TargetName[], type: string): readonly (string | null)[] {
  const folded = type.toLowerCase();
  const isOfLevel = ({ type: level }: Level): boolean =>
    level.toLowerCase() === folded && !(resourceLevels as readonly string[]).includes(level);
  return targets.flatMap((target) => [
    ...((target.type ?? '').toLowerCase() === folded ? [target.value] : []),
    ...levelsOfTarget(target).flatMap((level) => (isOfLevel(level) ? [level.name] : [])),
  ]);
}

/** A part of each resource id among targets. */
export function resourceParts(targets: readonly TargetName[], part: (typeof resourceLevels)[number]): readonly string[] {
  return targets.flatMap((target) => levelsOfTarget(target).flatMap(({ type, name }) => (type === part ? [name] : [])));
}
