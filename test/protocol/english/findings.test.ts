import { describe, expect, it } from 'vitest';
import { findingCodes } from '../../../src/core/finding/codes.ts';
import { findingsEnglish } from '../../../src/protocol/english/findings.ts';
import { findingTitlesEnglish } from '../../../src/protocol/english/findingTitles.ts';
import { placesIn, wordsUnder } from './templates.ts';

const entries = Object.entries(findingsEnglish);
const isPart = (code: string): boolean => /^finding\.(type\.|demand\.|or$|comma$)/.test(code);
const sentences = entries.filter(([code]) => !isPart(code) && code !== 'finding.syntax.duplicateKey.first');

/** Words whose code ends in a suffix, each with those whose code lacks it. */
function pairs(suffix: string): readonly (readonly [code: string, text: string, other: string])[] {
  return entries
    .filter(([code]) => code.endsWith(suffix))
    .map(([code, text]) => [code, text, findingsEnglish[code.slice(0, -suffix.length)] ?? `no ${code.slice(0, -suffix.length)}`]);
}

it('each finding has words, and all words belong to one', () => {
  const codes = entries.map(([code]) => code);
  const isOf = (code: string, finding: string): boolean => code === `finding.${finding}` || code.startsWith(`finding.${finding}.`);
  expect(findingCodes.filter((finding) => !codes.some((code) => isOf(code, finding)))).toEqual([]);
  const others = codes.filter((code) => !isPart(code) && !findingCodes.some((finding) => isOf(code, finding)));
  expect(others.filter((code) => !code.startsWith('finding.syntax.further.'))).toEqual([]);
});

it('each code has a title of its own, which is no sentence', () => {
  expect(Object.keys(findingTitlesEnglish).toSorted()).toEqual(findingCodes.map((code) => `findingTitle.${code}`).toSorted());
  const titles = Object.values(findingTitlesEnglish);
  expect(new Set(titles).size).toBe(titles.length);
  expect(titles.filter((title) => !/^[A-Z].*[a-zN]$/.test(title))).toEqual([]);
});

describe('of one', () => {
  it.each(pairs('.one'))('%s: “%s”', (_, one, several) => {
    // A number that may be several stands in the words for several, and never in those for one.
    const count = placesIn(several).find((place) => !placesIn(one).includes(place));
    expect(count).toBeDefined();
    expect(placesIn(several)).toEqual(expect.arrayContaining([...placesIn(one)]));
    expect(one).toMatch(/\bone\b|^Not an /i);
    expect(several).toMatch(new RegExp(`\\{${count ?? ''}\\} (more |sequence |syntax )*(records|bytes|characters|numbers|errors)`));
  });
});

describe('of a record of another file', () => {
  it.each(pairs('.otherFile'))('%s', (_, other, same) => {
    expect(other).toMatch(/record \{(?:0\} of file \{1|1\} of file \{2)\}/);
    expect(other.replace(/ of file \{\d\}/, '')).toBe(same);
  });

  it('there are words for each relation of two records', () => {
    expect(pairs('.otherFile').map(([code]) => code.split('.').slice(1, 3).join('.'))).toEqual([
      'id.duplicate',
      'id.conflict',
      'sequence.duplicate',
      'sequence.conflict',
      'sequence.doubleLogging',
      'order.clockStep',
    ]);
  });
});

describe('all words', () => {
  it.each<[name: string, isRight: (text: string) => boolean]>([
    ['are sentences', (text) => /^[A-Z“{].*\.$/.test(text)],
    ['blame nobody', (text) => !/\b(you|your|please|bad|illegal|mistake|sorry|should have|forgot\w*)\b|!/i.test(text)],
    ['have typographic quotation marks, in pairs', (text) => !/["“”']/.test(text.replace(/“[^“”]*”/g, ''))],
  ])('%s', (_, isRight) => {
    expect(sentences.filter(([, text]) => !isRight(text))).toEqual([]);
  });
});

it('places for values have no gaps, but where the number that is one is left out', () => {
  for (const [code, text] of entries.filter(([name]) => !name.endsWith('.one'))) {
    expect([code, new Set(placesIn(text))]).toEqual([code, new Set(placesIn(text).keys())]);
  }
});

it.each<[code: string, places: readonly number[]]>([
  ['finding.schema.required', [0]],
  ['finding.schema.type', [0, 1, 2]],
  ['finding.schema.value.minimum', [0, 1]],
  ['finding.schema.value.maximum', [0, 1]],
  ['finding.value.version', [0, 1, 2]],
  ['finding.value.spelling', [0, 1]],
  ['finding.value.identityForm', [1, 0]],
  ['finding.value.identityForm.UPN', [1, 0]],
  ['finding.value.regionMismatch', [0, 1]],
  ['finding.sequence.gap', [0, 1, 2]],
  ['finding.value.unknownKey', [0, 1]],
  ['finding.value.unknownKey.one', [0]],
  ['finding.value.listInside', [0, 1]],
  ['finding.syntax.encoding.seam', [0, 1]],
])('%s has the values %j in this order', (code, places) => {
  expect(placesIn(findingsEnglish[code] ?? '')).toEqual(places);
});

it('the types of JSON have a name each', () => {
  const types = wordsUnder(findingsEnglish, 'finding.type.');
  expect([...types.keys()].toSorted()).toEqual(['array', 'boolean', 'fraction', 'integer', 'null', 'number', 'object', 'string']);
  expect(new Set(types.values()).size).toBe(types.size);
});
