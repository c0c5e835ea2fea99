import { describeRecordFields } from '../../../src/core/describe/describeFields.ts';
import { message } from '../../../src/core/message.ts';
import { compileQuery } from '../../../src/core/query/compileQuery.ts';
import { resolveField } from '../../../src/core/query/fields.ts';
import { parseQuery } from '../../../src/core/query/parseQuery.ts';
import { parseValueTree } from '../../../src/core/reading/valueTree.ts';
import { parseTime } from '../../../src/core/record/parseTime.ts';
import { resultGroupOf, resultGroups, type ResultGroup } from '../../../src/core/record/results.ts';
import type { Page } from '../../../src/protocol/answers/page.ts';
import type { RecordDetail } from '../../../src/protocol/answers/record.ts';
import type { Snapshot } from '../../../src/protocol/answers/snapshot.ts';
import type { Timeline } from '../../../src/protocol/answers/timeline.ts';
import type { Answering, Outcome, QuestionName, Questions } from '../../../src/protocol/requests.ts';
import { coverageOf } from './coverageDouble.ts';
import { ends, facetValues, findingOf, isWrong, placeOf, resourcePathOf, rowOf, sorted, type Held } from './heldRecords.ts';
import type { Json } from './inventedRecords.ts';
import { outliersOf } from './outliersDouble.ts';
import { profileOf } from './profileDouble.ts';
import { fieldValues, identitiesOf } from './recordFields.ts';

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
      reading: 1,
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
      outliers: ({ query }) => ({ snapshot: this.snapshot.snapshot, ...outliersOf(this.#matching(query)) }),
      facets: (given) => this.#facets(given),
      page: (given) => this.#page(given),
      record: ({ ref }) => this.#record(this.#held[ref.index]!),
      findings: (given) => this.#findings(given),
      coverage: ({ gaps }) => ({ snapshot: this.snapshot.snapshot, ...coverageOf(this.#held, gaps) }),
      profile: ({ query, limit }) => ({
        snapshot: this.snapshot.snapshot,
        total: this.#held.length,
        ...profileOf(this.#matching(query), this.#held, limit),
      }),
    };
    const answerer = answerers[name];
    return Promise.resolve(
      answerer === undefined
        ? { status: 'error', message: { code: 'engine.failed', args: [`the double does not answer ${name}`] } }
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
      resource: resourcePathOf(record),
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
}
