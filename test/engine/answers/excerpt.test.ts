import { describe, expect, it } from 'vitest';
import { readExcerpt } from '../../../src/engine/answers/excerpt.ts';
import type { Excerpt } from '../../../src/protocol/answers/findings.ts';

/** The stretch is told by `«` and `»` in the text. */
async function excerptOf(marked: string): Promise<Excerpt> {
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  const bytes = encode(marked.replaceAll(/[«»]/g, ''));
  const [before = '', stretch = ''] = marked.split(/[«»]/);
  const read = (offset: number, length: number): Promise<Uint8Array> => Promise.resolve(bytes.slice(offset, offset + length));
  return readExcerpt(read, encode(before).length, encode(stretch).length);
}

describe('the excerpt of a stretch', () => {
  const whole = { beginsEarlier: false, goesOn: false };
  const table: readonly (readonly [name: string, marked: string, expected: Excerpt])[] = [
    ['holds the rest of its line', 'one\ntwo «x» three\nfour', { before: 'two ', text: 'x', after: ' three', ...whole }],
    ['holds all of a stretch of several lines', 'a «b\r\nc» d\re', { before: 'a ', text: 'b\r\nc', after: ' d', ...whole }],
    ['may be empty, at the end', 'one\n{"a": «»', { before: '{"a": ', text: '', after: '', ...whole }],
    ['is without a byte order mark', '\uFEFF[«x»]', { before: '[', text: 'x', after: ']', ...whole }],
    ['may be all there is', '«x»', { before: '', text: 'x', after: '', ...whole }],
    [
      'is cut before and behind, between characters',
      `${'ä'.repeat(300)}x«y»z${'ä'.repeat(500)}`,
      { before: `${'ä'.repeat(99)}x`, text: 'y', after: `z${'ä'.repeat(399)}`, beginsEarlier: true, goesOn: true },
    ],
    [
      'is cut within a long stretch',
      `«${'ä'.repeat(401)}»b`,
      { before: '', text: 'ä'.repeat(400), after: '', beginsEarlier: false, goesOn: true },
    ],
    [
      'says nothing of other lines that are long',
      `${'a'.repeat(300)}\n«b»\n${'a'.repeat(900)}`,
      { before: '', text: 'b', after: '', ...whole },
    ],
    ['ends with its last byte', `«${'a'.repeat(800)}»`, { before: '', text: 'a'.repeat(800), after: '', ...whole }],
  ];

  it.each(table)('%s', async (_, marked, expected) => {
    expect(await excerptOf(marked)).toEqual(expected);
  });
});
