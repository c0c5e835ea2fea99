import * as l10n from '@vscode/l10n';
import { levelField } from '../../src/core/query/pageQuery.ts';
import type { Profile, TargetNode } from '../../src/protocol/answers/profile.ts';
import type { ViewPage } from '../../src/protocol/viewMessages.ts';

export type MatrixKind = 'operationTarget' | 'callerOperation' | 'callerTarget';

const matrixKinds: readonly MatrixKind[] = ['operationTarget', 'callerOperation', 'callerTarget'];

/** The name of a matrix: what its rows are by what its columns are. */
export function matrixName(kind: MatrixKind, level: string): string {
  switch (kind) {
    case 'operationTarget':
      return l10n.t('Operation × {0}', level);
    case 'callerOperation':
      return l10n.t('Caller × operation');
    case 'callerTarget':
      return l10n.t('Caller × {0}', level);
  }
}

/** The fields of the filter language that are its rows and its columns. */
export function matrixFields(kind: MatrixKind, level: string): { readonly rows: string; readonly columns: string } {
  switch (kind) {
    case 'operationTarget':
      return { rows: 'operation', columns: levelField(level) };
    case 'callerOperation':
      return { rows: 'caller', columns: 'operation' };
    case 'callerTarget':
      return { rows: 'caller', columns: levelField(level) };
  }
}

/** The matrices that say something: those of callers where there are several, those of targets where there are any. */
export function kindsFor(
  { callersTotal }: Pick<Profile, 'callersTotal'>,
  { kind }: ViewPage,
  levels: readonly string[],
): readonly MatrixKind[] {
  const offered = matrixKinds.filter(
    (one) => (one === 'operationTarget' || callersTotal > 1) && (one === 'callerOperation' || levels.length > 0),
  );
  // What a target's page shows first is who did what to it.
  return kind === 'target'
    ? offered.toSorted((left, right) => Number(right === 'callerOperation') - Number(left === 'callerOperation'))
    : offered;
}

type Targets = Pick<Profile, 'places' | 'resources'>;

/** By level the names of the targets that the trees have. */
function namesOf({ places, resources }: Targets): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Map<string, Set<string>>();
  const visit = ({ step: { level, name }, children }: TargetNode): void => {
    names.set(level, (names.get(level) ?? new Set()).add(name));
    children.forEach(visit);
  };
  [...resources, ...places].forEach(visit);
  return names;
}

/** The levels and types of the targets of a page: those of which it has one only come last. */
export function targetLevels(targets: Targets): readonly string[] {
  const names = [...namesOf(targets)];
  const several = names.filter(([, { size }]) => size > 1);
  const single = names.filter(([, { size }]) => size < 2);
  return [...several, ...single].map(([level]) => level);
}

/**
 * The level that a matrix shows until the user chooses another: the instance, else the innermost that tells targets apart, else the
 * innermost; empty where there are no targets.
 */
export function firstLevel(targets: Targets): string {
  const names = namesOf(targets);
  const innermost = [targets.resources, targets.places].flatMap((nodes) => levelsBelow(nodes[0]).toReversed());
  const several = innermost.find((level) => names.get(level)!.size > 1);
  return names.has('instance') ? 'instance' : (several ?? innermost[0] ?? '');
}

/** The names of the targets of a level, as far as the trees have them. */
export function namesAt(targets: Targets, level: string): readonly string[] {
  return [...(namesOf(targets).get(level) ?? [])];
}

/** The levels from a node down to its most frequent leaf. */
function levelsBelow(node: TargetNode | undefined): readonly string[] {
  return node === undefined ? [] : [node.step.level, ...levelsBelow(node.children[0])];
}
