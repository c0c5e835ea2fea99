import { describe, expect, it } from 'vitest';
import { recentChoices } from '../../../webview/filter/recentChoices.ts';

const recent = ['caller:ana', 'result:Failure', 'caller:ben'];
const labels = (text: string) => recentChoices(recent, text).map(({ label }) => label);

describe('recent filters', () => {
  it('are offered newest first, without the one that is there', () => {
    expect(labels('')).toEqual(recent);
    expect(labels('result:Failure ')).toEqual(['caller:ana', 'caller:ben']);
  });

  it('are those that hold what is typed, or all where none does', () => {
    expect(labels('CALLER')).toEqual(['caller:ana', 'caller:ben']);
    expect(labels('nothing')).toEqual(recent);
  });

  it('replace the whole text, and are no more than a screen of them', () => {
    const many = recentChoices(
      Array.from({ length: 40 }, (_, index) => `caller:c${index}`),
      'caller',
    );
    expect(many).toHaveLength(15);
    expect(many[0]).toMatchObject({ insert: 'caller:c0', from: 0, to: 6 });
  });
});
