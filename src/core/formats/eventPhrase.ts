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

/**
 * The words without one of their targets, to be read beside it: `added to the group {1}` of `added {0} to the group {1}`, and without
 * the preposition that would lead to nothing, `reset the password` of `reset the password of {0}`. As they are where the target is
 * part of a word, or all that is said.
 */
export function withoutTarget(words: string, place: number): string {
  const left = words.replace(new RegExp(`(^| )(?:(?:${prepositions}) )?\\{${place}\\}(?= |$)`), '').trim();
  return left === '' ? words : left;
}

const prepositions = 'of|for|to|on|in|into|from|by|with';
