import { getL10nPseudoLocalized } from '@vscode/l10n-dev';
import { collectSentences } from '../scripts/l10n.ts';

/**
 * A translation into a language that nobody speaks: each letter has an accent, so that a text which was not translated shows
 * itself by its plain words. Places of arguments, code and links stay as they are.
 */
export function pseudoLocalized(strings: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return getL10nPseudoLocalized(strings) as Readonly<Record<string, string>>;
}

/** The bundle for {@link pseudoLocalized}, as VS Code would load it: of all sentences of host, timeline and core. */
export function pseudoBundle(): Readonly<Record<string, string>> {
  return pseudoLocalized(Object.fromEntries(collectSentences()));
}

/**
 * The words of a text that were not translated: three plain letters or more, in no accented word. Words of `data`, which are a
 * log's and stay what they are in every language, are left out.
 */
export function plainWords(text: string, data: ReadonlySet<string>): readonly string[] {
  return [...wordsOf(text)].filter((word) => !data.has(word));
}

/** Words of plain letters, in lower case; a word with an accented letter is none. */
export function wordsOf(text: string): ReadonlySet<string> {
  const words = text.match(/\p{Letter}+/gu) ?? [];
  return new Set(words.filter((word) => /^[a-z]{3,}$/i.test(word)).map((word) => word.toLowerCase()));
}
