import { expect, test } from 'vitest';
import { demandsRecordRange } from '../../../src/core/query/recordRange.ts';

test.each([
  ['record:90..110', true],
  ['record:90..110 source:"a.ndjson"', true],
  ['record:90', false],
  ['seq:90..110', false],
  ['-record:90..110', false],
  ['record:1..2 OR record:8..9', false],
  ['record:(', false],
  ['', false],
])('%j demands a range of records: %s', (filter, expected) => {
  expect(demandsRecordRange(filter)).toBe(expected);
});
