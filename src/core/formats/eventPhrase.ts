/** A phrase of an event, taken apart. */
export interface EventPhrase {
  /** The words, with `{0}`, `{1}` and so on where the targets are. */
  readonly words: string;
  /** The types of the targets, in the order of their places. */
  readonly types: readonly string[];
}

/** Takes `added {User} to the group {Group}` apart. */
export function eventPhrase(phrase: string): EventPhrase {
  const types: string[] = [];
  const words = phrase.replaceAll(/\{(\w+)\}/g, (_, type: string) => `{${types.push(type) - 1}}`);
  return { words, types };
}
