import { message, type Message } from '../finding/message.ts';
import { isTarHeader } from './tarHeader.ts';
import { beginsArray } from './beginsArray.ts';
import { decodeUtf16 } from './decoding/utf16.ts';
import { sourceText } from '../json/utf8.ts';

/**
 * Whether content is a log at all; if not, one sentence that names what it is. `undecided` content begins within what may be a
 * record: it is a log if a line after the head begins as a log does (`lineSearch.ts`), else what the sentence says.
 */
export type Identity = { readonly kind: 'log' } | { readonly kind: 'notALog' | 'undecided'; readonly message: Message };

/** How much of the content decides. */
export const identifiedLength = 65_536;

/** How formats begin that are no log, whatever follows: compressed bytes hold `\n{` by mere chance. */
const beginnings: readonly (readonly [bytes: string, message: Message])[] = [
  ['\x1f\x8b\x08', message('reading.gzipTwice')],
  ['\x1f\x8b', message('reading.binary')],
  ['PK\x03\x04', message('reading.zip')],
  ['PK\x05\x06', message('reading.zip')],
  ['version https://git-lfs.github.com/spec/', message('reading.lfsPointer')],
  ['\x89PNG\r\n\x1a\n', message('reading.image', 'PNG')],
  ['\xff\xd8\xff', message('reading.image', 'JPEG')],
  ['GIF87a', message('reading.image', 'GIF')],
  ['GIF89a', message('reading.image', 'GIF')],
  ['%PDF-', message('reading.pdf')],
  ['7z\xbc\xaf\x27\x1c', message('reading.compressed', '7-Zip')],
  ['\xfd7zXZ\0', message('reading.compressed', 'xz')],
  ['\x28\xb5\x2f\xfd', message('reading.compressed', 'Zstandard')],
  ...[...'123456789'].map((level) => [`BZh${level}1AY&SY`, message('reading.compressed', 'bzip2')] as const),
  ['ElfFile\0', message('reading.eventLog')],
  ['SQLite format 3\0', message('reading.database')],
  ['\x7fELF', message('reading.binary')],
];

/**
 * Recognises what content is by its first bytes, of which 64 KiB count. It is a log if some line, after byte order mark,
 * blanks and NULs, begins with `{`, with a `[` that begins an array, or with the record separator of RFC 7464; content of
 * blanks alone is a log of no records. Where all of these bytes are one line, or lines that go on with a record, the record
 * may have begun before the content. Compressed content must be decompressed before; UTF-16 need not be decoded.
 */
export function identifyContent(head: Uint8Array): Identity {
  const bytes = head.subarray(0, identifiedLength);
  const known = beginnings.find(([beginning]) => [...beginning].every((letter, index) => bytes[index] === letter.charCodeAt(0)));
  if (known !== undefined) {
    return { kind: 'notALog', message: known[1] };
  }
  if (isTarHeader(bytes)) {
    return { kind: 'notALog', message: message('reading.tar') };
  }
  const decoded = decodeHead(bytes);
  const text = sourceText(decoded, 0, decoded.length);
  if (blankText.test(text) || holdsLineOfLog(decoded)) {
    return { kind: 'log' };
  }
  if ([...text].some(isUnprintable)) {
    return { kind: 'notALog', message: message('reading.binary') };
  }
  return {
    kind: head.length >= identifiedLength && isWithinRecord(text) ? 'undecided' : 'notALog',
    message: message(objectWithin.test(text) ? 'reading.textBefore' : 'reading.text'),
  };
}

/** The beginning of an object within a line, after what another program wrote before it or what is left of a record that was cut. */
const objectWithin = /\{[ \t]*\\?"/;

const blankText = /^[ \t\r\n\0\ufeff]*$/;

function holdsLineOfLog(bytes: Uint8Array): boolean {
  let isStart = true;
  for (let index = 0; index < bytes.length; index++) {
    const byte = bytes[index]!;
    if (byte === 0x0a || byte === 0x0d) {
      isStart = true;
    } else if (isStart && isByteOrderMark(bytes, index)) {
      index += 2;
    } else if (isStart && byte !== 0x20 && byte !== 0x09 && byte !== 0) {
      if (beginsLog(bytes, index)) {
        return true;
      }
      isStart = false;
    }
  }
  return false;
}

function isByteOrderMark(bytes: Uint8Array, index: number): boolean {
  return bytes[index] === 0xef && bytes[index + 1] === 0xbb && bytes[index + 2] === 0xbf;
}

/** Whether an object, a record of a sequence or an array begins at an index. */
function beginsLog(bytes: Uint8Array, index: number): boolean {
  const byte = bytes[index];
  return byte === 0x7b || byte === 0x1e || (byte === 0x5b && beginsArray(bytes, index, bytes.length, true) === true);
}

/** A line that goes on with a record of several lines: with a member, a value, or a bracket that closes. */
const lineWithin = /^[ \t]*(?:$|["}\],:]|-?\d|(?:true|false|null)\b)/;

/** Whether all lines but the first, of which only the end may be there, go on with a record. */
function isWithinRecord(text: string): boolean {
  return text
    .split(/[\r\n]/)
    .slice(1)
    .every((line) => lineWithin.test(line));
}

/** Tabs, line ends, form feeds and escape sequences occur in text; the other control characters do not. */
function isUnprintable(character: string): boolean {
  return character < ' ' && !'\t\n\v\f\r\x1b'.includes(character);
}

/** As UTF-8, from the encoding that a byte order mark names. */
function decodeHead(bytes: Uint8Array): Uint8Array {
  const [first, second] = bytes;
  const isMarked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return isMarked ? decodeUtf16(bytes, first === 0xff, true).bytes : bytes;
}
