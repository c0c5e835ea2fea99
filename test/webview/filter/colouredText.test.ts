import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../src/core/query/parseQuery.ts';
import { runs } from '../../runs.ts';
import { piecesOf } from '../../../webview/filter/colouredText.ts';

const described = (text: string, wrong?: { start: number; end: number }) =>
  piecesOf(text, wrong).map((piece) => `${piece.isWrong ? '!' : ''}${piece.kind ?? 'blank'} ${piece.text}`);

describe('the coloured text of a filter', () => {
  it('has its tokens, and what is between them', () => {
    expect(described('a  -seq:5')).toEqual(['word a', 'blank   ', 'operator -', 'field seq', 'punctuation :', 'number 5']);
    expect(described('')).toEqual([]);
  });

  it('says where it is wrong, also within a token and beyond the end', () => {
    expect(described('abc d', { start: 1, end: 2 })).toEqual(['word a', '!word b', 'word c', 'blank  ', 'word d']);
    expect(described('a OR', { start: 2, end: 4 })).toEqual(['word a', 'blank  ', '!operator OR']);
    expect(described('a', { start: 1, end: 1 })).toEqual(['word a', '!blank  ']);
  });

  it('is the text itself, whatever that is', () => {
    const fragment = fc.constantFrom('caller', ':', '"', '(', ')', '-', ' OR ', ' ', '~/', 'é', '\u05d0\u05d1', '\u{1f600}');
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        const parsed = parseQuery(text);
        const shown = piecesOf(text, parsed.ok ? undefined : parsed.error.span)
          .map((piece) => piece.text)
          .join('');
        expect([text, `${text} `]).toContain(shown);
      }),
      { numRuns: runs(300) },
    );
  });
});
