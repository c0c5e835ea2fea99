import type { FormatSet } from '../../src/core/formats/formatSet.ts';
import type { ReadLog } from './readLog.ts';
import { specify } from './specification.ts';
import { readBy, selections } from './ways.ts';

/** Reads a whole log. */
export interface LogReader {
  readonly name: string;
  /** @param piece Bytes that are read at a time: what is read does not depend on it. */
  read(bytes: Uint8Array, piece: number, formats?: FormatSet): ReadLog;
}

/** All readers, the slow and obvious one first: the others say what it says. */
export const readers: readonly [LogReader, ...LogReader[]] = [
  { name: 'the specification', read: (bytes, _, formats) => specify(bytes, formats) },
  ...selections.map((ways) => ({
    name: ways.join(' and ') || 'the general way',
    read: (bytes: Uint8Array, piece: number, formats?: FormatSet) => readBy(ways, bytes, piece, formats),
  })),
];
