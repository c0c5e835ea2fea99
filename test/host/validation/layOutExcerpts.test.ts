import { describe, expect, it } from 'vitest';
import { layOutExcerpts } from '../../../src/host/validation/layOutExcerpts.ts';
import type { Excerpt } from '../../../src/protocol/answers/findings.ts';

function excerpt(before: string, text: string, after: string, cut: Partial<Excerpt> = {}): Excerpt {
  return { before, text, after, beginsEarlier: false, goesOn: false, ...cut };
}

/** What is in the text at a range of lines and columns. */
function textAt(text: string, { startLine, startColumn, endLine, endColumn }: ReturnType<typeof layOutExcerpts>['ranges'][number]): string {
  const lines = text.split(/(?<=\r\n|\n|\r(?!\n))/);
  const at = (line: number, column: number): number => lines.slice(0, line).join('').length + column;
  return text.slice(at(startLine, startColumn), at(endLine, endColumn));
}

describe('the text of excerpts', () => {
  it('shows each below its title', () => {
    const { text } = layOutExcerpts('What is broken', [
      { title: 'Line 2', excerpt: excerpt('{"a": ', 'x', '}') },
      { title: 'Line 7', excerpt: excerpt('b', 'c', 'd', { beginsEarlier: true, goesOn: true }) },
    ]);
    expect(text).toBe('What is broken\n\nLine 2\n\n{"a": x}\n\nLine 7\n\n…bcd…\n');
  });

  it('knows where each stands', () => {
    const stretches = ['x', 'one\r\ntwo\rthree', '', '\n', 'größer 😀', 'last'];
    const { text, ranges } = layOutExcerpts(
      'Heading',
      stretches.map((stretch, index) => ({
        title: `Line ${index}\nand more`,
        excerpt: excerpt('before ', stretch, ' after', { beginsEarlier: index % 2 === 0, goesOn: true }),
      })),
    );
    expect(ranges.map((range) => textAt(text, range))).toEqual(stretches);
  });

  it('is its heading where there are none', () => {
    expect(layOutExcerpts('Nothing is broken', [])).toEqual({ text: 'Nothing is broken\n', ranges: [] });
  });
});
