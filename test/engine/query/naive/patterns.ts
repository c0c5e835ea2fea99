import { some, type Item, type Sort } from './items.ts';
import { addressOf } from './quantities.ts';

/** A regular expression of what JavaScript and RE2 have in common, made of a part of a value so that it finds some. */
export function makeRegex(sort: Sort, value: string, way: number): Item {
  // In whole records a letter after a backslash is the name of an escape.
  const within = sort === 'contains' ? (value.match(/(?<!\\)\b[A-Za-z]{2,}/g) ?? ['zz'])[way % 3] : value;
  const characters = [...(within ?? 'zz')];
  const first = way % 5 === 0 ? 0 : way % Math.max(1, characters.length);
  const chosen = characters.slice(first, first + 1 + (way % 6));
  const parts = chosen.map((character, index) => partOf(character, Math.floor(way / 7 ** (index + 1))));
  const begins = sort !== 'contains' && first === 0 && way % 2 === 0 ? '^' : '';
  const ends = sort !== 'contains' && first + chosen.length === characters.length && way % 3 === 0 ? '$' : '';
  const source = `${begins}${parts.join('')}${ends}` || '^$';
  const flags = way % 4 === 1 ? 'i' : '';
  const regex = new RegExp(source, `u${flags}`);
  return {
    text: `~/${source.replaceAll('/', '\\/')}/${flags}`,
    test: some((text) => regex.test(text) || (sort === 'address' && regex.test(addressOf(text) ?? text))),
    kind: 'regex',
  };
}

function partOf(character: string, way: number): string {
  const literal = character.replace(/[\\^$.*+?()[\]{}|]/, '\\$&');
  switch (way % 7) {
    case 0:
      return '.';
    case 1:
      return /\w/.test(character) ? '\\w+' : literal;
    case 2:
      return /\w/.test(character) ? `[${character}_]` : literal;
    case 3:
      return `(?:${literal}|zz)`;
    case 4:
      return `${literal}{1,3}`;
    default:
      return literal;
  }
}
