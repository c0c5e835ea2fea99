import { describe, expect, it } from 'vitest';
import { isSeam, seamInUtf16, seamInUtf8 } from '../../../../src/core/reading/decoding/seam.ts';

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

function encode(text: string, encoding: Encoding): Buffer {
  const bytes = Buffer.from(text, encoding === 'utf-8' ? 'utf8' : 'utf16le');
  return encoding === 'utf-16be' ? bytes.swap16() : bytes;
}

/** Characters for bytes, beyond ASCII as they are in Latin 1. */
const raw = (text: string): Buffer => Buffer.from(text, 'latin1');

const record = '{"operationName":"SetCurrentPolicy","resultType":"Success","notes":"as long as it takes"}\n';

/** The seam that is found, in whole bytes, as `at:encoding`; what is found of each beginning must not contradict. */
function find(before: Encoding, first: Buffer, after: Buffer): string | undefined {
  const bytes = new Uint8Array(Buffer.concat([first, after]));
  const search = (length: number, isLast: boolean): ReturnType<typeof seamInUtf8> =>
    before === 'utf-8'
      ? seamInUtf8(bytes.subarray(0, length), 1, length, isLast)
      : seamInUtf16(bytes.subarray(0, length), 0, length, before === 'utf-16le', isLast);
  const found = search(bytes.length, true);
  for (let length = 1; length < bytes.length; length++) {
    const early = search(length, false);
    if (isSeam(early)) {
      expect(early).toEqual(found);
    } else if (found !== undefined && length > found.at + 1) {
      // Not all is known yet, but that is.
      expect([length, early?.at]).toEqual([length, found.at]);
    }
  }
  return isSeam(found) ? `${found.at}:${found.encoding}` : undefined;
}

const encodings: readonly Encoding[] = ['utf-8', 'utf-16le', 'utf-16be'];
const changes = encodings.flatMap((before) => encodings.filter((after) => after !== before).map((after) => [before, after] as const));

describe.each(changes)('from %s to %s', (before, after) => {
  it.each<[name: string, first: string, second: string]>([
    ['with records', record, record],
    ['without a line end', record.trimEnd(), record],
    ['behind a lone carriage return', `${record.trimEnd()}\r`, record],
    ['with a byte order mark', record, `\ufeff${record}`],
    ['with a blank line', record, `\r\n${record}`],
    ['with blanks', record, `  ${record}`],
    ['with a record separator', record, `\x1e${record}`],
    ['with a record without keys', record, `{}\n${record}`],
    ['with an array', record, `[${record}]`],
    ['with an array of many lines', record, `[\n  ${record}]`],
    ['with a record of many lines', record, '{\n  "operationName": "SetCurrentPolicy",\n  "notes": "as long as it takes, and longer"\n}\n'],
    ['with other characters', record, `{"ä€":"${'中'.repeat(40)}"}\n`],
  ])('%s', (_, first, second) => {
    const bytes = encode(first, before);
    expect(find(before, bytes, encode(second, after))).toBe(`${bytes.length}:${after}`);
  });

  it('at the very end, with a short record, and before another change', () => {
    const bytes = encode(record, before);
    expect(find(before, bytes, encode('{"a":1}', after))).toBe(`${bytes.length}:${after}`);
    const short = encode('{"a":1}\n', after);
    expect(find(before, bytes, Buffer.concat([short, encode(record, before)]))).toBe(`${bytes.length}:${after}`);
  });
});

describe('no change', () => {
  it.each<[name: string, text: string]>([
    ['is in NULs behind a line', `${record}\0\0\0\0\0\0\0\0${record}`],
    ['is in one NUL behind a line', `${record}\0${record}`],
    ['is in NULs between lines', `${record}\0\n\0\n\0${record}`],
    ['is in a line of NULs', `${record}${'\0'.repeat(5000)}\n${record}`],
    ['is in NULs that fill a record', `${record}{\0\0\0\0\0\0\0"a":1}\n`],
    ['is within a line', `${record.slice(0, 30)}{\0"\0a\0"\0:\0b\0}\0\n${record}`],
    ['is in other bytes', `${record}\x01\0\x02\0\x03\0\x04\0\n${record}`],
    ['is in a byte order mark alone', `${record}\xff\xfe${record}`],
    ['is in invalid bytes', `${record}\xff\xfe\xe4\xf6\xfc\n`],
    ['is in two units of text', `${record}a\0b\0c\n${record}`],
  ])('of UTF-8 %s', (_, text) => {
    expect(find('utf-8', raw(text), raw(''))).toBeUndefined();
  });

  it.each<[name: string, text: string]>([
    ['is in lines of other characters', `${record}中文字符在这里\n中文\n笢笢笢 a\n${record}`],
    ['is in a line that begins as JSON would', `${record}\u227b\u7b22\u5b5d\u5b7b {"a":1}\n\u5b5d孝孝孝孝\n${record}`],
    ['is in a byte order mark', `${record}\ufeff${record}`],
    ['is in NULs', `${record}\0\0\0\0${record}`],
    ['is in characters whose low bytes are 0', `${record}\u7b00\u4e00 a\n${record}`],
  ])('of UTF-16 %s', (_, text) => {
    expect(find('utf-16le', encode(text, 'utf-16le'), raw(''))).toBeUndefined();
    expect(find('utf-16be', encode(text, 'utf-16be'), raw(''))).toBeUndefined();
  });
});

it('is searched for in a time that does not grow faster than the bytes', () => {
  const nuls = new Uint8Array(8_000_000).fill(0, 1);
  nuls[0] = 0x0a;
  expect(seamInUtf8(nuls, 1, nuls.length, true)).toBeUndefined();
});
