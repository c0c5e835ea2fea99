import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { incomplete, invalid } from '../../../../src/core/json/jsonScanner.ts';
import { memberOf, parseValueTree, type ValueNode } from '../../../../src/core/json/valueTree.ts';
import { textOf } from '../../../../src/engine/columns/recordTable.ts';
import { recordText } from '../../generate.ts';
import { variedLogs } from '../../generateVaried.ts';
import { placesIn, ScannedRecords } from '../scannedRecords.ts';
import { runs } from '../../../runs.ts';

const encoder = new TextEncoder();

/** More members than the quick scanner takes. */
const many = Array.from({ length: 300 }, (_, index) => `"k${index}":${index}`).join(',');

function lengthened(text: string): string {
  return text.replace(/\}$/, `${text === '{}' ? '' : ','}${many}}`);
}

/** A reader that has scanned a text and read it. */
function read(text: string, variantKeys?: readonly string[]): ScannedRecords {
  const records = new ScannedRecords(variantKeys);
  records.read(encoder.encode(text));
  return records;
}

function pairsIn(node: ValueNode | undefined, typeKey: string, valueKey: string): readonly (readonly (number | undefined)[])[] {
  return (node?.items ?? []).map((item) => {
    const [type, value] = [memberOf(item, typeKey), memberOf(item, valueKey)];
    return [type?.start, type?.end, value?.start, value?.end];
  });
}

describe('the members of a record', () => {
  it('are where the value tree has them, whichever scanner reads the record', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          recordText,
          variedLogs.map((lines) => lines[0] ?? '{}'),
        ),
        fc.boolean(),
        (short, isLong) => {
          const text = isLong ? lengthened(short) : short;
          const records = read(text);
          const bytes = encoder.encode(text);
          const { members } = parseValueTree(bytes, 0, bytes.length);
          const { keys, layout } = records;
          expect(records.members.isScannedSlowly).toBe(isLong || text === '{}');
          const expected = members.map(({ key, keyStart, value }) => [keys.idOf(key), keyStart, value.start, value.end]);
          const columns = [0, 1, 2, 3].map((column) => expected.map((one) => one[column]));
          // Pairs are noted of arrays that are regular, and of the last of equal keys.
          const noted = (key: string, typeKey: string, valueKey: string, count: number): unknown =>
            count === 0 ? [] : pairsIn(members.findLast((one) => one.key === key)?.value, typeKey, valueKey);
          expect(placesIn(layout)).toEqual({
            columns,
            callers: noted('callerIdentities', 'callerIdentityType', 'callerIdentity', layout.callers.count),
            targets: noted('targetResources', 'targetResourceType', 'targetResourceName', layout.targets.count),
          });
        },
      ),
      { numRuns: runs(500) },
    );
  });

  it('say the same by either scanner', () => {
    fc.assert(
      fc.property(variedLogs, (lines) => {
        const records = new ScannedRecords();
        for (const line of lines) {
          const quick = records.read(encoder.encode(line));
          const { clean, isRegular, hasEmptyPairs } = records.values;
          const slow = records.read(encoder.encode(lengthened(line)));
          expect(records.members.isScannedSlowly).toBe(true);
          expect(slow).toEqual(quick);
          const { values } = records;
          expect([values.clean, values.isRegular, values.hasEmptyPairs]).toEqual([clean, isRegular, hasEmptyPairs]);
        }
      }),
      { numRuns: runs(100) },
    );
  });
});

describe('a scan', () => {
  const { members } = new ScannedRecords();
  const scan = (text: string): number => {
    const bytes = encoder.encode(text);
    return members.scan(bytes, 0, bytes.length);
  };

  it.each([
    ['{"a":1}', 7, false],
    ['{"a":1}{', 7, false],
    ['{}', 2, true],
    ['{"a":', incomplete, true],
    ['{"a":1,}', invalid, true],
    ['{"a":01}', invalid, true],
    [`{${many}}`, many.length + 2, true],
  ])('of %s ends where the general scanner says', (text, end, isScannedSlowly) => {
    expect([scan(text), members.isScannedSlowly]).toEqual([end, isScannedSlowly]);
  });

  it.each([
    ['{"a":1}', false],
    ['{"a": [1,\n2]}', true],
    ['{\r"a":1}', true],
    ['{}', true],
  ])('tells whether there may be line breaks: %j', (text, mayHoldBreaks) => {
    scan(text);
    expect(members.mayHoldBreaks).toBe(mayHoldBreaks);
  });

  it.each([
    ['the quick scanner', '{"a":"ü"}'],
    ['the general scanner', `{"a":"ü",${many}}`],
  ])('by %s tells whether the bytes are UTF-8', (_, text) => {
    const bytes = encoder.encode(text);
    const damaged = bytes.with(7, 0xc2);
    const wellFormed = [bytes, damaged, encoder.encode(text.replace('ü', 'u'))].map((one) => {
      members.scan(one, 0, one.length);
      return members.isWellFormed(one, 0, one.length);
    });
    expect(wellFormed).toEqual([true, false, true]);
  });
});

describe('a record', () => {
  it.each([
    ['{"a":1,"b":1}', true],
    ['{"a":1,"a":1}', false],
    ['{"a":1,"\\u0061":1}', false],
    [`{"a":1,"a":1,${many}}`, false],
  ])('in which a key appears twice is not regular: %#', (text, isRegular) => {
    expect(read(text).values.isRegular).toBe(isRegular);
  });

  it('has the shape of its own keys', () => {
    const records = read('{"env_time":"A"}');
    expect(records.shapes.hasOwnKey).toBe(true);
    records.read(encoder.encode('{"operationName":1}'));
    expect(records.shapes.hasOwnKey).toBe(false);
  });

  it('may have the keys of the one before, also where it is read again', () => {
    const records = new ScannedRecords();
    const bytes = encoder.encode('{"a":1}');
    records.read(bytes);
    records.read(bytes);
    expect(records.values.isRegular).toBe(true);
    records.members.readAgain(bytes, 1);
    expect(records.values.isRegular).toBe(true);
  });

  it.each([
    ['{"a":1}', false],
    ['{"Time":1}', true],
    ['{"a":1,"T\\u0069me":1}', true],
    // It is documented.
    ['{"env_time":null}', false],
  ])('has a key that other writers use: %s', (text, expected) => {
    expect(read(text, ['Time', 'env_time']).members.hasVariantKey).toBe(expected);
  });

  it('is read again in the documented form as the same row', () => {
    const records = read('{"OperationName":"A","env_seqNum":7,"callerIdentities":[]}', ['OperationName']);
    const { members, table, values } = records;
    members.readAgain(encoder.encode('{"operationName":"B","callerIdentities":null}'), 0);
    expect(textOf(table.operations, members.fields.operation)).toBe('B');
    expect([members.fields.sequence, members.layout.count, members.hasVariantKey, values.hasEmptyPairs]).toEqual([
      undefined,
      2,
      false,
      false,
    ]);
    members.readAgain(encoder.encode('{"operationName":"C"}'), 0);
    expect(values.isRegular).toBe(true);
  });
});
