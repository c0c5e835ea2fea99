import { visibleText } from '../../protocol/visibleText.ts';

/** Text that may come from anywhere, as a part of a notification: VS Code makes a link of `[…](…)`, also one that runs a command. */
export function inertMessage(text: string): string {
  return visibleText(text).replaceAll(/\](?=\()/g, '] ');
}
