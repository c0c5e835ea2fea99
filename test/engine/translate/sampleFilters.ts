import fc from 'fast-check';
import { fieldNames } from '../../../src/core/query/fields.ts';
import type { NaiveRecord } from '../query/naive/fieldValues.ts';
import { documentedPaths, makeBare, makeTerm, pathFields, type Choice } from '../query/naive/filters.ts';
import type { GeneratedRecord } from '../query/naive/records.ts';

/** Fields that generated filters ask. */
export const sampleFields: readonly string[] = [...fieldNames, ...pathFields, ...documentedPaths];

const often = ['ip', 'seq', 'time', 'time', 'caller', 'resultGroup', 'event', 'record', 'line', 'source', 'text', 'operation', 'target'];

/** What a generated filter is made from. */
export type FilterChoice = readonly [field: string, choice: Choice];

export const filterChoice: fc.Arbitrary<FilterChoice> = fc.tuple(
  fc.oneof(fc.constantFrom('', ...sampleFields), fc.constantFrom('', ...often)),
  fc.record({ operator: fc.nat({ max: 1000 }), picks: fc.array(fc.nat({ max: 1_000_000 }), { minLength: 8, maxLength: 8 }) }),
);

/** Filters of one term, and of several, that find some of the records. */
export function sampleFilters(sources: readonly (readonly GeneratedRecord[])[], choices: readonly FilterChoice[]): readonly string[] {
  const records = sources.flatMap((generated, source) =>
    generated.map((record, index): NaiveRecord => ({ ...record, source, index, findings: [] })),
  );
  const terms = choices.map(([field, choice]) => (field === '' ? makeBare(records, choice) : makeTerm(records, field, choice)).text);
  return terms.map((text, at) => {
    const other = terms[(at + 1) % terms.length]!;
    return [text, `-${text}`, `(${text} AND -${other})`, `-(${text} OR ${other})`][at % 4]!;
  });
}
