import { expect, it } from 'vitest';
import { hitStretches, soughtIn } from '../../../webview/base/hits.ts';

/** The text with its hits in brackets. */
function marked(text: string, query: string): string {
  return hitStretches(text, soughtIn({ query }))
    .map((one) => (one.isHit ? `[${one.text}]` : one.text))
    .join('');
}

it.each([
  ['ana on Contoso', 'contoso', 'ana on [Contoso]'],
  ['aXbXc', 'x', 'a[X]b[X]c'],
  ['one two', 'two one', '[one] [two]'],
  ['password', 'pass password', '[password]'],
  ['aaa', 'aa', '[aa]a'],
  ['İzmir and İX', 'x', 'İzmir and İ[X]'],
  ['GRÖSSE', 'größe OR grösse', '[GRÖSSE]'],
  ['a<b>{0}\\d+', '"<b>{0}\\\\d+"', 'a[<b>{0}\\d+]'],
  ['nothing', 'other', 'nothing'],
])('in %j %s marks %s', (text, query, expected) => {
  expect(marked(text, query)).toBe(expected);
});

it('a long text keeps all that it says, with as many marks as are read', () => {
  const text = 'ab'.repeat(500_000);
  const stretches = hitStretches(text, soughtIn({ query: 'a' }));
  expect(stretches.map((one) => one.text).join('') === text).toBe(true);
  expect(stretches.filter((one) => one.isHit)).toHaveLength(200);
  expect(hitStretches(`${'-'.repeat(20_000)}hit`, soughtIn({ query: 'hit' })).some((one) => one.isHit)).toBe(false);
});

it('what pinned filters seek is sought as well, also where the filter has a mistake', () => {
  expect(soughtIn({ query: 'one', pinned: ['text:Two -three', 'one'] })).toEqual(['one', 'two']);
  expect(soughtIn({ query: 'one', pinned: ['four'] })).toEqual(['one', 'four']);
  expect(soughtIn({ query: 'one (', pinned: ['four'] })).toEqual(['four']);
  expect(soughtIn({ query: 'one' })).toEqual(['one']);
});
