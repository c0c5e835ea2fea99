import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLine } from '../../../src/core/record/csvLine.ts';

/** Reads a line of CSV as RFC 4180 describes it. */
function parse(line: string): readonly string[] {
  const cells = [''];
  let isQuoted = false;
  for (let at = 0; at < line.length; at++) {
    const one = line[at]!;
    if (isQuoted && one === '"' && line[at + 1] === '"') {
      cells.push(`${cells.pop()!}"`);
      at++;
    } else if (one === '"') {
      isQuoted = !isQuoted;
    } else if (one === ',' && !isQuoted) {
      cells.push('');
    } else {
      cells.push(cells.pop()! + one);
    }
  }
  return cells;
}

describe('a line of CSV', () => {
  it.each([
    [['a', '', 'b c'], 'a,,b c'],
    [['a,b', 'say "x"', 'two\nlines'], '"a,b","say ""x""","two\nlines"'],
    [['=1+1', '+1', '-1', '@SUM(A1)'], "'=1+1,'+1,'-1,'@SUM(A1)"],
    [['\t=1', '\r=1'], '\'\t=1,"\'\r=1"'],
    [['=HYPERLINK("x","y")'], '"\'=HYPERLINK(""x"",""y"")"'],
    [['a=1', ' =1'], 'a=1, =1'],
  ])('of %j is %j', (cells, expected) => {
    expect(csvLine(cells)).toBe(expected);
  });

  it('is read again as what was written, and never as a formula', () => {
    const cell = fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', ',', "'", 'a', ' ', 'ü'), maxLength: 6 });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2, maxLength: 5 }), (cells) => {
        const read = parse(csvLine(cells));
        expect(read.filter((text) => '=+-@\t\r'.includes(text.charAt(0)) && text !== '')).toEqual([]);
        expect(read.map((text, at) => (text === cells[at] ? text : text.slice(1)))).toEqual(cells);
      }),
    );
  });
});
