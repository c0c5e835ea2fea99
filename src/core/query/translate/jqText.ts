import { isAboutDottedI } from './foldedText.ts';

/** A text as jq writes it; what would not be seen in it by its number. */
export function jqText(text: string): string {
  return JSON.stringify(text).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Mn}]/gu, (character) =>
    Array.from({ length: character.length }, (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`).join(''),
  );
}

/**
 * Lower case as a filter's text needs it: jq knows that of ASCII. Other letters that the text has are put in place of their capitals
 * first, and İ and the Kelvin sign, whose small forms hold ASCII.
 */
export function jqFold(folded: string): string {
  const steps = [
    ...(isAboutDottedI(folded) ? [`gsub("\\u0130"; "i\\u0307")`] : []),
    ...(folded.includes('k') ? [`gsub("\\u212a"; "k")`] : []),
    ...[...new Set(folded)].flatMap((letter) => {
      const capitals = letter > '\x7f' ? capitalsOf(letter) : [];
      return capitals.length === 0 ? [] : [`gsub(${jqText(`[${capitals.join('')}]`)}; ${jqText(letter)})`];
    }),
    'ascii_downcase',
  ];
  return steps.join(' | ');
}

/** The last letter that has a lower case is below. */
const endOfLetters = 0x20000;
let capitals: ReadonlyMap<string, readonly string[]> | undefined;

/** The letters beyond ASCII of which a letter is the lower case. */
function capitalsOf(letter: string): readonly string[] {
  capitals ??= capitalsByLetter();
  return capitals.get(letter) ?? [];
}

function capitalsByLetter(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (let code = 0x80; code < endOfLetters; code++) {
    const capital = String.fromCodePoint(code);
    const small = capital.toLowerCase();
    if (small !== capital && [...small].length === 1) {
      found.set(small, [...(found.get(small) ?? []), capital]);
    }
  }
  return found;
}
