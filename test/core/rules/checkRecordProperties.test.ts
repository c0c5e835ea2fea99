import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { childPointer } from '../../../src/core/json/jsonPointer.ts';
import { documentedKeys } from '../../../src/core/formats/attestation/fields.ts';
import { validateAuditRecord } from '../../../src/core/formats/attestation/generated/auditRecord.js';
import { findingsOf, recordText } from './records.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

const blanks = fc.constantFrom('', '', ' ', '\n\t');
const keys = fc.constantFrom(
  ...documentedKeys,
  'callerIdentityType',
  'callerIdentity',
  'targetResourceType',
  'targetResourceName',
  '__proto__',
  'constructor',
  'a/b~c',
  'ключ',
);
const numbers = fc.constantFrom('0', '-1', '2.1', '9007199254740993', '18446744073709551616', '1e400', '-1e-400', '1000.0', '0.5');
const strings = fc.oneof(
  fc.string({ unit: 'grapheme' }).map((text) => JSON.stringify(text)),
  fc.constantFrom(
    '""',
    '"\\ud800"',
    '"UPN"',
    '"ObjectID"',
    '"ResourceId"',
    '"ServiceRegion"',
    '"ResourceRegion"',
    '"Success"',
    '"set policy"',
  ),
);

/** Source text of JSON values: objects with equal keys, numbers that JavaScript cannot hold, blanks anywhere. */
const { object, value } = fc.letrec<{ value: string; object: string; array: string }>((tie) => ({
  value: fc.oneof({ maxDepth: 4 }, fc.constantFrom('null', 'true'), numbers, strings, tie('object'), tie('array')),
  array: fc.tuple(blanks, fc.array(tie('value'), { maxLength: 4 })).map(([blank, items]) => `[${blank}${items.join(`${blank},`)}${blank}]`),
  object: fc
    .tuple(blanks, fc.array(fc.tuple(keys, tie('value')), { maxLength: 8 }))
    .map(([blank, members]) => `{${blank}${members.map(([key, one]) => `${JSON.stringify(key)}${blank}:${one}`).join(`,${blank}`)}}`),
}));

/** A regular record with some values replaced. */
const nearlyRegular = fc.dictionary(keys, value, { maxKeys: 4 }).map((values) => recordText(values));

/** What a JSON pointer means in a value that JSON.parse made. */
function lookUp(root: unknown, pointer: string): unknown {
  const tokens = pointer.split('/').slice(1);
  return tokens.reduce((node, token) => (node as Record<string, unknown>)[token.replaceAll('~1', '/').replaceAll('~0', '~')], root);
}

describe('checkRecord', () => {
  it('gives each finding a place within the record, which its pointer means', () => {
    fc.assert(
      fc.property(fc.oneof(object, nearlyRegular, value), fc.nat(9), (text, indent) => {
        const bytes = encoder.encode(`${' '.repeat(indent)}${text} `);
        for (const { code, pointer, start, end, related } of findingsOf(bytes)) {
          const source = decoder.decode(bytes.subarray(start, end));
          if (code === 'syntax.duplicateKey') {
            expect(childPointer('', String(JSON.parse(source)))).toBe(pointer.slice(pointer.lastIndexOf('/')));
            expect(JSON.parse(decoder.decode(bytes.subarray(related?.start, related?.end)))).toBe(JSON.parse(source));
            expect(related?.end).toBeLessThan(start);
          } else {
            expect(JSON.parse(source)).toEqual(lookUp(JSON.parse(text), pointer));
          }
        }
      }),
    );
  });

  it('tells of the schema what a validator tells of the parsed record', () => {
    const held = fc.dictionary(
      keys,
      fc.jsonValue({ maxDepth: 3 }).map((one) => JSON.stringify(one)),
      { maxKeys: 4 },
    );
    const texts = fc.oneof(
      held.map((values) => recordText(values)),
      // Without numbers that JSON.parse rounds to others.
      nearlyRegular.filter((text) => !/1e-?400|184467/.test(text)),
    );
    fc.assert(
      fc.property(texts, (text) => {
        validateAuditRecord(JSON.parse(text));
        const violations = (validateAuditRecord.errors ?? []).map(({ keyword, instancePath }) => ({ keyword, instancePath }));
        const mistyped = new Set(violations.filter(({ keyword }) => keyword === 'type').map(({ instancePath }) => instancePath));
        const wanted = violations
          .filter(({ keyword, instancePath }) => keyword === 'type' || !mistyped.has(instancePath))
          .map(({ keyword, instancePath }) => `schema.${keyword === 'type' || keyword === 'required' ? keyword : 'value'} ${instancePath}`);
        const found = findingsOf(encoder.encode(text)).filter(({ code }) => code.startsWith('schema.'));
        expect(found.map(({ code, pointer }) => `${code} ${pointer}`).toSorted()).toEqual(wanted.toSorted());
      }),
    );
  });

  it('tells of an integer that it cannot be held, where JSON.parse makes another one of it', () => {
    const nearPowers = fc
      .tuple(fc.integer({ min: 50, max: 1030 }), fc.bigInt(-9n, 9n), fc.boolean())
      .map(([power, beside, negative]) => (2n ** BigInt(power) + beside) * (negative ? -1n : 1n));
    const ways = fc.constantFrom('', '.0', 'e0', '0e-1');
    fc.assert(
      fc.property(fc.oneof(nearPowers, fc.bigInt(-(2n ** 70n), 2n ** 70n)), ways, (integer, way) => {
        const held = Number(integer);
        const isHeld = Number.isFinite(held) && BigInt(held) === integer;
        const found = findingsOf(encoder.encode(recordText({ more: `${integer}${way}` })));
        expect(found.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual(isHeld ? [] : ['value.number /more']);
      }),
    );
  });

  it('never tells the same twice', () => {
    fc.assert(
      fc.property(fc.oneof(object, nearlyRegular), (text) => {
        const reported = findingsOf(encoder.encode(text)).map(({ code, pointer, start, args }) =>
          JSON.stringify([code, pointer, start, args]),
        );
        expect(new Set(reported).size).toBe(reported.length);
      }),
    );
  });
});
