import { describe, expect, it } from 'vitest';
import { commandLine } from './commandLine.ts';

describe('translate', () => {
  it('prints a filter for another program, and reads no file', async () => {
    const { code, output, errors } = await commandLine(['translate', '-result:success', '--to', 'duckdb']);
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    expect(output.split('\n').at(-2)).toBe(`WHERE NOT (coalesce(lower("result") = 'success', FALSE));`);
  });

  it.each<[filter: string, sentence: string]>([
    ['a seq>1.5', 'Numbers are compared with whole numbers only, not with “1.5”. (character 7 of the filter)'],
    ['resutl:a', 'Unknown field “resutl”. Did you mean result?'],
  ])('refuses %j with its place', async (filter, sentence) => {
    const { code, output, errors } = await commandLine(['translate', filter, '--to', 'duckdb']);
    expect({ code, output }).toEqual({ code: 2, output: '' });
    expect(errors).toContain(`audit-log: ${sentence}`);
  });
});
