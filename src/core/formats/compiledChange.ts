import type { ChangeSource } from './definition/formatStructure.ts';
import type { Path } from './definition/paths.ts';
import { PathSet } from './pathSet.ts';
import { stepsOf } from './definition/paths.ts';

/** A list of changes. Its paths are in sets of their own: only the detail of one record looks for them. */
export interface CompiledChange {
  readonly paths: PathSet;
  readonly items: number;
  /** Paths within an item. */
  readonly within: PathSet;
  readonly name: readonly number[];
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** @param envelope The steps to the member that holds the record. */
export function compileChange({ each, name, before = [], after = [] }: ChangeSource, envelope: readonly string[]): CompiledChange {
  const paths = new PathSet(envelope);
  const within = new PathSet();
  const slots = (those: readonly Path[]): readonly number[] => those.map((path) => within.add(path));
  return {
    paths,
    items: paths.add([...stepsOf(each), '[]']),
    within,
    name: slots(name),
    before: slots(before),
    after: slots(after),
  };
}
