import type { LevelRule } from '../../record/levels.ts';
import type { Path } from './paths.ts';

/** A list of changes; paths within the item, the first that leads to a value counts. */
export interface ChangeSource {
  readonly each: Path;
  readonly name: readonly Path[];
  readonly before?: readonly Path[];
  readonly after?: readonly Path[];
}

/**
 * Levels from the outermost to the innermost: given one by one, or by the name of the rule that takes a text apart. Each path is
 * that of a target of the format; a level has the type of its target.
 */
export type Hierarchy =
  { readonly levels: readonly { readonly type: string; readonly path: Path }[] } | { readonly path: Path; readonly rule: LevelRule };
