import fc from 'fast-check';
import type { RecordFields } from '../../../src/core/query/compileQuery.ts';
import { RecordValues } from '../../../src/engine/query/recordValues.ts';
import { recordText } from '../generate.ts';

/** A log of several blocks of rows, made of few different records, so that the slow way need look at each but once. */
export interface ManyRecords {
  readonly kinds: readonly string[];
  /** The kind of each record. */
  readonly order: readonly number[];
  readonly text: string;
}

/** Records with every kind in all blocks, and long stretches of one kind, some of them whole blocks. */
export const manyRecords: fc.Arbitrary<ManyRecords> = fc
  .record({
    kinds: fc.array(recordText, { minLength: 1, maxLength: 12 }),
    runs: fc.array(fc.tuple(fc.nat(11), fc.constantFrom(1, 2, 700, 4200)), { minLength: 2, maxLength: 4 }),
    mixed: fc.nat(500),
  })
  .map(({ kinds, runs, mixed }) => {
    const order = [
      ...runs.flatMap(([kind, times]) => Array.from({ length: times }, () => kind % kinds.length)),
      ...Array.from({ length: mixed }, (_, index) => (index * 7919) % kinds.length),
    ];
    return { kinds, order, text: order.map((kind) => kinds[kind]).join('\n') };
  });

/** The fields of each kind of record, taken from its text. Of records in a log, these know no number, line or finding. */
export function fieldsOfKinds({ kinds }: ManyRecords): readonly RecordFields[] {
  const encoder = new TextEncoder();
  return kinds.map((kind) => new RecordValues(encoder.encode(kind), { record: 0, line: 1, sourceNames: ['log0.ndjson'], findings: [] }));
}
