import { encodeText } from '../../../src/core/json/utf8.ts';
import type { KnownRecord } from '../../../src/core/recovery/brokenRecord.ts';

/** A broken record of a log of lines that begin with `"id"`; it begins and fails at its first byte. */
export function knownRecord(changes: Partial<KnownRecord> = {}): KnownRecord {
  const opening = encodeText('"id"');
  return {
    start: 0,
    failure: 0,
    indentation: 0,
    oneLine: true,
    eachOnOneLine: true,
    hasRecords: true,
    inArray: false,
    wrapping: 'none',
    beginnings: 'alike',
    opening,
    openings: [opening],
    mayGoBack: true,
    ...changes,
  };
}
