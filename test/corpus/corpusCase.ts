import type { Container } from '../../src/core/reading/container.ts';
import type { Encoding } from './markedLog.ts';

/** One file of the corpus and what is expected of it. */
export interface CorpusCase {
  /** Path in test/fixtures. */
  readonly file: string;
  /** Why it exists, in a sentence. */
  readonly why: string;
  /** Its content with marks, see `markedLog.ts`. */
  readonly log: string;
  /** Code and JSON pointer of each finding, in the order in which the marked places begin. */
  readonly findings?: readonly string[];
  readonly container?: Container;
  /** Of its first bytes, see `inEncoding`. */
  readonly encoding?: Encoding;
  /** It is compressed, in two members unless `compress` says how; places are those of the decompressed bytes. */
  readonly gzip?: true;
  readonly compress?: (bytes: Uint8Array) => Uint8Array<ArrayBuffer>;
  /** How many records filters find: what is in which field. */
  readonly matches?: Readonly<Record<string, number>>;
  /** Original text of the earliest and the latest time. */
  readonly time?: readonly [first: string, last: string];
  /** Code and arguments of the sentence with which a file that is no log is turned down. */
  readonly problem?: readonly string[];
  /** Too large for the repository: it is made when it is needed. */
  readonly unstored?: true;
}
