import type { Message } from '../../core/finding/message.ts';

/** An expected fault of a source that the user should be reported in a sentence: too large, gone, not permitted. */
export class SourceProblem extends Error {
  readonly problem: Message;

  constructor(problem: Message) {
    super(problem.code);
    this.problem = problem;
  }
}
