import { describe, expect, it } from 'vitest';
import { plainWords, pseudoBundle, pseudoLocalized, wordsOf } from '../pseudoLocale.ts';
import { readRoot } from './sourceFiles.ts';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

const manifest = JSON.parse(readRoot('package.json')) as Record<string, Json>;
const strings = JSON.parse(readRoot('package.nls.json')) as Readonly<Record<string, string>>;

/** Keys of the manifest whose values VS Code shows to users. */
const shownKeys =
  /^(displayName|description|title|category|label|name|contents|tooltip|placeholder|.*[dD]escriptions?|.*Message|enumItemLabels)$/;

/** The texts that VS Code shows of a part of the manifest. */
function shownTexts(value: Json, isShown = false): readonly string[] {
  if (typeof value === 'string') {
    return isShown ? [value] : [];
  }
  if (value === null || typeof value !== 'object') {
    return [];
  }
  return Array.isArray(value)
    ? value.flatMap((item: Json) => shownTexts(item, isShown))
    : Object.entries(value).flatMap(([key, item]) => shownTexts(item, shownKeys.test(key)));
}

describe('the manifest in a pseudo-locale', () => {
  const pseudo = pseudoLocalized(strings);
  const { displayName, description, contributes, capabilities } = manifest as Readonly<Record<string, Json>>;
  const texts = shownTexts({ displayName, description, contributes, capabilities } as Json);

  it('leaves no word untranslated', () => {
    expect(texts.length).toBeGreaterThan(40);
    const shown = texts.map((text) => text.replace(/^%([\w.]+)%$/, (_, key: string) => pseudo[key] ?? key));
    // Code, such as the name of a setting, and the targets of links are no words.
    const words = shown.flatMap((text) => plainWords(text.replaceAll(/`[^`]*`|\]\([^)]*\)/g, ' '), new Set()));
    expect([...new Set(words)]).toEqual([]);
  });

  it('would show an untranslated text', () => {
    const command = { commands: [{ command: 'a.b.c', title: 'Open Timeline' }] };
    expect(shownTexts(command).flatMap((text) => plainWords(text, new Set()))).toEqual(['open', 'timeline']);
  });
});

describe('the pseudo-locale', () => {
  it('keeps places of arguments and turns each word of a sentence', () => {
    const sentences = Object.entries(pseudoBundle());
    expect(sentences.length).toBeGreaterThan(300);
    const places = (text: string): readonly string[] => (text.match(/\{\d+\}/g) ?? []).toSorted();
    expect(sentences.filter(([english, pseudo]) => String(places(english)) !== String(places(pseudo)))).toEqual([]);
    expect(plainWords(pseudoLocalized({ a: 'Open {0} as text' })['a']!, new Set())).toEqual([]);
  });

  it('tells plain words from accented ones and from data', () => {
    expect(plainWords('Ǿƥḗḗƞ contoso as text', wordsOf('@contoso.com'))).toEqual(['text']);
  });
});
