import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ExcerptLayout, type RecordWords } from '../../../src/host/recordDocuments/excerptLayout.ts';
import { TextPlaces } from '../../../src/host/base/textPlaces.ts';
import type { WrittenRecord } from '../../../src/protocol/answers/page.ts';
import { runs } from '../../runs.ts';

/** Records within the text of a log, in which other text may be between them. */
function writtenIn(log: string, texts: readonly string[], source = 0): WrittenRecord[] {
  const places = new TextPlaces(log);
  let from = 0;
  return texts.map((text, index) => {
    const start = log.indexOf(text, from);
    from = start + text.length;
    const [first, last] = [places.placeAt(start), places.placeAt(from)];
    const range = { startLine: first.line, startColumn: first.column, endLine: last.line, endColumn: last.column };
    return { ref: { source, index }, line: first.line + 1, time: null, sentence: { code: 'x', args: [] }, text, cut: false, range };
  });
}

const plain = ({ ref }: WrittenRecord): RecordWords => ({ heading: `Record ${ref.index}`, footing: undefined });
const layOut = (records: readonly WrittenRecord[], words = plain) => new ExcerptLayout(records, words, (shown) => [`${shown} records`]);

describe('the text of an excerpt', () => {
  const texts = ['{"a":1,"b":[]}', '{\r\n "c" : {"d":"x y"}\r\n}'];
  const log = `[${texts[0]},${texts[1]}]`;

  it('has a heading, and a record below a heading of its own, a line for each value', () => {
    const { text, lineCount, records } = layOut(writtenIn(log, texts));
    expect(text).toBe(
      [
        '// 2 records',
        '',
        '// Record 0',
        '{',
        '  "a": 1,',
        '  "b": []',
        '}',
        '',
        '// Record 1',
        '{',
        '  "c": {',
        '    "d": "x y"',
        '  }',
        '}',
        '',
      ].join('\n'),
    );
    expect(lineCount).toBe(text.split('\n').length);
    expect(records.map(({ headLine, lastLine, lastColumn }) => [headLine, lastLine, lastColumn])).toEqual([
      [2, 6, 1],
      [8, 13, 1],
    ]);
  });

  it('knows the record of each line, headings and blank lines included', () => {
    const layout = layOut(writtenIn(log, texts));
    const found = Array.from({ length: layout.lineCount }, (_, line) => layout.recordAt(line)?.written.ref.index);
    expect(found).toEqual([undefined, undefined, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1]);
    expect([layout.find({ source: 0, index: 1 })?.headLine, layout.find({ source: 1, index: 1 })]).toEqual([8, undefined]);
  });

  it('shows places of the log in its records only', () => {
    const layout = layOut(writtenIn(log, texts));
    expect([0, 1, 2, 7, 8].map((line) => layout.toLog(line, 0))).toEqual([undefined, undefined, undefined, undefined, undefined]);
    expect(layout.toLog(11, 10)).toEqual({ source: 0, line: 1, column: log.split('\r\n')[1]!.indexOf('x y') });
    const outside = { startLine: 0, startColumn: 0, endLine: 0, endColumn: 1 };
    expect([layout.toExcerpt(outside, 0), layout.toExcerpt({ ...outside, startColumn: 1 }, 1)]).toEqual([undefined, undefined]);
  });

  it('lets no text of the log out of a heading', () => {
    const words = (): RecordWords => ({ heading: 'evil\r\n{"fake":1}\u2028x', footing: 'cut\noff' });
    const { text } = layOut(writtenIn(log, [texts[0]!]), words);
    const lines = text.split(/\r\n|[\n\r\u2028\u2029]/);
    expect(lines.filter((line) => line.startsWith('//'))).toEqual(['// 1 records', '// evil {"fake":1} x', '// cut off']);
    expect(lines.filter((line) => /fake/.test(line))).toHaveLength(1);
  });

  it('ends with the record before the first that there is no room for', () => {
    const long = JSON.stringify({ a: 'x'.repeat(3_000_000) });
    const { records, text } = layOut(writtenIn(`${long}\n${long}\n${long}`, [long, long, long]));
    expect([records.length, text.slice(0, 12)]).toEqual([2, '// 2 records']);
  });

  it('shows a record as it is written whose indentation would take more room than there is', () => {
    const deep = '['.repeat(100_000);
    const { text } = layOut(writtenIn(deep, [deep]));
    expect(text).toBe(`// 1 records\n\n// Record 0\n${deep}\n`);
  });

  it('leads to each place of a record and back', () => {
    const text = fc.tuple(fc.json({ maxDepth: 4 }), fc.boolean()).map(([json, spread]) => {
      const record = `{"😀": ${json}}`;
      return spread ? JSON.stringify(JSON.parse(record), null, 1).replaceAll('\n', '\r\n') : record;
    });
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('\n', '\r\n', ',', ' , '),
        fc.nat(),
        (all, between, number) => {
          const whole = `[ ${all.join(between)}]`;
          const written = writtenIn(whole, all);
          const layout = layOut(written);
          const [inLog, inExcerpt] = [new TextPlaces(whole), new TextPlaces(layout.text)];
          const { written: one, headLine, lastLine } = layout.records[number % all.length]!;
          const offset =
            inExcerpt.offsetAt(headLine + 1, 0) + (number % (inExcerpt.offsetAt(lastLine, 1) - inExcerpt.offsetAt(headLine + 1, 0)));
          const character = layout.text[offset]!;
          const place = inExcerpt.placeAt(offset);
          const there = layout.toLog(place.line, place.column)!;
          if (/\s/.test(character)) {
            return;
          }
          const start = inLog.offsetAt(there.line, there.column);
          expect(whole[start]).toBe(character);
          const end = inLog.placeAt(start + 1);
          const stretch = { startLine: there.line, startColumn: there.column, endLine: end.line, endColumn: end.column };
          const back = layout.toExcerpt(stretch, one.ref.source)!;
          expect([back.startLine, back.startColumn]).toEqual([place.line, place.column]);
        },
      ),
      { numRuns: runs(300) },
    );
  });
});
