import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findingCodes, findingSeverities, type FindingCode } from '../../src/core/finding/codes.ts';
import { openLog } from '../engine/openLog.ts';
import { readRoot } from './sourceFiles.ts';

const folder = new URL('../../docs/findings/', import.meta.url);

describe('the pages of findings', () => {
  it('are one for each code', () => {
    expect(readdirSync(folder).toSorted()).toEqual(findingCodes.map((code) => `${code}.md`).toSorted());
  });

  it.each(findingCodes)('tell of %s: its level, an example, why it may matter, what to do', (code) => {
    const page = pageOf(code);
    expect(page.startsWith(`# ${code}\n\n*Level: ${findingSeverities[code]}*\n\n`)).toBe(true);
    expect([...page.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading)).toEqual(['Example', 'Why it may matter', 'What to do']);
    expect(page).not.toMatch(/\blost\b|\bdeleted\b/);
  });

  const examples = findingCodes.flatMap((code): [FindingCode, string][] => {
    const example = /```jsonl\n(.*?)\n```/s.exec(pageOf(code))?.[1];
    return example === undefined ? [] : [[code, example]];
  });

  it.each(examples)('mark the place of %s in their example as it is found', async (code, example) => {
    const lines = example.split('\n');
    const marks = lines.at(-1)!;
    expect(marks).toMatch(/^ *\^+$/);
    const opened = await openLog(lines.slice(0, -1).join('\n'));
    const { findings } = await opened.request('placedFindings', { source: 0, limit: 100, query: '' });
    const found = findings.filter((finding) => finding.code === code).map(({ range }) => range);
    const startColumn = marks.indexOf('^');
    const line = lines.length - 2;
    const endColumn = found.some(({ startColumn: from, endColumn: to }) => from === to) ? startColumn : marks.length;
    expect(found).toEqual([{ startLine: line, startColumn, endLine: line, endColumn }]);
    await opened.session.close();
  });

  it('leave few findings without an example that can be tried', () => {
    // Among them those of schemas of users' own, which take a schema as well.
    expect(findingCodes.length - examples.length).toBeLessThanOrEqual(8);
  });
});

function pageOf(code: FindingCode): string {
  return readRoot(`docs/findings/${code}.md`);
}
