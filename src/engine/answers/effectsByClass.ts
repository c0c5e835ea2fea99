import type { LogIndex } from '../index/logIndex.ts';
import type { EffectRows, Effects } from '../query/effectRows.ts';
import { EffectSubjects, type RowEffect } from './effectSubjects.ts';

/** What the records of each class do, and the targets that they do it to, by their numbers. */
export interface ClassEffects {
  readonly subjects: EffectSubjects;
  /** By the number of the class. */
  readonly byClass: readonly (readonly RowEffect[])[];
}

const known = new WeakMap<Effects, ClassEffects>();

/** Found once for the effects of each snapshot. */
export function effectsByClass(index: LogIndex, rows: EffectRows, effects: Effects): ClassEffects {
  let found = known.get(effects);
  if (found === undefined) {
    const subjects = new EffectSubjects(index, rows);
    found = { subjects, byClass: effects.examples.map((row) => subjects.effectsOf(row)) };
    known.set(effects, found);
  }
  return found;
}
