import type { KnownRecord } from './brokenRecord.ts';
import { recordEndRules } from './recordEndRules.ts';
import { skipBlanks } from '../json/jsonScanner.ts';
import { firstRuling } from './ruling.ts';

/**
 * Whether the broken record may end here, by what follows: another item, the end of the array, the end of the line. A
 * further member shows that the record goes on. Undefined if what follows is not at hand.
 */
export function isRecordEnd(bytes: Uint8Array, from: number, length: number, broken: KnownRecord, final: boolean): boolean | undefined {
  const next = skipBlanks(bytes, from, length);
  const item = bytes[next] === 0x2c ? skipBlanks(bytes, next + 1, length) : next;
  return firstRuling(recordEndRules, { bytes, from, length, broken, final, next, item });
}
