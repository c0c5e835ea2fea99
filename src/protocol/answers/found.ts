import type { Answer } from './answer.ts';

/** How many records a filter has found, when all that had to be looked at have been. */
export interface Found extends Answer {
  readonly matching: number;
}
