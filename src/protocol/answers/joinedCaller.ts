import type { JoinedIdentity, RefusedIdentity } from '../../core/record/identityJoin.ts';
import type { Answer } from './answer.ts';

/** The identities of one caller, found in the records of the whole log. */
export interface JoinedCaller extends Answer {
  /** Those that name the caller best first; among them the one that was asked for. */
  readonly joined: readonly JoinedIdentity[];
  /** What was seen together with them, and is not joined. */
  readonly refused: readonly RefusedIdentity[];
}
