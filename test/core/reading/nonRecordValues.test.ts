import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { incomplete, invalid, Scan } from '../../../src/core/json/jsonScanner.ts';
import { NonRecordValues } from '../../../src/core/reading/nonRecordValues.ts';
import { OpenList } from '../../../src/core/reading/openList.ts';
import { placeAt } from './placeAt.ts';
import { runs } from '../../runs.ts';

type Around = 'beginning' | 'lines' | 'list';

/** The value at the beginning of a text, or `incomplete`, or the text with `|` where reading fails. */
function read(text: string, around: Around, final: boolean): string {
  const { place } = placeAt(text);
  const list = new OpenList(place);
  place.state.shape.records = around === 'lines' ? 1 : 0;
  list.state.isOpen = around === 'list';
  const scan = new Scan();
  const end = new NonRecordValues(place, list).read(scan, final);
  if (end === incomplete) {
    return 'incomplete';
  }
  return end < 0 ? `${text.slice(0, scan.failure)}|${text.slice(scan.failure)}` : text.slice(0, end);
}

describe('a value', () => {
  it.each([
    ['at the end', '"x"', '"x"'],
    ['on a line', 'null\n{}', 'null'],
    ['before blanks', '-1.5e3 \t\r\n', '-1.5e3'],
    ['before another container', '[1][2]', '[1]'],
    ['before a record', '7 {"a":1}', '7'],
    ['before a record separator', 'true\x1e', 'true'],
    ['before padding', 'true\0\0', 'true'],
    ['that is a list with objects', '[{"a":1}]\n', '[{"a":1}]'],
    ['before a comma and a record', '"x",{"a":1}', '"x"'],
    ['before a comma and a line break', '"x",\n"y":1', '"x"'],
    ['behind which so many blanks are that nobody looks on', `1${' '.repeat(300)}x`, '1'],
  ])('%s is read', (_, text, value) => {
    expect(read(text, 'lines', true)).toBe(value);
  });

  it.each([
    ['a date', '2020-11-23', '2020|-11-23'],
    ['a sentence', 'true story', 'true |story'],
    ['a sentence with tabs', '7\t\tup', '7\t\t|up'],
    ['a key', '"a":1', '"a"|:1'],
    ['what stands between two strings', '1"x"', '1|"x"'],
    ['a word', 'nope', 'n|ope'],
    ['a broken list', '[1,x]', '[1,|x]'],
    ['a brace', '}', '|}'],
  ])('is none where %s begins', (_, text, failure) => {
    expect(read(text, 'lines', true)).toBe(failure);
  });

  it.each(['"x', '[1', '12', '-', 'tru', '"x"', '"x" ', '"x",', '"x","y"', '"x","y', '"x",12'])(
    '%s needs more bytes to say, if they may come',
    (text) => {
      expect(read(text, 'beginning', false)).toBe('incomplete');
    },
  );

  it.each(['"x"\n', '"x",{', '"x",\n', '"x",\r', '"x",nope', `"x"${',1'.repeat(2200)}`])('%j needs no more bytes', (text) => {
    expect(read(text, 'lines', false)).toBe('"x"');
  });

  it.each([
    ['0', '0'],
    ['-12.5e+7', '-12.5e+7'],
    ['12.', '12.|'],
    ['-', '-|'],
    ['1e', '1e|'],
    ['tru', 'tru|'],
    ['"x', '"x|'],
    ['[1', '[1|'],
  ])('%s ends where the source does only if it is whole: %s', (text, reported) => {
    expect(read(text, 'lines', true)).toBe(reported);
  });
});

describe('a value that others follow', () => {
  it.each<[name: string, around: Around, text: string, value: string]>([
    ['and a member', 'lines', '"x","y","b":1}', '"x"|,"y","b":1}'],
    ['and a brace', 'list', '1,2},{}', '1|,2},{}'],
    ['and the end of a list, where none is open', 'lines', '"x"],"b":1}', '"x"|],"b":1}'],
    ['and the end of a list at the end, where none is open', 'lines', '"x"]', '"x"|]'],
    ['and the end of a list of a record', 'list', '"x","y"],"b":1}', '"x"|,"y"],"b":1}'],
    ['and the end of the list itself', 'list', '"x","y"]\n', '"x"'],
    ['and a record', 'list', '"x","y",{"a":1}]', '"x"'],
    ['and text', 'list', '"x",nope:1}', '"x"'],
    ['and a member on another line', 'list', '1,\n"b":2}', '1|,\n"b":2}'],
    ['and a member on another line, among lines', 'lines', '1,\n"b":2}', '1'],
    ['and a member on another line, at the beginning', 'beginning', '1,\n"b":2}', '1|,\n"b":2}'],
  ])('%s (%s): %j', (_, around, text, value) => {
    expect(read(text, around, true)).toBe(value);
  });

  it('in very great number is part of a record only as far as is looked', () => {
    const values = (length: number): string => '1,'.repeat(length / 2);
    expect([read(`1,${values(4000)}"b":2}`, 'list', true)[1], read(`1,${values(4200)}"b":2}`, 'list', true)]).toEqual(['|', '1']);
    const long = 1024 * 1024;
    expect([read(`1,${values(long - 100)}"b":2}`, 'beginning', true)[1], read(`1,${values(long)}"b":2}`, 'beginning', true)]).toEqual([
      '|',
      '1',
    ]);
  });

  it('is not held against what is beyond values that are known to be parts of no record', () => {
    const { place } = placeAt(`${'1,'.repeat(2100)}"b":2}`);
    const list = new OpenList(place);
    list.state.isOpen = true;
    const values = new NonRecordValues(place, list);
    const readAt = (position: number, by: NonRecordValues): number => {
      place.window.position = position;
      return by.read(new Scan(), true);
    };
    expect(readAt(2000, new NonRecordValues(place, list))).toBe(invalid);
    expect([readAt(0, values), readAt(2000, values), readAt(4098, values)]).toEqual([1, 2001, invalid]);
  });

  it('says the same when the rest of it has come', () => {
    const part = fc.constantFrom('1', '"x"', ',', ',', ']', '}', ' ', '\n', ':', '{', '[', 'a');
    fc.assert(
      fc.property(fc.constantFrom<Around[]>('beginning', 'lines', 'list'), fc.array(part, { maxLength: 12 }), (around, parts) => {
        const text = parts.join('');
        const said = Array.from({ length: text.length }, (_, length) => read(text.slice(0, length), around, false));
        const reported = said.filter((one) => one !== 'incomplete').map((one) => one.split('|')[0]);
        const whole = read(text, around, true).split('|')[0];
        expect(new Set([...reported, whole]).size).toBe(1);
      }),
      { numRuns: runs(1000) },
    );
  });
});
