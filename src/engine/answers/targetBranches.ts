import type { ResultGroup } from '../../core/record/results.ts';
import type { GroupCounts } from '../../protocol/answers/answer.ts';
import type { TargetNode } from '../../protocol/answers/profile.ts';
import type { TargetStep } from '../../protocol/answers/record.ts';
import { addGroups, noCounts, totalOf } from './counting.ts';
import type { TargetPath } from './targetPaths.ts';

interface Branch {
  readonly step: TargetStep;
  readonly groups: Record<ResultGroup, number>;
  readonly children: Map<string, Branch>;
}

/** A tree of targets with the number of records below each of its branches. Names are compared without regard to case. */
export class TargetBranches {
  private readonly roots = new Map<string, Branch>();
  private readonly spell: (step: TargetStep) => TargetStep;

  /** @param spell How a step is shown, of those that are equal but for case. */
  constructor(spell: (step: TargetStep) => TargetStep = (step) => step) {
    this.spell = spell;
  }

  /** How many roots there are. */
  get size(): number {
    return this.roots.size;
  }

  /** Counts records that have these paths: once where several go the same way. */
  add(paths: readonly TargetPath[], groups: GroupCounts): void {
    const counted = new Set<Branch>();
    for (const path of paths) {
      let level = this.roots;
      for (const step of path) {
        const key = `${step.level} ${step.name.toLowerCase()}`;
        let branch = level.get(key);
        if (branch === undefined) {
          level.set(key, (branch = { step: this.spell(step), groups: noCounts(), children: new Map() }));
        }
        if (!counted.has(branch)) {
          counted.add(branch);
          addGroups(branch.groups, groups);
        }
        level = branch.children;
      }
    }
  }

  /** The most frequent first, at most so many of each level. */
  nodes(limit: number): readonly TargetNode[] {
    return nodesOf(this.roots, limit);
  }
}

function nodesOf(branches: ReadonlyMap<string, Branch>, limit: number): readonly TargetNode[] {
  return [...branches.values()]
    .map((branch) => ({ branch, count: totalOf(branch.groups) }))
    .sort((left, right) => right.count - left.count || (left.branch.step.name < right.branch.step.name ? -1 : 1))
    .slice(0, limit)
    .map(({ branch: { step, groups, children }, count }) => ({
      step,
      count,
      groups,
      children: nodesOf(children, limit),
      childrenTotal: children.size,
    }));
}
