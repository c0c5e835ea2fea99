import type { Path } from './definition/paths.ts';
import { stepsOf } from './definition/paths.ts';

/** One step of the paths of a set: the key or `[]` that leads here, and where one goes on. */
export interface PathNode {
  /** Number of the path that ends here, or -1. */
  readonly slot: number;
  /** Numbers of the paths that end here or farther on. */
  readonly slots: readonly number[];
  /** Further keys. */
  readonly keys: readonly PathKey[];
  /** What follows `[]`. */
  readonly items: PathNode | undefined;
}

export interface PathKey {
  readonly key: string;
  /** The same in lower case. */
  readonly folded: string;
  /** The key in UTF-8. */
  readonly bytes: Uint8Array;
  /** Its place among the keys of its node. */
  readonly index: number;
  readonly node: PathNode;
}

/** Paths of one or more formats, numbered, and joined in a tree so that one walk over a record finds them all. */
export class PathSet {
  readonly start: readonly string[];
  readonly steps: (readonly string[])[] = [];
  private readonly numbers = new Map<string, number>();
  private tree: PathNode | undefined;

  /** @param start Steps with which all paths begin. */
  constructor(start: readonly string[] = []) {
    this.start = start;
  }

  /** The number of a path, from 0; a path that was added before has the same. */
  add(path: Path): number {
    const steps = [...this.start, ...stepsOf(path)];
    const name = JSON.stringify(steps);
    const known = this.numbers.get(name);
    if (known !== undefined) {
      return known;
    }
    this.tree = undefined;
    this.numbers.set(name, this.steps.length);
    return this.steps.push(steps) - 1;
  }

  /** The first step: the record itself. */
  get root(): PathNode {
    return (this.tree ??= nodeOf(this.steps.map((steps, slot) => ({ steps, slot }))));
  }
}

interface Rest {
  readonly steps: readonly string[];
  readonly slot: number;
}

function nodeOf(rests: readonly Rest[]): PathNode {
  const byStep = new Map<string, Rest[]>();
  for (const {
    steps: [step, ...steps],
    slot,
  } of rests) {
    if (step !== undefined) {
      const those = byStep.get(step) ?? [];
      byStep.set(step, those);
      those.push({ steps, slot });
    }
  }
  const items = byStep.get('[]');
  byStep.delete('[]');
  return {
    slot: rests.find(({ steps }) => steps.length === 0)?.slot ?? -1,
    slots: rests.map(({ slot }) => slot),
    keys: [...byStep].map(([key, those], index) => ({
      key,
      folded: foldKey(key),
      bytes: new TextEncoder().encode(key),
      index,
      node: nodeOf(those),
    })),
    items: items && nodeOf(items),
  };
}

/** A key without regard to case, of which only that of the letters of ASCII is none. */
export function foldKey(key: string): string {
  return key.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
