import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findingSeverities } from '../../../src/core/finding/codes.ts';
import { fieldNames } from '../../../src/core/query/fields.ts';
import { openLog, type OpenedLog } from '../openLog.ts';
import type { NaiveRecord } from './naive/fieldValues.ts';
import { documentedPaths, makeBare, makeTerm, pathFields, type Choice, type NaiveFilter } from './naive/filters.ts';
import { naiveLog, type GeneratedRecord } from './naive/records.ts';
import { runs } from '../../runs.ts';

const fields: readonly string[] = [...fieldNames, ...pathFields, ...documentedPaths];

/** Fields of all kinds come as often as the many that are text; that of whole records more often, as few logs can be asked for it. */
const someFields = [
  'ip',
  'seq',
  'env_flags',
  'env_popSample',
  'record',
  'line',
  'source',
  'time',
  'time',
  'time',
  'env_flags',
  'finding',
  'text',
  'text',
  'text',
  ...pathFields,
];

const choice: fc.Arbitrary<readonly [field: string, choice: Choice]> = fc.tuple(
  fc.oneof(fc.constantFrom('', ...fields), fc.constantFrom(...someFields)),
  fc.record({ operator: fc.nat({ max: 1000 }), picks: fc.array(fc.nat({ max: 1_000_000 }), { minLength: 8, maxLength: 8 }) }),
);

async function naiveRecords(log: OpenedLog, sources: readonly (readonly GeneratedRecord[])[]): Promise<readonly NaiveRecord[]> {
  const records: NaiveRecord[] = [];
  for (const [source, generated] of sources.entries()) {
    const { findings } = await log.request('placedFindings', { source, limit: 10_000 });
    generated.forEach((record, index) => {
      const codes = findings.filter((finding) => finding.record?.index === index).map(({ code }) => code as keyof typeof findingSeverities);
      records.push({ ...record, source, index, findings: codes.flatMap((code) => [code, findingSeverities[code]]) });
    });
  }
  return records;
}

/** How often filters of a kind found no record, all of them, or some. */
class Tally {
  /** Pairs of a filter and a record that were compared. */
  pairs = 0;
  readonly byKind = new Map<string, { none: number; all: number; some: number }>();

  add({ kinds }: NaiveFilter, found: number, total: number): void {
    this.pairs += total;
    for (const kind of kinds) {
      const counts = this.byKind.get(kind) ?? { none: 0, all: 0, some: 0 };
      counts[found === 0 ? 'none' : found === total ? 'all' : 'some']++;
      this.byKind.set(kind, counts);
    }
  }

  /** Kinds of which no filter ever told records apart. */
  get idle(): readonly string[] {
    return [...this.byKind].flatMap(([kind, { some }]) => (some === 0 ? [kind] : [])).toSorted();
  }
}

async function check(log: OpenedLog, records: readonly NaiveRecord[], filter: NaiveFilter, tally: Tally): Promise<void> {
  const wanted = records.filter(filter.matches).map(({ source, index }) => `${source}/${index}`);
  tally.add(filter, wanted.length, records.length);
  const { rows } = await log.request('page', { query: filter.text, order: 'file', from: { at: 0 }, count: 100 });
  expect({ filter: filter.text, rows: rows.map(({ ref }) => `${ref.source}/${ref.index}`) }).toEqual({ filter: filter.text, rows: wanted });
}

test('every field and operator finds the records that a naive evaluator of decoded JSON finds', async () => {
  const tally = new Tally();
  await fc.assert(
    fc.asyncProperty(naiveLog, fc.array(choice, { minLength: 40, maxLength: 40 }), async (sources, choices) => {
      const log = await openLog(...sources.map((generated) => generated.map(({ written }) => written).join('\n')));
      const records = await naiveRecords(log, sources);
      expect(log.last.records).toBe(records.length);
      const terms = choices.flatMap(([field, chosen]) => {
        // What escapes mean to `text` is the subject of its own tests.
        const isLeftOut = field === 'text' && records.some(({ style }) => style.escapes);
        return isLeftOut ? [] : [field === '' ? makeBare(records, chosen) : makeTerm(records, field, chosen)];
      });
      for (const term of terms) {
        await check(log, records, term, tally);
        await check(log, records, negation(term), tally);
      }
      for (let index = 2; index < terms.length; index += 3) {
        await check(log, records, together(terms.slice(index - 2, index + 1)), tally);
      }
    }),
    // The failure names its filter; making the log smaller would take minutes.
    { numRuns: runs(130), endOnFailure: true },
  );
  // A hundred times as many in `npm run test:long`.
  expect(tally.pairs).toBeGreaterThan(runs(100_000));
  // No record has these keys, and every record has a number.
  expect(tally.idle).toEqual(['counted null', 'key.missing any', 'key.missing.too any']);
  expect(fields.filter((field) => !tally.byKind.has(`${field} any`))).toEqual([]);
}, 7_200_000);

function negation({ text, matches }: NaiveFilter): NaiveFilter {
  return { text: `NOT ${text}`, matches: (record) => !matches(record), kinds: ['not'] };
}

/** The first without the second, or the third. */
function together([first, second, third]: readonly NaiveFilter[]): NaiveFilter {
  return {
    text: `(${first!.text} AND -${second!.text}) OR ${third!.text}`,
    matches: (record) => (first!.matches(record) && !second!.matches(record)) || third!.matches(record),
    kinds: ['together'],
  };
}
