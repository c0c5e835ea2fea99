import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Markup, markup, noMarkup } from '../../src/report/markup.ts';
import { runs } from '../runs.ts';

describe('markup', () => {
  it('holds texts as texts, in elements and in attributes', () => {
    const text = `"><script>alert('1')</script>&amp;`;
    expect(markup`<p title="${text}">${text}</p>`.text).toBe(
      '<p title="&#34;&#62;&#60;script&#62;alert(&#39;1&#39;)&#60;/script&#62;&#38;amp;">&#34;&#62;&#60;script&#62;alert(&#39;1&#39;)&#60;/script&#62;&#38;amp;</p>',
    );
  });

  it('takes markup as it is, one by one and in lists, and numbers', () => {
    const rows = [markup`<b>${1}</b>`, markup`<b>${'<'}</b>`];
    expect(markup`${rows}${noMarkup}${rows[0]!}`.text).toBe('<b>1</b><b>&#60;</b><b>1</b>');
  });

  it('shows what is not seen or reorders, and hides what gives access', () => {
    expect(markup`${'a\u202eb\u0000 https://x/?sig=abc%3D&se=1'}`.text).toBe('a\\u202eb\\u0000 https://x/?sig=…&#38;se=1');
  });

  it('never holds a mark of HTML that comes from a text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(markup`${text}`.text).not.toMatch(/[<>"']|&(?!#\d+;)/);
      }),
      { numRuns: runs(200) },
    );
    expect(new Markup('<i>').text).toBe('<i>');
  });
});
