import fc from 'fast-check';
import { expect, it } from 'vitest';
import { WithoutBlanks } from '../../../src/core/json/withoutBlanks.ts';

it('is what JSON.stringify writes, however a value was laid out', () => {
  const withoutBlanks = new WithoutBlanks();
  fc.assert(
    fc.property(fc.json(), fc.constantFrom(0, 1, 4, '\t', ' \r\n'), (json, indent) => {
      const laidOut = Buffer.from(JSON.stringify(JSON.parse(json), undefined, indent));
      expect(Buffer.from(withoutBlanks.of(laidOut)).toString()).toBe(JSON.stringify(JSON.parse(json)));
    }),
  );
});

it.each([
  ['{ "a b" : " \\" " }', '{"a b":" \\" "}'],
  ['{"a":"\\\\" , "b":\t1}', '{"a":"\\\\","b":1}'],
])('of %s is %s', (text, expected) => {
  expect(Buffer.from(new WithoutBlanks().of(Buffer.from(text))).toString()).toBe(expected);
});
