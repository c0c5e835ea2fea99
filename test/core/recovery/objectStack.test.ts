import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ObjectStack } from '../../../src/core/recovery/objectStack.ts';
import { runs } from '../../runs.ts';

type Bracket = '{' | '}' | '[' | ']';

/** What is open, as a list; what is closed takes with it what it holds. */
class Model {
  private open: { readonly bracket: '{' | '['; readonly start: number }[] = [];

  take(bracket: Bracket, start: number): void {
    const { open } = this;
    switch (bracket) {
      case '{':
      case '[':
        open.push({ bracket, start });
        break;
      case '}': {
        const last = open.findLastIndex((one) => one.bracket === '{');
        this.open = open.slice(0, Math.max(0, last));
        break;
      }
      case ']': {
        const last = open.findLastIndex((one) => one.bracket === '[');
        this.open = last === -1 ? open : open.slice(0, last);
      }
    }
  }

  get top(): number | undefined {
    const last = this.open.at(-1);
    return last?.bracket === '{' ? last.start : undefined;
  }
}

it('knows the innermost object, whatever brackets are missing or too many', () => {
  const bracket = fc.constantFrom<Bracket>('{', '}', '[', ']', '{', '[');
  fc.assert(
    fc.property(fc.array(bracket, { maxLength: 300 }), (brackets) => {
      const [stack, model] = [new ObjectStack(), new Model()];
      brackets.forEach((one, start) => {
        take(stack, one, start);
        model.take(one, start);
        expect(topOf(stack)).toBe(model.top);
      });
    }),
    { numRuns: runs(500) },
  );
});

it('only counts what is nested very deeply', () => {
  const stack = new ObjectStack();
  for (let depth = 0; depth < 5000; depth++) {
    take(stack, '{', depth);
  }
  expect(topOf(stack)).toBeUndefined();
  for (let depth = 0; depth < 5000 - 1024; depth++) {
    take(stack, depth % 2 === 0 ? ']' : '}', depth);
  }
  expect(topOf(stack)).toBe(1023);
});

function take(stack: ObjectStack, bracket: Bracket, start: number): void {
  switch (bracket) {
    case '{':
      stack.openObject(start, 2);
      break;
    case '[':
      stack.openList(start);
      break;
    case '}':
      stack.closeObject();
      break;
    case ']':
      stack.closeList();
  }
}

function topOf(stack: ObjectStack): number | undefined {
  return stack.top === -1 ? undefined : stack.startOf(stack.top);
}
