import { expect, it, test } from 'vitest';
import { copyStates } from '../../../src/core/reading/copyStates.ts';

class Part {
  count = 0;
  bytes = new Uint8Array(1);
  found: { readonly at: number } | undefined;
  whole: object | undefined;
}

class Whole {
  readonly part = new Part();
  readonly same = this.part;
  other: unknown;
  tell = (): number => this.part.count;

  constructor(other: unknown = null) {
    this.other = other;
  }
}

it('copies the state of all parts, and shares none', () => {
  const [from, into] = [new Whole(), new Whole()];
  Object.assign(from.part, { count: 3, bytes: new Uint8Array(9), found: { at: 4 }, whole: from });
  into.part.whole = into;
  copyStates(from, into, []);
  expect(into.part).toMatchObject({ count: 3, found: { at: 4 } });
  expect(into.part.bytes).toBe(from.part.bytes);
  // A part that leads back to its whole leads to its own.
  expect(into.part.whole).toBe(into);
  from.part.count = 5;
  expect([into.tell(), into.same.count]).toEqual([3, 3]);
});

it('sets what is gone', () => {
  const [from, into] = [new Whole(), new Whole()];
  into.part.found = { at: 1 };
  copyStates(from, into, []);
  expect(into.part.found).toBeUndefined();
});

it('leaves what is named', () => {
  const named = new Map([[1, 2]]);
  const into = new Whole();
  copyStates(new Whole(named), into, [named]);
  expect(into.other).toBe(named);
});

test.each<[name: string, from: unknown, into: unknown]>([
  ['a list', [], []],
  ['a map', new Map(), new Map()],
  ['a set', new Set(), new Set()],
  ['a part without a counterpart', new Part(), undefined],
  ['a part of another class', new Part(), new Whole()],
])('%s is not shared by mistake', (_, from, into) => {
  expect(() => copyStates(new Whole(from), new Whole(into), [])).toThrow('other');
});
