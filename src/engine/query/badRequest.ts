import type { Message } from '../../core/finding/message.ts';

/** A request that cannot be answered as it was asked, and why. */
export class BadRequest extends Error {
  readonly sentence: Message;

  constructor(sentence: Message) {
    super(sentence.code);
    this.sentence = sentence;
  }
}
