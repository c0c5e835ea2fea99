import type { BrokenRecord, KnownRecord } from './brokenRecord.ts';
import { Scan, scanValue, skipBlanks } from '../json/jsonScanner.ts';
import { likenessAt } from './likeness.ts';
import { isPart } from './recordPart.ts';

/** Whether reading goes on at `next`, the first thing behind a line break; undefined if more bytes are needed to say. */
export function beginsAnew(
  bytes: Uint8Array,
  lineBreak: number,
  next: number,
  length: number,
  broken: KnownRecord,
  final: boolean,
): boolean | undefined {
  const { failure, indentation } = broken;
  if (next === length) {
    return final ? true : undefined;
  }
  const likeness = likenessAt(bytes, next, length, broken.openings, final);
  if (likeness === 'unknown') {
    return undefined;
  }
  if (isPart(bytes, next, length)) {
    return false;
  }
  const alike = likeness !== 'none';
  const indented = next - lineStart(bytes, next);
  if (alike && indented === indentation) {
    return true;
  }
  if (broken.mayGoBack && indented === indentation && next < failure && isWholeLine(bytes, next, length, broken)) {
    return true;
  }
  if (next >= failure && bytes[next] === 0x7b && (alike || indented === indentation)) {
    return true;
  }
  if (next <= failure && lineBreak < failure) {
    return false;
  }
  const closes = bytes[next] === 0x5d && broken.inArray && indented < Math.max(indentation, 1);
  const isOther = broken.oneLine && indented <= Math.max(indentation, 0) && !continuesRecord(bytes[next]!);
  return closes || isOther || bytes[next] === 0x1e;
}

/**
 * Whether a line that strict reading takes for a part of the broken record is a record of its own, whatever its first key:
 * the line before was cut where a value is due. The line holds just one whole object. In a list of the broken record such a line
 * ends in a comma, or one that closes the list follows; it does neither where records stand on one line each.
 */
function isWholeLine(bytes: Uint8Array, start: number, length: number, { inArray, eachOnOneLine, hasRecords }: BrokenRecord): boolean {
  if (inArray || !eachOnOneLine || bytes[start] !== 0x7b) {
    return false;
  }
  let lineEnd = start;
  while (lineEnd < length && bytes[lineEnd] !== 0x0a && bytes[lineEnd] !== 0x0d) {
    lineEnd++;
  }
  const end = scanValue(bytes, start, lineEnd, new Scan());
  if (end < 0 || skipBlanks(bytes, end, lineEnd) !== lineEnd) {
    return false;
  }
  const behind = skipBlanks(bytes, lineEnd, length);
  return hasRecords || behind === length || !continuesRecord(bytes[behind]!);
}

/** Whether a line can only be the continuation of a record: it begins with a member or a closing bracket. */
export function continuesRecord(byte: number): boolean {
  return byte === 0x22 || byte === 0x2c || byte === 0x3a || byte === 0x7d || byte === 0x5d;
}

function lineStart(bytes: Uint8Array, index: number): number {
  let position = index;
  while (position > 0 && bytes[position - 1] !== 0x0a && bytes[position - 1] !== 0x0d) {
    position--;
  }
  return position;
}
