import { message, type Message } from '../message.ts';
import { isTarHeader } from './tarHeader.ts';
import { sourceText } from './utf8.ts';

/** Whether content is a log at all; if not, one sentence that names what it is. */
export type Identity = { readonly kind: 'log' } | { readonly kind: 'notALog'; readonly message: Message };

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
 * Tells what content is by its first bytes, of which 64 KiB count. It is a log if some line, after byte order mark,
 * blanks and NULs, begins with `{`, `[` or the record separator of RFC 7464; content of blanks alone is a log of no
 * records. Compressed content must be decompressed before; UTF-16 need not be decoded.
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
  const text = decodeHead(bytes);
  if (blankText.test(text) || lineOfLog.test(text)) {
    return { kind: 'log' };
  }
  const isBinary = [...text].some(isUnprintable);
  return {
    kind: 'notALog',
    message: message(isBinary ? 'reading.binary' : objectWithin.test(text) ? 'reading.textBefore' : 'reading.text'),
  };
}

/** The beginning of an object within a line, behind what another program wrote before it or what is left of a record that was cut. */
const objectWithin = /\{[ \t]*\\?"/;

const blankText = /^[ \t\r\n\0\ufeff]*$/;

const recordSeparator = '\x1e';
const lineOfLog = new RegExp(`(?:^|[\\r\\n])[ \\t\\0\\ufeff]*[{[${recordSeparator}]`);

/** Tabs, line ends, form feeds and escape sequences occur in text; the other control characters do not. */
function isUnprintable(character: string): boolean {
  return character < ' ' && !'\t\n\v\f\r\x1b'.includes(character);
}

/** As text, in the encoding that a byte order mark names. */
function decodeHead(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return new TextDecoder('utf-16le').decode(bytes);
  }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return new TextDecoder('utf-16be').decode(bytes);
  }
  return sourceText(bytes, 0, bytes.length);
}
