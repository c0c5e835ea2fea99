import { expect, test } from 'vitest';
import { haveSameFrame, haveSameText, sampleRecord, type SampleRecord } from '../../../../src/engine/ingest/template/sampleRecord.ts';
import { memberSlot } from '../../../../src/engine/ingest/template/slot.ts';

/** A record whose values are between ‹ and ›. */
function sample(marked: string, kind = memberSlot): SampleRecord {
  const parts = marked.split(/[‹›]/);
  const ends = parts.map((_, index) => parts.slice(0, index + 1).join('').length);
  const count = (parts.length - 1) / 2;
  const slots = Array.from({ length: count }, (_, member) => ({
    kind,
    member,
    pair: 0,
    start: ends[member * 2]!,
    end: ends[member * 2 + 1]!,
  }));
  return sampleRecord(slots, new TextEncoder().encode(parts.join('')), 7);
}

const record = sample('{"a":‹1›,"b":‹"x"›}');

test.each([
  ['other values', '{"a":‹22›,"b":‹"y"›}', true],
  ['another key', '{"a":‹1›,"c":‹"x"›}', false],
  ['another first key', '{"c":‹1›,"b":‹"x"›}', false],
  ['another blank at the end', '{"a":‹1›,"b":‹"x"› }', false],
  ['a further value', '{"a":‹1›,"b":‹"x"›,"c":‹1›}', false],
  ['the same text cut elsewhere', '{"a":1,"b":‹"x"›}', false],
])('%s', (_, other, expected) => {
  expect(haveSameFrame(record, sample(other))).toBe(expected);
  // What the hash rules out would be ruled out without it.
  expect(haveSameFrame(record, { ...sample(other), frameHash: record.frameHash })).toBe(expected);
});

test('slots of another kind', () => {
  expect(haveSameFrame(record, sample('{"a":‹1›,"b":‹"x"›}', memberSlot + 1))).toBe(false);
});

test('texts are compared slot by slot', () => {
  const other = sample('{"a":‹10›,"b":‹"x"›}');
  expect([0, 1].map((slot) => haveSameText(record, other, slot))).toEqual([false, true]);
});
