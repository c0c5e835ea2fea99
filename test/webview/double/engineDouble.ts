import { describeRecordFields } from '../../../src/core/describe/describeFields.ts';
import { describeRecord } from '../../../src/core/describe/sentence.ts';
import { message } from '../../../src/core/message.ts';
import { compileQuery } from '../../../src/core/query/compileQuery.ts';
import { parseQuery } from '../../../src/core/query/parseQuery.ts';
import { resolveField } from '../../../src/core/query/fields.ts';
import { parseTime } from '../../../src/core/record/parseTime.ts';
import { resultGroupOf, resultGroups, type ResultGroup } from '../../../src/core/record/results.ts';
import { parseValueTree } from '../../../src/core/reading/valueTree.ts';
import type {
  FacetValue,
  FindingItem,
  GroupCounts,
  Moment,
  Order,
  Page,
  Profile,
  RecordDetail,
  Row,
  Snapshot,
  TargetLevel,
  TargetNode,
  TargetStep,
  Timeline,
} from '../../../src/protocol/answers.ts';
import type { Answering, Outcome, QuestionName, Questions } from '../../../src/protocol/requests.ts';
import type { Json } from './inventedRecords.ts';
import { callerOf, fieldValues, identitiesOf, resourceOf, targetsOf } from './recordFields.ts';

interface Held {
  readonly record: Json;
  readonly index: number;
  readonly ticks: bigint | undefined;
  readonly group: ResultGroup;
}

/**
 * An engine that is plainly right and slow: an array of records, gone through anew for every question. Answers those
 * questions that the timeline asks.
 */
export class EngineDouble implements Answering {
  readonly #held: readonly Held[];
  readonly snapshot: Snapshot;

  constructor(records: readonly Json[], snapshotNumber = 1) {
    this.#held = records.map((record, index) => ({
      record,
      index,
      ticks: parseTime(String(record['env_time']))?.ticks,
      group: resultGroupOf(record['resultType'] as string | null),
    }));
    const { first, last } = ends(this.#held);
    const bytes = records.length * 1600;
    this.snapshot = {
      snapshot: snapshotNumber,
      complete: true,
      bytesRead: bytes,
      bytesTotal: bytes,
      records: records.length,
      findings: { error: this.#held.filter(isWrong).length, warning: 0, information: 0 },
      first,
      last,
      sources: [
        {
          name: '/logs/attestation-2020-11.audit.ndjson',
          bytes,
          decodedBytes: bytes,
          records: records.length,
          container: 'ndjson',
          encoding: 'utf-8',
          compression: 'none',
        },
      ],
      problem: null,
      isAuditLog: true,
    };
  }

  ask<Name extends QuestionName>(
    name: Name,
    params: Questions[Name]['params'],
    signal: AbortSignal,
  ): Promise<Outcome<Questions[Name]['answer']>> {
    if (signal.aborted) {
      return Promise.resolve({ status: 'cancelled' });
    }
    const answerers: { readonly [Each in QuestionName]?: (given: Questions[Each]['params']) => Questions[Each]['answer'] } = {
      timeline: (given) => this.#timeline(given),
      facets: (given) => this.#facets(given),
      page: (given) => this.#page(given),
      record: ({ ref }) => this.#record(this.#held[ref.index]!),
      findings: (given) => this.#findings(given),
      profile: (given) => this.#profile(given),
    };
    const answerer = answerers[name];
    return Promise.resolve(
      answerer === undefined
        ? { status: 'error', message: `the double does not answer ${name}` }
        : { status: 'ok', answer: answerer(params) },
    );
  }

  #matching(query: string): readonly Held[] {
    const parsed = parseQuery(query);
    const test = parsed.ok ? compileQuery(parsed.query, {}) : undefined;
    if (typeof test !== 'function') {
      throw new Error(`no filter: ${query}`);
    }
    return this.#held.filter(({ record }) => test({ values: (field) => fieldValues(record, field) }));
  }

  #timeline({ query, range, width }: Questions['timeline']['params']): Timeline {
    const matching = this.#matching(query);
    const { first, last } = ends(matching);
    const from = range === undefined ? BigInt(first?.ticks ?? 0) : BigInt(range[0]);
    const to = range === undefined ? BigInt(last?.ticks ?? 0) + 1n : BigInt(range[1]);
    const bucket = (to - from + BigInt(width) - 1n) / BigInt(width) || 1n;
    const count = Number((to - from + bucket - 1n) / bucket);
    const groups = Object.fromEntries(resultGroups.map((group) => [group, Array.from({ length: count }, () => 0)])) as Record<
      ResultGroup,
      number[]
    >;
    for (const { ticks, group } of matching) {
      if (ticks !== undefined && ticks >= from && ticks < to) {
        groups[group][Number((ticks - from) / bucket)]!++;
      }
    }
    return {
      snapshot: this.snapshot.snapshot,
      from: String(from),
      to: String(to),
      bucket: String(bucket),
      groups,
      matching: matching.length,
      untimed: matching.filter(({ ticks }) => ticks === undefined).length,
      total: this.#held.length,
    };
  }

  #facets({ query, field, limit }: Questions['facets']['params']): Questions['facets']['answer'] {
    const matching = this.#matching(query);
    const values = facetValues(matching, ({ record }) => fieldValues(record, resolveField(field)!));
    return { snapshot: this.snapshot.snapshot, field, values: values.slice(0, limit), distinct: values.length, matching: matching.length };
  }

  #page({ query, order, from, count }: Questions['page']['params']): Page {
    const matching = sorted(this.#matching(query), order);
    const found = 'around' in from ? matching.findIndex(({ index }) => index === from.around.index) : -1;
    const at = 'around' in from ? Math.max(0, found) : from.at;
    return {
      snapshot: this.snapshot.snapshot,
      at,
      rows: matching.slice(at, at + count).map(rowOf),
      matching: matching.length,
      total: this.#held.length,
      found: found < 0 ? null : found,
    };
  }

  #record(held: Held): RecordDetail {
    const { record } = held;
    const text = JSON.stringify(record);
    const bytes = new TextEncoder().encode(text);
    const resource = resourceOf(record);
    return {
      snapshot: this.snapshot.snapshot,
      row: rowOf(held),
      text,
      shownUnits: text.length,
      byteOffset: 0,
      byteLength: bytes.length,
      cut: false,
      fields: describeRecordFields(bytes, parseValueTree(bytes, 0, bytes.length)),
      findings: isWrong(held) ? [findingOf(held)] : [],
      place: placeOf(record),
      resource: [
        { level: 'subscription', name: resource?.subscription ?? '' },
        { level: 'resourceGroup', name: resource?.resourceGroup ?? '' },
        { level: 'instance', name: resource?.instance ?? '' },
      ],
      identities: identitiesOf(record).map(([type, value]) => ({ type, value })),
    };
  }

  #findings({ query, items }: Questions['findings']['params']): Questions['findings']['answer'] {
    const wrong = this.#matching(query).filter(isWrong);
    const group = { code: 'value.time', severity: 'error', message: message('value.time', 'yesterday') } as const;
    return {
      snapshot: this.snapshot.snapshot,
      groups: wrong.length === 0 ? [] : [{ ...group, count: wrong.length, items: wrong.slice(0, items).map(findingOf) }],
      distinct: Math.min(1, wrong.length),
      total: wrong.length,
      counts: { error: wrong.length, warning: 0, information: 0 },
    };
  }

  #profile({ query, limit }: Questions['profile']['params']): Profile {
    const matching = this.#matching(query);
    const identities = facetValues(matching, ({ record }) => identitiesOf(record).map((pair) => JSON.stringify(pair)));
    const operations = facetValues(matching, ({ record }) => fieldValues(record, resolveField('operation')!));
    const instances = facetValues(matching, ({ record }) => fieldValues(record, resolveField('instance')!));
    const callers = callersOf(matching);
    const own = new Set(callers.map(({ value }) => value));
    const columns = instances.map(({ value }) => value);
    const others = this.#held.filter(({ record }) => columns.includes(resourceOf(record)?.instance ?? null));
    const rows = operations.map(({ value }) => value ?? '');
    return {
      snapshot: this.snapshot.snapshot,
      matching: matching.length,
      total: this.#held.length,
      groups: groupCounts(matching),
      ...ends(matching),
      identities: identities.slice(0, limit).map(({ value, count }) => {
        const [type, name] = JSON.parse(value!) as [string, string];
        const sharing = this.#held.filter(({ record }) => identitiesOf(record).some((pair) => pair[0] === type && pair[1] === name));
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
      resources: tree(matching, ({ record }) => this.#record({ record, index: 0, ticks: undefined, group: 'other' }).resource),
      alsoActing: callersOf(others).filter(({ value }) => !own.has(value)),
    };
  }
}

function hasFailed({ group }: Held): boolean {
  return group === 'failure' || group === 'clientError';
}

function isWrong({ ticks }: Held): boolean {
  return ticks === undefined;
}

function momentOf(held: Held | undefined): Moment | null {
  return held?.ticks === undefined ? null : { text: String(held.record['env_time']), ticks: String(held.ticks) };
}

function ends(records: readonly Held[]): { readonly first: Moment | null; readonly last: Moment | null } {
  const timed = sorted(
    records.filter(({ ticks }) => ticks !== undefined),
    'oldest',
  );
  return { first: momentOf(timed[0]), last: momentOf(timed.at(-1)) };
}

function sorted(records: readonly Held[], order: Order): readonly Held[] {
  const sign = order === 'newest' ? -1 : 1;
  const key = (held: Held) => held.ticks ?? (order === 'newest' ? -1n : 1n << 70n);
  return order === 'file' ? records : records.toSorted((left, right) => sign * Number(key(left) - key(right)) || left.index - right.index);
}

function groupCounts(records: readonly Held[]): GroupCounts {
  return Object.fromEntries(resultGroups.map((group) => [group, records.filter((held) => held.group === group).length])) as GroupCounts;
}

function facetValues(records: readonly Held[], valuesOf: (held: Held) => readonly (string | null)[]): readonly FacetValue[] {
  const byValue = new Map<string | null, Held[]>();
  for (const held of records) {
    for (const value of new Set(valuesOf(held))) {
      byValue.set(value, [...(byValue.get(value) ?? []), held]);
    }
  }
  return [...byValue]
    .map(([value, having]) => ({ value, count: having.length, groups: groupCounts(having) }))
    .toSorted((left, right) => right.count - left.count);
}

function callersOf(records: readonly Held[]): Profile['callers'] {
  return facetValues(records, ({ record }) => [JSON.stringify(callerOf(record))]).map((facet) => ({
    ...facet,
    ...(JSON.parse(facet.value!) as { type: string; value: string }),
  }));
}

function placeOf(record: Json): readonly TargetStep[] {
  return targetsOf(record)
    .filter(([type]) => type !== 'ResourceId')
    .map(([type, name]) => ({ level: type as TargetLevel, name }));
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

function findingOf(held: Held): FindingItem {
  return {
    ref: { source: 0, finding: held.index },
    code: 'value.time',
    severity: 'error',
    message: message('value.time', String(held.record['env_time'])),
    record: { source: 0, index: held.index },
    pointer: '/env_time',
    byteOffset: 0,
    byteLength: 1,
    related: null,
  };
}

function rowOf(held: Held): Row {
  const { record, index, group } = held;
  const caller = callerOf(record);
  const instance = resourceOf(record)?.instance ?? null;
  const result = record['resultType'] as string;
  return {
    ref: { source: 0, index },
    line: index + 1,
    time: momentOf(held),
    group,
    result,
    sentence: describeRecord({
      operation: record['operationName'] as string,
      result,
      caller,
      instance,
      region: placeOf(record).find(({ level }) => level === 'ServiceRegion')?.name ?? null,
    }),
    caller,
    instance,
    findings: { error: isWrong(held) ? 1 : 0, warning: 0, information: 0 },
  };
}
