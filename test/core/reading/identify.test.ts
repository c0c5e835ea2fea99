import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { message } from '../../../src/core/finding/message.ts';
import { identifiedLength, identifyContent } from '../../../src/core/reading/identify.ts';

/** Content as text, each character one byte. */
function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  [...text].forEach((character, index) => view.setUint16(index * 2, character.charCodeAt(0), littleEndian));
  return new Uint8Array(view.buffer);
}

/** `log`, or the code of the sentence with its arguments, after a question mark where what follows decides. */
function check(content: Uint8Array, expected: string): void {
  const [code = '', ...args] = expected.replace('?', '').split(' ');
  const kind = expected.startsWith('?') ? 'undecided' : 'notALog';
  expect(identifyContent(content)).toEqual(code === 'log' ? { kind: 'log' } : { kind, message: message(code, ...args) });
}

describe('a log', () => {
  it.each([
    ['an object', '{"a":1}'],
    ['an array', '[]'],
    ['a record separator', '\x1e{"a":1}\n'],
    ['a byte order mark', '\xef\xbb\xbf{"a":1}'],
    ['blanks before it', '\r\n\t  {"a":1}'],
    ['NULs before it', '\0\0\0{"a":1}'],
    ['NULs and blanks on a line of their own', 'x\n\0 \0\t{'],
    ['prose before it', 'Exported on Monday\r\r{"a":1}'],
    ['a broken line before it', '"a":1}\n{"a":2}'],
    ['one brace', '{'],
    ['nothing', ''],
    ['blanks alone', ' \r\n\t\n'],
    ['a byte order mark alone', '\xef\xbb\xbf'],
    ['NULs alone', '\0'.repeat(1000)],
    ['invalid bytes in it', '\xff\xff\n{"a":"\xe4"}'],
  ])('begins with %s', (_, text) => check(latin1(text), 'log'));

  it.each([true, false])('may be UTF-16 (little-endian: %s)', (littleEndian) => {
    check(utf16('\ufeff\r\n {"operationName":"ä"}', littleEndian), 'log');
    check(utf16('\ufeff', littleEndian), 'log');
    check(utf16('\ufeffnothing of the kind', littleEndian), 'reading.text');
  });

  it('begins within the first 64 KiB', () => {
    check(latin1(`${'x'.repeat(identifiedLength - 2)}\n{`), 'log');
    check(latin1(`${'x\n'.repeat(identifiedLength / 2)}{`), 'reading.text');
  });

  it('may begin behind them where they may be the end of a record', () => {
    check(latin1('x'.repeat(identifiedLength - 1)), 'reading.text');
    check(latin1(`${'x'.repeat(identifiedLength - 1)}\n{`), '?reading.text');
    check(latin1(`${'x'.repeat(identifiedLength)}\n{"a":1}`), '?reading.text');
    check(
      latin1(
        '{"a":'
          .repeat(identifiedLength / 5)
          .slice(1)
          .padEnd(identifiedLength, 'x'),
      ),
      '?reading.textBefore',
    );
    check(latin1(`a":1,\n${'  "b": [\r\n -1,\n true\n ],\n'.repeat(5000)}`), '?reading.text');
    check(latin1(`a":1,\n${'  "b": [\n -1,\n  1.\n'.repeat(4000)}\ntruely`), '?reading.text');
    check(latin1(`a":1,\n${'  "b": [\n -1,\n truely\n'.repeat(4000)}`), 'reading.text');
    check(latin1(`${'x'.repeat(identifiedLength - 1)}\0`), 'reading.binary');
  });

  it.each([
    ['[]', true],
    ['[ ]', true],
    ['[', true],
    ['[\n{', true],
    ['[\nWed', true],
    ['[1]', true],
    ['[1, "x", null]\r\n', true],
    ['[1],', true],
    ['[1] [2]', true],
    ['[1]\0\0', true],
    ['[nope,{"a":1}]', true],
    ['[[Wed]] x', true],
    ['["Wed"] x', true],
    ['[Wed', true],
    ['[Wed Oct 11 14:32:52 2000] started', false],
    ['[Wed Oct 11 14:32:52 2000] {"a":1}', false],
    ['[INFO]', false],
    ['[INFO]\n[WARN] x', false],
    ['[1] started', false],
    ['[12:30:00.123] [main] x', false],
    ['[2020-11-23T18:23:29Z] x', false],
    ['[] started', false],
    ['[1, 2]\tx', false],
    ['[tru] x', false],
  ])('%j begins with an array: %s', (text, isArray) => {
    expect(identifyContent(latin1(text)).kind).toBe(isArray ? 'log' : 'notALog');
    expect(identifyContent(latin1(`prose\n \t${text}`)).kind).toBe(isArray ? 'log' : 'notALog');
  });
});

describe('no log', () => {
  it.each([
    ['\x1f\x8b\x08\0\n{', 'reading.gzipTwice'],
    ['\x1f\x8b\x07\0\n{', 'reading.binary'],
    ['PK\x03\x04\x14\0\n{', 'reading.zip'],
    ['PK\x05\x06\0\0', 'reading.zip'],
    ['version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n', 'reading.lfsPointer'],
    ['\x89PNG\r\n\x1a\n\0\0\0\rIHDR\n{', 'reading.image PNG'],
    ['\xff\xd8\xff\xe0\0\x10JFIF\n[', 'reading.image JPEG'],
    ['GIF89a\x01\0\n{', 'reading.image GIF'],
    ['%PDF-1.7\n[1]\n', 'reading.pdf'],
    ['SQLite format 3\0\x10\0', 'reading.database'],
    ['7z\xbc\xaf\x27\x1c\0\x04\n{', 'reading.compressed 7-Zip'],
    ['\xfd7zXZ\0\0\n[', 'reading.compressed xz'],
    ['\x28\xb5\x2f\xfd\x04\n{', 'reading.compressed Zstandard'],
    ['BZh91AY&SY\n{', 'reading.compressed bzip2'],
    ['BZh1 is a chemical', 'reading.text'],
    ['ElfFile\0\0\0\n{', 'reading.eventLog'],
    ['\x7fELF\x02\x01\x01\0\n{', 'reading.binary'],
    ['\x01\x02\x03', 'reading.binary'],
    ['text and then\0', 'reading.binary'],
    ['Dear {customer}, see [1]', 'reading.text'],
    ['Nov 23 18:23:29 host audit: {"operationName":"a"}', 'reading.textBefore'],
    ['> { "operationName":"a"}', 'reading.textBefore'],
    ['"{\\"operationName\\":\\"a\\"}"', 'reading.textBefore'],
    ['Type":"UPN"}]},{"operationName":"a"}]', 'reading.textBefore'],
    ['operationName,resultType\r\nSetCurrentPolicy,Success\r\n', 'reading.text'],
    ['"a string"', 'reading.text'],
    ['Gr\xfc\xdfe', 'reading.text'],
    ['\x1b[31mred\x1b[0m', 'reading.text'],
    // U+2028 ends no line.
    ['x\xe2\x80\xa8{', 'reading.text'],
  ])('%j is %s', (text, expected) => check(latin1(text), expected));
});

const byteOrderMark = '\xef\xbb\xbf';
const pieces = fc.constantFrom(...' \t\r\n\0{[\x1e"}x', byteOrderMark);

it('is decided line by line', () => {
  fc.assert(
    fc.property(fc.string({ unit: pieces }), (content) => {
      const lines = content.split(/[\r\n]/).map((line) => line.replaceAll(byteOrderMark, '').replace(/^[ \t\0]*/, ''));
      const begins = (line: string): boolean =>
        '{[\x1e'.includes(line.charAt(0) || 'none') && !/^\[[ \t]*[^\][{" \t][^\][{"]*\]/.test(line);
      const isLog = lines.every((line) => line === '') || lines.some(begins);
      expect(identifyContent(latin1(content)).kind).toBe(isLog ? 'log' : 'notALog');
    }),
  );
});

it('takes no longer for endless blanks', () => {
  check(latin1(`x${' '.repeat(identifiedLength)}`), '?reading.text');
  check(latin1(`x${' \n'.repeat(identifiedLength / 2)}`), '?reading.text');
  check(latin1(`x\n${'['.repeat(identifiedLength)}`), 'log');
  check(latin1(`x${'\n[x'.repeat(identifiedLength / 3)}]`), 'log');
});
