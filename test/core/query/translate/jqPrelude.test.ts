import { describe, expect, it } from 'vitest';
import { jqPrelude } from '../../../../src/core/query/translate/jqPrelude.ts';

const faults = { form: 'no "record"', value: 'no text', time: 'no time' };

function defined(expression: string): readonly string[] {
  return [...jqPrelude(expression, faults).matchAll(/^def (\w+)/gm)].map(([, name]) => name!);
}

describe('the definitions of a program of jq', () => {
  it.each<[expression: string, names: readonly string[]]>([
    ['true', ['record']],
    ['.a | values | scalar', ['record', 'scalar']],
    ['any(caller; . == "a")', ['record', 'scalar', 'pairs', 'identities', 'fold', 'caller']],
    ['any(resultGroup; true)', ['record', 'scalar', 'fold', 'withoutBlanks', 'resultGroup']],
    ['.env_time | moment', ['record', 'moment']],
  ])('for %j are those that it uses, each after what it uses', (expression, names) => {
    expect(defined(expression)).toEqual(names);
  });

  it('stop with the words that they were given, as text', () => {
    expect(jqPrelude('', faults)).toContain('error("no \\"record\\"")');
  });

  it('have no parameter that is called as a function of the language', () => {
    const parameters = [...jqPrelude('targets', faults).matchAll(/\$(\w+)[;)]/g)].map(([, name]) => name!);
    expect(parameters).toEqual(expect.arrayContaining(['listKey', 'typeKey', 'valueKey']));
    expect(parameters.filter((name) => ['type', 'values', 'keys', 'min', 'max'].includes(name))).toEqual([]);
  });
});
