import type { Answer } from './answer.ts';

/** The SHA-256 of the sources of a log, by which it can be shown later that a file is the one that was looked at. */
export interface Fingerprints extends Answer {
  readonly sources: readonly Fingerprint[];
}

export interface Fingerprint {
  /** Path or name as it was opened. */
  readonly name: string;
  /** Bytes as they are stored, compressed or not: as many as the log had been read of. */
  readonly bytes: number;
  /** Of these bytes, in hexadecimal. */
  readonly sha256: string;
}

/** How far the bytes of all sources have been read, on the way to their fingerprints. */
export interface FingerprintPart {
  readonly bytes: number;
  readonly total: number;
}
