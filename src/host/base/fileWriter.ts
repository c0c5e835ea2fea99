import type { Message } from '../../core/finding/message.ts';

/**
 * Writes a file piece by piece. It is there, as a whole, once `finish` has resolved; until then, and after `discard`, whatever was at
 * its place stays as it is. Each method rejects with a {@link WriteProblem}, or as the file system does.
 */
export interface FileWriter {
  /** To be called first, once. */
  open(): Promise<void>;
  /** The bytes may be kept: they must not change afterwards. */
  write(bytes: Uint8Array): Promise<void>;
  finish(): Promise<void>;
  /** Leaves no trace of what was written. To be called where `finish` is not, or rejects; never rejects. */
  discard(): Promise<void>;
}

/** An expected fault of a file that is to be written, which the user should be told in a sentence. */
export class WriteProblem extends Error {
  readonly problem: Message;

  constructor(problem: Message) {
    super(problem.code);
    this.problem = problem;
  }
}

/** The name of the file that is written first, beside the one of this name. No other file has it. */
export function partName(name: string): string {
  return `${name}.${crypto.randomUUID().slice(0, 8)}.part`;
}
