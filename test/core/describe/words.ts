import type { Message } from '../../../src/core/finding/message.ts';
import { type LeftOut, sayParts } from '../../../src/protocol/say.ts';

/** The message in English, without what is to be left out. */
export function words(text: Message | string, leftOut?: readonly LeftOut[]): string {
  return typeof text === 'string'
    ? text
    : sayParts(text, leftOut)
        .map((part) => part.text)
        .join('');
}

/** The codes of a message and of the messages in it. */
export function codesOf(message: Message): readonly string[] {
  return [message.code, ...message.args.flatMap((argument) => (typeof argument === 'object' ? codesOf(argument) : []))];
}
