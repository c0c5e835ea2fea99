import { literalTerm } from '../../core/query/editQuery.ts';
import { pageTerm } from '../../core/query/pageQuery.ts';
import { maskSecrets } from '../../core/record/maskSecrets.ts';
import type { RecordAspect, RecordDetail } from '../../protocol/answers/record.ts';
import { textOf } from '../columns/recordTable.ts';
import type { LogIndex } from '../index/logIndex.ts';
import type { TargetPath } from './targetPaths.ts';

type Facts = Pick<RecordDetail, 'row' | 'place' | 'resource' | 'levels' | 'targets'>;

/**
 * What other records can have in common with a row: operation, result, caller, each target, request. What gives access becomes no
 * filter.
 *
 * @param request The id of its request; empty where it has none.
 */
export function recordAspects({ table }: LogIndex, row: number, facts: Facts, request: string): readonly RecordAspect[] {
  const { caller, group } = facts.row;
  const operation = textOf(table.operations, table.operation.data[row]!);
  return [
    ...(operation === null ? [] : [{ kind: 'operation' as const, operation, filter: ownTerm('operation', operation) }]),
    { kind: 'result', group, filter: literalTerm('resultGroup', group) },
    ...(caller === null || caller.type === null
      ? []
      : [{ kind: 'caller' as const, caller, filter: callerFilter(caller.type, caller.value) }]),
    ...targetPaths(facts).map((path) => ({ kind: 'target' as const, path, filter: targetFilter(path) })),
    ...(request === '' ? [] : [{ kind: 'request' as const, request: maskSecrets(request), filter: ownTerm('request', request) }]),
  ];
}

/** The ways to the targets, and of some formats each target by itself. */
function targetPaths({ place, resource, levels, targets }: Facts): readonly TargetPath[] {
  return [resource, place, ...levels, ...targets.map((target) => [target])].filter(({ length }) => length > 0);
}

function ownTerm(field: string, value: string): string | null {
  return isHarmless(value) ? literalTerm(field, value) : null;
}

function callerFilter(type: string, value: string): string | null {
  return isHarmless(value) ? pageTerm({ kind: 'caller', type, value }) : null;
}

/** The names of targets may have been masked before: then they are not what the records say. */
function targetFilter(path: TargetPath): string | null {
  return path.every(({ name }) => isHarmless(name) && !name.includes('…')) ? pageTerm({ kind: 'target', path }) : null;
}

function isHarmless(value: string): boolean {
  return maskSecrets(value) === value;
}
