import { pushBytes } from '../../../src/core/json/byteWindow.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeText } from '../../../src/core/json/utf8.ts';
import { placeAt } from './placeAt.ts';

const mark = '\ufeff';

describe('skip', () => {
  it.each<[name: string, text: string, position: number, indentation: number]>([
    ['nothing', 'x', 0, 0],
    ['blanks on the first line', ' \t x', 3, 3],
    ['line breaks', '\n\r\n\rx', 4, 0],
    ['an indented line', ' \n\t  x', 5, 3],
    ['a record separator, which is no indentation', '\n \x1e x', 4, -1],
    ['a record separator before a line', '\x1e\n  x', 4, 2],
    ['NULs, which are no indentation', '\n \0\0 x', 5, -1],
    ['NULs before a line', '\0\0\n x', 4, 1],
  ])('passes over %s: %j', (_, text, position, indentation) => {
    const { place } = placeAt(text);
    expect(place.padding.skip()).toBe(0x78);
    expect([place.window.position, place.padding.indentation()]).toEqual([position, indentation]);
  });

  it.each(['', ' ', '\n\n', '\x1e\n', '\0'])('says that nothing else is left of %j', (text) => {
    const { place } = placeAt(text);
    expect([place.padding.skip(), place.window.position]).toEqual([-1, text.length]);
  });

  it.each(['\u000b', '\u00a0', '\u2028', mark, '}'])('stops at %j, which is no padding', (text) => {
    const { place } = placeAt(` ${text}`);
    expect([place.padding.skip(), place.window.position]).toEqual([encodeText(text)[0], 1]);
  });

  it('notes record separators for the name of the container', () => {
    const { place } = placeAt('\x1e{}');
    place.shape.record(false, false);
    expect(place.shape.name()).toBe('object');
    place.padding.skip();
    expect(place.shape.name()).toBe('json-seq');
  });

  it('says the same however the bytes come', () => {
    const text = fc.array(fc.constantFrom(' ', '\t', '\n', '\r', '\0', '\x1e'), { maxLength: 20 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (before) => {
        const whole = placeAt(`${before}x`);
        whole.place.padding.skip();
        const { place, reported } = placeAt('');
        for (const byte of encodeText(`${before}x`)) {
          place.lines.advance(place.window, place.window.position);
          pushBytes(place.window, Uint8Array.of(byte));
          place.padding.skip();
        }
        expect([...reported, place.offset]).toEqual([...whole.reported, whole.place.offset]);
        expect(place.padding.indentation()).toBe(whole.place.padding.indentation());
        const lastLine = before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1);
        expect(whole.place.padding.indentation()).toBe(/[^ \t]/.test(lastLine) ? -1 : lastLine.length);
      }),
    );
  });
});

describe('NULs', () => {
  it.each<[name: string, text: string, ...reported: readonly string[]]>([
    ['one', '\n\0x', 'syntax.padding 2:1-2'],
    ['several with blanks and separators between', '\0\0\n\0\x1e \0 x', 'syntax.padding 1:0-7'],
    ['none', ' \n x'],
  ])('are told once up to the next byte: %s', (_, text, ...reported) => {
    const read = placeAt(text);
    read.place.padding.skip();
    expect(read.reported).toEqual(reported);
    read.place.padding.close();
    expect(read.reported).toEqual(reported);
  });

  it('are kept in mind until something follows, or nothing can', () => {
    const { place, reported } = placeAt(' \0');
    expect([place.padding.skip(), place.padding.isPending, reported.length]).toEqual([-1, true, 0]);
    pushBytes(place.window, encodeText('\0\n'));
    expect([place.padding.skip(), place.padding.isPending, reported.length]).toEqual([-1, true, 0]);
    place.padding.close();
    expect([place.padding.isPending, ...reported]).toEqual([false, 'syntax.padding 1:1-3']);
  });

  it('are told for each place between records', () => {
    const { place, reported } = placeAt('\0x\n\0x');
    place.padding.skip();
    place.window.position++;
    place.padding.skip();
    expect(reported).toEqual(['syntax.padding 1:0-1', 'syntax.padding 2:3-4']);
  });
});

describe('skipByteOrderMark', () => {
  it.each<[name: string, bytes: readonly number[], final: boolean, passed: boolean | undefined]>([
    ['a mark', [0xef, 0xbb, 0xbf], false, true],
    ['a mark at the end', [0xef, 0xbb, 0xbf], true, true],
    ['another character', [0xef, 0xbb, 0xbe], false, false],
    ['a character that begins alike', [0xef, 0xbc, 0xbf], false, false],
    ['a letter', [0x78, 0xbb, 0xbf], false, false],
    ['a mark that is cut', [0xef, 0xbb], true, false],
    ['a mark that is not whole yet', [0xef, 0xbb], false, undefined],
  ])('at %s', (_, bytes, final, passed) => {
    const { place } = placeAt('');
    pushBytes(place.window, Uint8Array.from(bytes));
    expect(place.padding.skipByteOrderMark(final)).toBe(passed);
    expect(place.window.position).toBe(passed === true ? 3 : 0);
  });

  it.each([
    [`${mark}  x`, 2],
    [`${mark}\n x`, 1],
    [`\n${mark}x`, 0],
    [` \x1e${mark}x`, -1],
  ])('takes no place on the line: %j', (text, indentation) => {
    const { place } = placeAt(text);
    place.padding.skip();
    expect(place.padding.skipByteOrderMark(true)).toBe(true);
    place.padding.skip();
    expect(place.padding.indentation()).toBe(indentation);
  });
});

describe('behind what others have read', () => {
  it.each([
    ['{}  x', 2, -1],
    ['{}\n  x', 2, 2],
    ['{},\n\n x', 3, 1],
  ])('a line break is needed for an indentation: %j', (text, end, indentation) => {
    const { place } = placeAt(text);
    place.padding.skip();
    place.window.position = end;
    expect(place.padding.indentation()).toBe(-1);
    place.padding.skip();
    expect(place.padding.indentation()).toBe(indentation);
  });

  it.each([
    ['x\n  y', 0, 4, 2],
    ['x\r\ty', 0, 3, 1],
    ['x\ny', 0, 2, 0],
    ['x  y', 0, 3, -1],
    ['   y', 0, 3, -1],
    ['\n  y', 1, 3, -1],
  ])('moved to a place in %j, the blanks since %i are looked at', (text, start, position, indentation) => {
    const { place } = placeAt(text);
    place.window.position = position;
    place.padding.moved(start);
    expect(place.padding.indentation()).toBe(indentation);
  });
});
