import { resolveField } from '../../../src/core/query/fields.ts';
import type { Profile, TargetNode } from '../../../src/protocol/answers/profile.ts';
import type { TargetStep } from '../../../src/protocol/answers/record.ts';
import { ends, facetValues, groupCounts, placeOf, resourcePathOf, type Held } from './heldRecords.ts';
import { callerOf, fieldValues, identitiesOf, resourceOf } from './recordFields.ts';

/** The aggregates of a caller's or a target's page, counted one record at a time. */
export function profileOf(matching: readonly Held[], all: readonly Held[], limit: number): Omit<Profile, 'snapshot' | 'total'> {
  const identities = facetValues(matching, ({ record }) => identitiesOf(record).map((pair) => JSON.stringify(pair)));
  const operations = facetValues(matching, ({ record }) => fieldValues(record, resolveField('operation')!));
  const instances = facetValues(matching, ({ record }) => fieldValues(record, resolveField('instance')!));
  const callers = callersOf(matching);
  const own = new Set(callers.map(({ value }) => value));
  const columns = instances.map(({ value }) => value);
  const others = all.filter(({ record }) => columns.includes(resourceOf(record)?.instance ?? null));
  const rows = operations.map(({ value }) => value ?? '');
  return {
    matching: matching.length,
    groups: groupCounts(matching),
    ...ends(matching),
    identities: identities.slice(0, limit).map(({ value, count }) => {
      const [type, name] = JSON.parse(value!) as [string, string];
      const sharing = all.filter(({ record }) => identitiesOf(record).some((pair) => pair[0] === type && pair[1] === name));
      return { type, value: name, count, sharedBy: new Set(sharing.map(({ record }) => callerOf(record).value)).size };
    }),
    identitiesTotal: identities.length,
    displayNames: [],
    addresses: facetValues(matching, ({ record }) => fieldValues(record, resolveField('ip')!)),
    addressesTotal: 5,
    operations,
    operationsTotal: operations.length,
    callers,
    callersTotal: callers.length,
    matrix: {
      rows,
      rowsTotal: rows.length,
      columns,
      columnsTotal: columns.length,
      cells: rows.map((operation) =>
        columns.map((instance) => {
          const cell = matching.filter(
            ({ record }) => record['operationName'] === operation && (resourceOf(record)?.instance ?? null) === instance,
          );
          return { count: cell.length, failed: cell.filter(hasFailed).length };
        }),
      ),
    },
    places: tree(matching, ({ record }) => placeOf(record)),
    resources: tree(matching, ({ record }) => resourcePathOf(record)),
    alsoActing: callersOf(others).filter(({ value }) => !own.has(value)),
  };
}

function hasFailed({ group }: Held): boolean {
  return group === 'failure' || group === 'clientError';
}

function callersOf(records: readonly Held[]): Profile['callers'] {
  return facetValues(records, ({ record }) => [JSON.stringify(callerOf(record))]).map((facet) => ({
    ...facet,
    ...(JSON.parse(facet.value!) as { type: string; value: string }),
  }));
}

function tree(records: readonly Held[], pathOf: (held: Held) => readonly TargetStep[], depth = 0): readonly TargetNode[] {
  const steps = facetValues(records, (held) => [JSON.stringify(pathOf(held)[depth] ?? null)]).filter(({ value }) => value !== 'null');
  return steps.map(({ value, count, groups }) => {
    const below = records.filter((held) => JSON.stringify(pathOf(held)[depth]) === value);
    const children = tree(below, pathOf, depth + 1);
    return {
      step: JSON.parse(value!) as TargetStep,
      count,
      failed: groups.failure + groups.clientError,
      children,
      childrenTotal: children.length,
    };
  });
}
