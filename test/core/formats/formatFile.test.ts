import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { formatData } from '../../../src/core/formats/formatData.ts';
import { parseFormatFile } from '../../../src/core/formats/formatFile.ts';
import { encodeText } from '../../../src/core/json/utf8.ts';
import { say } from '../../../src/protocol/say.ts';
import { doorFormat } from './doorFormat.ts';
import { runs } from '../../runs.ts';

/** What is said of a file with these members in place of those of a sound one, as `line:column pointer sentence`. */
function faultsOf(changes: Readonly<Record<string, unknown>>): readonly string[] {
  return faultsIn(JSON.stringify({ ...doorFormat, ...changes }, undefined, 1));
}

function faultsIn(text: string): readonly string[] {
  const file = parseFormatFile(encodeText(text));
  return file.ok ? [] : file.faults.map(({ message, pointer, line, column }) => `${line}:${column} ${pointer} ${say(message)}`);
}

describe('a file with a format', () => {
  it('gives the format, with a byte order mark too', () => {
    expect(parseFormatFile(encodeText(JSON.stringify(doorFormat)))).toEqual({ ok: true, format: doorFormat });
    expect(faultsIn(`\uFEFF${JSON.stringify(doorFormat)}`)).toEqual([]);
    expect(faultsOf({ $schema: './auditFormat.schema.json' })).toEqual([]);
  });

  it('may name columns for the list of records, or none', () => {
    for (const columns of [[], ['ip'], ['target.Door', 'badge.number']]) {
      const format = { ...doorFormat, columns };
      expect(parseFormatFile(encodeText(JSON.stringify(format)))).toEqual({ ok: true, format });
    }
  });

  test.each(formatData.map((format) => [format.id, format] as const))('may be that of %s', (_, format) => {
    expect(parseFormatFile(encodeText(JSON.stringify(format)))).toEqual({ ok: true, format });
  });
});

describe('a file without one says where', () => {
  test.each<[name: string, text: string, fault: string]>([
    ['a value is missing', '{\n  "id": }', '2:9  This is not valid JSON.'],
    ['it is cut off', '{\n  "id": "a",\n', '3:1  This is not valid JSON.'],
    ['something follows', '{}\n{}', '2:1  This is not valid JSON.'],
    ['nothing is there', '', '1:1  This is not valid JSON.'],
    ['it is no object', '[]', '1:1  The value must be of type object.'],
    ['characters are wide', '{"é😀": x}', '1:9  This is not valid JSON.'],
  ])('%s', (_, text, fault) => {
    expect(faultsIn(text)).toEqual([fault]);
  });

  test.each<[changes: Readonly<Record<string, unknown>>, faults: readonly string[]]>([
    [{ time: undefined }, ['1:1  “time” is missing.']],
    [{ time: undefined, operation: undefined }, ['1:1  “time” is missing.', '1:1  “operation” is missing.']],
    [{ targts: [] }, ['17:2 /targts “targts” is no part of a format.']],
    [{ time: 'at' }, ['11:10 /time The value must be of type array.']],
    [{ id: 'door-log' }, ['2:8 /id The value must match ^[A-Za-z][A-Za-z0-9]*$.']],
    [{ title: '' }, ['3:11 /title The value must have a length of 1 or more.']],
    [{ detection: [{ path: 'a', weight: 11 }] }, ['8:14 /detection/0/weight The value must be 10 or less.']],
    [{ detection: [{ path: 'a', weight: 0 }] }, ['8:14 /detection/0/weight The value must be 1 or more.']],
    [
      { fields: [{ path: 'a', title: 'A', description: 'B', type: 'text' }] },
      [expect.stringMatching(/\/fields\/0\/type The value has none of the allowed forms/)],
    ],
    [
      { outcome: [{ path: 'a', values: { 'Not Found': 'failure' } }] },
      [expect.stringMatching(/\/outcome\/0\/values\/Not Found “Not Found” must be in lower case and without spaces\.$/)],
    ],
    [{ callers: [{ type: 'A' }] }, [expect.stringMatching(/ \/callers\/0 The value has none of the allowed forms\.$/)]],
    [{ callers: [{ type: 'A', path: 7 }] }, [expect.stringMatching(/ \/callers\/0\/path The value has none of the allowed forms\.$/)]],
    [
      { operation: [{ join: [{ pth: 'a' }] }] },
      [expect.stringMatching(/\/operation\/0\/join\/0 “path” is missing\.$/), expect.stringMatching(/pth “pth” is/)],
    ],
    [{ columns: 'ip' }, ['17:13 /columns The value must be of type array.']],
    [{ columns: ['ip', ''] }, ['19:3 /columns/1 The value must have a length of 1 or more.']],
    [{ columns: ['x'.repeat(1001)] }, ['18:3 /columns/0 The value must have a length of 1000 or less.']],
    [{ columns: ['ip', 7] }, ['19:3 /columns/1 The value must be of type string.']],
    [{ columns: ['ip', 'category', 'result'] }, ['17:13 /columns The value must have a length of 2 or less.']],
    [{ id: 'generic' }, ['2:8 /id “generic” is reserved: choose another id.']],
    [{ id: 'attestation' }, ['2:8 /id “attestation” is reserved: choose another id.']],
    [
      { detection: [{ path: 'a', weight: 9 }] },
      ['5:15 /detection The evidence adds up to 9. No record can be recognised with less than 10.'],
    ],
  ])('%j', (changes, faults) => {
    expect(faultsOf(changes)).toEqual(faults);
  });

  it('whatever the file holds', () => {
    const keys = fc.constantFrom('id', 'detection', 'time', 'callers', 'outcome', 'fields', 'join', '__proto__', 'a/b');
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        fc.constant('a'),
        fc.integer(),
        fc.constant(null),
        fc.dictionary(keys, tie('any')),
        fc.array(tie('any'), { maxLength: 3 }),
      ),
    })).any;
    fc.assert(
      fc.property(fc.dictionary(keys, value), fc.nat(), (changes, cut) => {
        const text = JSON.stringify({ ...doorFormat, ...changes }, undefined, 1);
        for (const piece of [text, text.slice(0, cut % text.length)]) {
          const file = parseFormatFile(encodeText(piece));
          const lines = piece.split('\n').length;
          expect(file.ok || (file.faults.length > 0 && file.faults.every(({ line, column }) => line <= lines && column > 0))).toBe(true);
        }
      }),
      { numRuns: runs(200) },
    );
  });
});
