import type { Answer } from './answer.ts';

/** What a redacted copy of a source replaces. */
export interface RedactionPreview extends Answer {
  readonly kinds: readonly RedactedKind[];
}

/** Values of one kind, such as `email`. */
export interface RedactedKind {
  readonly kind: string;
  /** How many different ones there are; of ids (`guid`), which may be as many as records, about how often they occur. */
  readonly values: number;
  /** Some of them, with what stands for each; none of ids, which are other ones in each copy. */
  readonly examples: readonly { readonly original: string; readonly pseudonym: string }[];
}

/** A part of a redacted copy, on its way; without bytes while the source is read for the first time. */
export interface RedactionPart {
  readonly bytes: Uint8Array;
  /** Of all work, how much is done, from 0 to 1. */
  readonly share: number;
}

/** A copy that was made: all of it has been handed over in parts. */
export interface Redacted extends RedactionPreview {
  readonly records: number;
  readonly bytes: number;
}
