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

/** The levels and types of the targets of a page: those of which it has one only come last. */
export function targetLevels({ places, resources }: Pick<Profile, 'places' | 'resources'>): readonly string[] {
  const names = new Map<string, Set<string>>();
  const visit = (node: TargetNode): void => {
    const { level, name } = node.step;
    names.set(level, (names.get(level) ?? new Set()).add(name));
    node.children.forEach(visit);
  };
  [...resources, ...places].forEach(visit);
  const isSingle = (level: string): boolean => names.get(level)!.size < 2;
  return [...names.keys()].toSorted((left, right) => Number(isSingle(left)) - Number(isSingle(right)));
}

/** The level that a matrix shows until the user chooses another: the instance, else the innermost of those that tell targets apart. */
export function firstLevel(profile: Pick<Profile, 'places' | 'resources'>, levels: readonly string[]): string {
  const several = targetLevels(profile);
  const resource = levelsBelow(profile.resources[0])
    .toReversed()
    .find((level) => several.includes(level));
  return levels.includes('instance') ? 'instance' : (resource ?? levels[0] ?? '');
}

/** The levels from a node down to its most frequent leaf. */
function levelsBelow(node: TargetNode | undefined): readonly string[] {
  return node === undefined ? [] : [node.step.level, ...levelsBelow(node.children[0])];
}
