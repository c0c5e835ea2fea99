import type { Message } from '../../../src/core/finding/message.ts';
import { say } from '../../../src/protocol/say.ts';

/** The message in English. */
export function words(text: Message | string): string {
  return typeof text === 'string' ? text : say(text);
}

/** The codes of a message and of the messages in it. */
export function codesOf(message: Message): readonly string[] {
  return [message.code, ...message.args.flatMap((argument) => (typeof argument === 'object' ? codesOf(argument) : []))];
}
