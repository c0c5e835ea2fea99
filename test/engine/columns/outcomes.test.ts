import { describe, expect, it } from 'vitest';
import { ByteDictionary } from '../../../src/engine/columns/byteDictionary.ts';
import { Outcomes } from '../../../src/engine/columns/outcomes.ts';

describe('the ids of outcomes', () => {
  const results = new ByteDictionary(1);
  const outcomes = new Outcomes(results);

  it.each([
    ['Success', 'clientError', 'clientError'],
    ['Succeeded', 'failure', 'failure'],
    ['ClientError', 'clientError', 'clientError'],
    ['ClientError', 'failure', 'failure'],
    ['Timeout', 'clientError', 'failure'],
    ['never heard of', 'clientError', 'clientError'],
    ['', 'failure', 'failure'],
    [null, 'clientError', 'clientError'],
    [null, 'failure', 'failure'],
  ] as const)('say of %s with a status of %s that it is %s', (text, signature, group) => {
    const result = text === null ? 0 : results.internText(text);
    const id = outcomes.idOf(result, signature);
    expect(outcomes.groupOf(id)).toBe(group);
    expect(outcomes.textOf(id)).toBe(text);
    expect(outcomes.idOf(result, signature)).toBe(id);
  });

  it('are those of the result where the status is no worse', () => {
    const failure = results.internText('Failure');
    expect(outcomes.idOf(failure, 'clientError')).toBe(failure);
    expect(outcomes.idOf(failure, 'failure')).toBe(failure);
  });

  it('are no ids of texts that look like them', () => {
    const success = results.internText('Success');
    outcomes.idOf(success, 'clientError');
    const [first, second] = [results.internText('Success\u00ff\u0001\u0000'), results.internText('Success\ufffd\u0001\u0001')];
    expect(outcomes.groupOf(first)).toBe('other');
    expect(outcomes.textOf(second)).toBe('Success\ufffd\u0001\u0001');
    expect(outcomes.groupOf(success)).toBe('success');
    expect(outcomes.textOf(0)).toBeNull();
  });

  it('stay right where hostile results are many', () => {
    for (let number = 0; number < 10_000; number++) {
      const id = outcomes.idOf(results.internText(`result ${number}`), 'failure');
      expect([outcomes.textOf(id), outcomes.groupOf(id)]).toEqual([`result ${number}`, 'failure']);
    }
  });
});
