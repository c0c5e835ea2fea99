import { expect, test } from 'vitest';
import { haveSameFrame, haveSameText } from '../../../../src/engine/ingest/template/sampleRecord.ts';
import { memberSlot } from '../../../../src/engine/ingest/template/slot.ts';
import { markedSample } from './markedSample.ts';

const record = markedSample('{"a":‹1›,"b":‹"x"›}');

test.each([
  ['other values', '{"a":‹22›,"b":‹"y"›}', true],
  ['another key', '{"a":‹1›,"c":‹"x"›}', false],
  ['another first key', '{"c":‹1›,"b":‹"x"›}', false],
  ['another blank at the end', '{"a":‹1›,"b":‹"x"› }', false],
  ['a further value', '{"a":‹1›,"b":‹"x"›,"c":‹1›}', false],
  ['the same text cut elsewhere', '{"a":1,"b":‹"x"›}', false],
])('%s', (_, other, expected) => {
  expect(haveSameFrame(record, markedSample(other))).toBe(expected);
  // What the hash rules out would be ruled out without it.
  expect(haveSameFrame(record, { ...markedSample(other), frameHash: record.frameHash })).toBe(expected);
});

test('slots of another kind', () => {
  expect(
    haveSameFrame(
      record,
      markedSample('{"a":‹1›,"b":‹"x"›}', (member) => ({ kind: memberSlot + 1, member, pair: 0 })),
    ),
  ).toBe(false);
});

test('texts are compared slot by slot', () => {
  const other = markedSample('{"a":‹10›,"b":‹"x"›}');
  expect([0, 1].map((slot) => haveSameText(record, other, slot))).toEqual([false, true]);
});
