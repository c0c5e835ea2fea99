import type { LevelRule } from '../record/levels.ts';
import type { PairSource } from './definition/format.ts';
import type { Hierarchy } from './definition/formatStructure.ts';
import { stepsOf } from './definition/paths.ts';

/** Levels by the types of the targets that they are, or the type of the targets whose names a rule takes apart. */
export type CompiledHierarchy = { readonly levels: readonly string[] } | { readonly type: string; readonly rule: LevelRule };

/** Nothing where its path is that of no target. */
export function compileHierarchy(hierarchy: Hierarchy, targets: readonly PairSource[]): readonly CompiledHierarchy[] {
  if ('levels' in hierarchy) {
    return [{ levels: hierarchy.levels.map(({ type }) => type) }];
  }
  const path = stepsOf(hierarchy.path).join(' ');
  const target = targets.find((one) => targetPaths(one).some((steps) => steps.join(' ') === path));
  return target === undefined
    ? []
    : [{ type: typeof target.type === 'string' ? target.type : target.type.otherwise, rule: hierarchy.rule }];
}

function targetPaths(source: PairSource): readonly (readonly string[])[] {
  return 'each' in source ? source.value.map((path) => [...stepsOf(source.each), '[]', ...stepsOf(path)]) : [stepsOf(source.path)];
}
