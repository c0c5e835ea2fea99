import type { Message } from '../finding/message.ts';

/**
 * Where a log's bytes come from: the port that the engine reads through, for files, handed-over bytes, text documents
 * and standard input alike. Offsets are those of its own bytes, whether they are compressed or in some encoding.
 */
export interface LogSource {
  /** Path or name as it was opened. */
  readonly name: string;
  /**
   * Bytes of the source when it was opened, or null while unknown. Rejects with a {@link SourceProblem} if it cannot be
   * read.
   */
  open(): Promise<number | null>;
  /**
   * Reads up to `length` bytes from `offset`; fewer only at the end of the source, none after it. The array is the
   * caller's: new, or the beginning of `into`, which has room for `length` bytes, to save memory that is hardly used.
   * Rejects with a {@link SourceProblem}.
   */
  read(offset: number, length: number, into?: Uint8Array): Promise<Uint8Array>;
  /**
   * Describes what was opened, as it is now, or of what is found now where it was opened. Undefined if nothing is there.
   * Sources that have no such place, which cannot grow, lack it.
   */
  look?(at: 'opened' | 'found'): Promise<SourceLook | undefined>;
  /** What a look found when it was opened; undefined if that is not known without another one. */
  readonly firstLook?: SourceLook | undefined;
  close(): Promise<void>;
}

/** What can be reported a source without reading it. */
export interface SourceLook {
  /** Which file it is, whatever its name: another one has replaced it where this differs. */
  readonly file: string;
  /** Bytes. */
  readonly size: number;
  /** When it was last written, in a form that only compares. */
  readonly changed: string;
}

/** A source that cannot be read, with a sentence that says why. */
export class SourceProblem extends Error {
  readonly sentence: Message;

  constructor(sentence: Message) {
    super(sentence.code);
    this.sentence = sentence;
  }
}
