import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkReading } from '../reading/checkReading.ts';
import { readAll } from '../reading/readAll.ts';
import { runs } from '../../runs.ts';

const a = '{"operationName":"A"}';
const b = '{"operationName":"B","targetResources":[{"targetResourceType":"x"}]}';
const unlike = '{"id":1,"operationName":"C","targetResources":[{"targetResourceType":"x"}]}';
const named = '{"id":2,"env_name":"#Ifx.AuditSchema"}';
const pascal = '{"Id":3,"CallerIdentities":[],"TargetResources":[]}';
const spread = '{\n  "operationName": "D",\n  "auditEventCategory": []\n}';
const bad = '{"operationName":nope,"targetResources":';
const cut = '{"operationName":"X","targetResources":';

/** The finding of a record that is broken at `nope`, and goes up to where the next one begins. */
function reported(text: string): string {
  return `syntax.invalid:${text.replace('nope', 'n|ope')}`;
}

describe('a brace that is too many begins no record', () => {
  const tail = '"callerIdentities":[],"targetResources":[],"env_name":"#Ifx.AuditSchema"}';

  it.each([
    `{"operationName":"X","x":n|{ull,${tail}`,
    `{"operationName":"X","x":"r"|{,${tail}`,
    `{"operationName":"X","x":{|[{"t":1}],${tail}`,
  ])('in %s', (marked) => {
    const text = marked.replace('|', '');
    checkReading(`${a}\n${text}\n${a}\n`, [a, a], [`syntax.invalid:${marked}`]);
    checkReading(text, [], [`syntax.invalid:${marked}`]);
  });
});

describe('a record inside of a broken one is read', () => {
  it.each<[name: string, log: string, records: readonly string[], broken: readonly string[]]>([
    ['where a value is due', `${cut}${b}${a}`, [b, a], [`syntax.invalid:${cut}|`]],
    ['where a value is due, with another first key', `${cut}${unlike}${a}`, [unlike, a], [`syntax.invalid:${cut}|`]],
    ['with the name of the schema', `[${cut}${named},${a}]`, [named, a], [`syntax.invalid:${cut}|`]],
    ['with keys of another writer', `[${cut}${pascal},${a}]`, [pascal, a], [`syntax.invalid:${cut}|`]],
    [
      'with an escaped key',
      `[${cut}${unlike.replace('Name', 'N\\u0061me')},${a}]`,
      [unlike.replace('Name', 'N\\u0061me'), a],
      [`syntax.invalid:${cut}|`],
    ],
    ['within a string', `{"operationName":"X${unlike}${a}`, [unlike, a], ['syntax.invalid:{"operationName":"X|']],
    ['within a string behind a backslash', `{"operationName":"X\\${b}${a}`, [b, a], ['syntax.invalid:{"operationName":"X\\|']],
    [
      'within a string behind a backslash, with another first key',
      `{"operationName":"X\\${unlike}${a}`,
      [unlike, a],
      ['syntax.invalid:{"operationName":"X\\|'],
    ],
    ['within a string, over lines', `{"operationName":"X${spread}\n${a}`, [spread, a], ['syntax.invalid:{"operationName":"X|']],
    [
      'within a key, over lines',
      `[${spread},{"operationName":"X","res${spread},${a}]`,
      [spread, spread, a],
      ['syntax.invalid:{"operationName":"X","res|'],
    ],
    ['behind a stray quotation mark, over lines', `${spread}\n"${spread}\n${a}`, [spread, spread, a], ['syntax.invalid:"|']],
    ['within an escape', `[{"operationName":"X\\u00${unlike},${a}]`, [unlike, a], ['syntax.invalid:{"operationName":"X\\u00|']],
    ['within a key', `[{"operationName":"X","res${unlike},${a}]`, [unlike, a], ['syntax.invalid:{"operationName":"X","res|']],
    [
      'within a string behind a backslash at the end of a line',
      `${a}\n{"operationName":"X\\\n{"id":1}\n${a}`,
      [a, '{"id":1}', a],
      ['syntax.invalid:{"operationName":"X\\|'],
    ],
    ['in an array over lines', `[\n  ${cut}\n  ${unlike},\n  ${a}\n]`, [unlike, a], [`syntax.invalid:${cut}|`]],
    ['in lines that end in a comma', `${a},\n${cut}\n${unlike},\n${a},`, [a, unlike, a], [`syntax.invalid:${cut}|`]],
    ['in a list of the broken one', `[${cut}[{"x":1},${unlike},${a}]`, [unlike, a], [`syntax.invalid:${cut}[{"x":1}|`]],
    ['before the file ends in the broken one', `${cut}${unlike},"z":1`, [unlike], [`syntax.invalid:${cut}|`]],
    [
      'and is broken itself',
      `${cut}{"id":1,"operationName":"C","auditEventCategory":x}${a}`,
      [a],
      [`syntax.invalid:${cut}|`, 'syntax.invalid:{"id":1,"operationName":"C","auditEventCategory":|x}'],
    ],
    [
      'several times over',
      `[${cut}${cut}${cut}${unlike},${a}]`,
      [unlike, a],
      [`syntax.invalid:${cut}|`, `syntax.invalid:${cut}|`, `syntax.invalid:${cut}|`],
    ],
    [
      'with a first key that is alike, and one more key',
      `[{"id":1},{"x":{"id":2,"operationName":"B"}{"id":3}]`,
      ['{"id":1}', '{"id":2,"operationName":"B"}', '{"id":3}'],
      ['syntax.invalid:{"x":|', 'syntax.invalid:|{'],
    ],
    [
      'and the rest of the broken one is no further fault',
      `[${a},${bad}${unlike},"resultType":"x"},${a}]`,
      [a, unlike, a],
      [reported(bad)],
    ],
    ['and its brackets are no further fault', `[${a},${bad}[${unlike}]},${a}]`, [a, unlike, a], [reported(`${bad}[`)]],
    [
      'and its brackets are no further fault, in a wrapper',
      `{"records":[${bad}[${unlike}]},${bad}[${unlike}]}]}`,
      [unlike, unlike],
      [reported(`${bad}[`), reported(`${bad}[`)],
    ],
    [
      'and text behind it on the line is no further fault',
      `${a}\n${bad}${unlike}, nope}\n${a}\ntext`,
      [a, unlike, a],
      [reported(bad), 'syntax.invalid:t|ext'],
    ],
  ])('%s', (_, log, records, broken) => {
    checkReading(log, records, broken);
  });
});

describe('a part of a broken record is no record', () => {
  it.each<[name: string, member: string]>([
    ['an identity', '"callerIdentities":[{"callerIdentityType":"UPN","callerIdentity":"x"}]'],
    ['an identity with the address of its caller first', '"CallerIdentities":[{"CallerIpAddress":"::1","CallerIdentityType":"UPN"}]'],
    ['a target', '"targetResources":[{"targetResourceType":"x","targetResourceName":"y"}]'],
    ['a target whose brackets are missing', '"targetResources":[{"targetResourceType":"x","auditEventCategory":[],"callerIdentities":[]'],
    ['a result', '"Result":{"ResultType":"Success","ResultDescription":"x"}'],
    ['a result in the other casing', '"Result" : {"resultType":"Success"}'],
    ['a result whose bracket is missing', '"Result":{"ResultType":"Success","CallerIdentities":[],"TargetResources":[]'],
    ['a payload', '"payload":{"operationName":"x","targetResources":[]}'],
    ['a payload as text', `"payload":${JSON.stringify(b)}`],
    ['text that looks like a record', `"resultDescription":${JSON.stringify(JSON.stringify({ text: b }))}`],
    ['an object that begins as no record does', '"properties":{"id":1,"operationName":"x"}'],
  ])('%s', (_, member) => {
    for (const broken of [`{"operationName":nope,${member}}`, `{"operationName":"x",${member},"resultType":nope}`]) {
      const { records, broken: faults } = readAll(new TextEncoder().encode(`[${a},${broken},${a}]`));
      expect([records.map(({ text }) => text), faults.length]).toEqual([[a, a], 1]);
    }
  });
});

describe('a record that was cut anywhere hides none behind it', () => {
  // With brackets, colons and commas in keys, much that was cut is valid JSON still.
  const key = fc.stringMatching(/^[\w \\"é]{0,8}$/);
  const value = fc.oneof(fc.string(), fc.double({ noNaN: true }), fc.boolean(), fc.constant(null), fc.constant([{ id: 1 }, 'x']));
  const record = fc
    .tuple(
      fc.dictionary(key, value, { maxKeys: 3 }),
      fc.shuffledSubarray(['operationName', 'callerIdentities', 'targetResources'], { minLength: 2 }),
      fc.dictionary(key, value, { maxKeys: 3 }),
    )
    .map(([before, keys, after]) => JSON.stringify({ ...before, ...Object.fromEntries(keys.map((one) => [one, 'x'])), ...after }));

  it.each<[container: string, write: (first: string, second: string, third: string) => string]>([
    ['an array', (...records) => `[${records.join(',')}]`],
    ['an array over lines', (...records) => `[\n${records.join(',\n')}\n]`],
    ['objects one after the other', (...records) => records.join('')],
    ['lines', (...records) => records.join('\n')],
    ['lines that end in a comma', (...records) => records.join(',\n')],
    ['a wrapper', (...records) => `{"records":[${records.join(', ')}]}`],
  ])('in %s', (_, write) => {
    fc.assert(
      fc.property(
        record,
        record,
        record,
        fc.nat(100),
        fc.boolean(),
        fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1 }),
        (first, second, third, from, separated, sizes) => {
          const mark = '\u0001';
          const whole = write(first, second, third);
          const start = whole.indexOf(first) + 1 + (from % (first.length - 1));
          // What parts it from the next is cut too, or not.
          const end = separated ? whole.indexOf(first) + first.length : whole.indexOf(second, whole.indexOf(first) + first.length);
          const log = new TextEncoder().encode(whole.slice(0, start) + whole.slice(end));
          const read = readAll(log);
          expect(read.records.map(({ text }) => text).join(mark)).toContain(third);
          expect(read.records.some(({ text }) => text.includes(second))).toBe(true);
          expect(readAll(log, sizes)).toEqual(read);
        },
      ),
      { numRuns: runs(300) },
    );
  });
});
