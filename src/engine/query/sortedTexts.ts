import { compareDecimals, parseDecimal, type Decimal } from '../../core/json/decimal.ts';
import { isNumber } from '../../core/query/quantities.ts';
import { sortInTurns } from '../collections/sortInTurns.ts';
import type { CooperativeTask } from '../scheduling/cooperativeTask.ts';

/**
 * Distinct texts in the order in which lists are sorted by them: as numbers, exactly, where all are in JSON's notation; else as
 * text without regard to case. What is equal then is in the order of its UTF-16 units.
 */
export async function sortedTexts(texts: readonly string[], work: CooperativeTask): Promise<readonly string[]> {
  const sorted = texts.every(isNumber)
    ? await sortInTurns(
        texts.map((text) => ({ text, key: parseDecimal(text)! })),
        compareNumbers,
        work,
      )
    : await sortInTurns(
        texts.map((text) => ({ text, key: text.toLowerCase() })),
        compareFolded,
        work,
      );
  return sorted.map(({ text }) => text);
}

interface Keyed<Key> {
  readonly text: string;
  readonly key: Key;
}

function compareNumbers(left: Keyed<Decimal>, right: Keyed<Decimal>): number {
  return compareDecimals(left.key, right.key) || compareText(left.text, right.text);
}

function compareFolded(left: Keyed<string>, right: Keyed<string>): number {
  return compareText(left.key, right.key) || compareText(left.text, right.text);
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}
