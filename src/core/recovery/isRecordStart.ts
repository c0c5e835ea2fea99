import type { KnownRecord } from './brokenRecord.ts';
import { recordStartRules } from './recordStartRules.ts';
import { firstRuling } from './ruling.ts';

/** Whether reading goes on at `next`, the first thing after a line break; undefined if more bytes are needed to say. */
export function isRecordStart(
  bytes: Uint8Array,
  lineBreak: number,
  next: number,
  length: number,
  broken: KnownRecord,
  final: boolean,
): boolean | undefined {
  const indentation = next - lineStart(bytes, next);
  return firstRuling(recordStartRules, { bytes, lineBreak, next, length, broken, final, indentation });
}

function lineStart(bytes: Uint8Array, index: number): number {
  let position = index;
  while (position > 0 && bytes[position - 1] !== 0x0a && bytes[position - 1] !== 0x0d) {
    position--;
  }
  return position;
}
