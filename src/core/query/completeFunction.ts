import { argumentCompletion, type Completion } from './completion.ts';
import { readFieldName } from './readFieldName.ts';
import type { Scanner } from './scanner.ts';
import { functionNames } from './wholeLog.ts';

/** What is after the field of a function, as far as it may be written: a limit, the parenthesis, a comparison. */
const afterField = /[^)]*(?:\)(?:\s*(?:[<>]=?|[:=])\s*\d*)?)?/y;

/**
 * Steps over a function, from its parenthesis on; `beyond` if the position lies after it. Null if the word before is that of no
 * function.
 */
export function completeFunction(
  scanner: Scanner,
  word: string,
  position: number,
  documented: readonly string[],
): Completion | undefined | 'beyond' | null {
  const name = functionNames.find((one) => one === word);
  if (name === undefined || !scanner.take('(')) {
    return null;
  }
  scanner.skipBlanks();
  const from = scanner.position;
  if (position < from) {
    return argumentCompletion({ prefix: '', from: position, to: position }, name, documented);
  }
  if (readFieldName(scanner) === undefined) {
    return undefined;
  }
  const to = scanner.position;
  if (position <= to) {
    return argumentCompletion({ prefix: scanner.text.slice(from, position), from, to }, name, documented);
  }
  afterField.lastIndex = to;
  scanner.position += afterField.exec(scanner.text)?.[0].length ?? 0;
  return position <= scanner.position ? undefined : 'beyond';
}
