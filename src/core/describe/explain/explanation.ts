import { message, type Message, type MessageArgument } from '../../finding/message.ts';
import type { Explanation } from '../fieldDescription.ts';

/** A line `label: value`; the label's words are under `describe.label.<name>`. */
export function line(name: string, value: Message | string): Explanation {
  return { label: message(`describe.label.${name}`), value };
}

/** A remark; its words are under `describe.note.<name>`. */
export function note(name: string, ...args: readonly MessageArgument[]): Explanation {
  return line('note', message(`describe.note.${name}`, ...args));
}
