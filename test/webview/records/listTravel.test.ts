import { describe, expect, it } from 'vitest';
import { ListTravel } from '../../../webview/records/listTravel.ts';

/** The chunks ahead after views of 20 rows that begin so, in a list of 10,000 rows. */
function ahead(firsts: readonly number[], rows = 10_000): readonly number[] {
  const travel = new ListTravel(64);
  firsts.forEach((first) => travel.note(first));
  return travel.ahead(firsts.at(-1)! + 20, rows);
}

describe('the chunks ahead of a list', () => {
  it.each<[title: string, firsts: readonly number[], chunks: readonly number[]]>([
    ['are none where it was not scrolled', [0, 0], []],
    ['are the next one downwards', [0, 5], [1]],
    ['are the next one upwards', [0, 1000, 999], [14]],
    ['stay the same while it rests', [0, 5, 5, 5], [1]],
    ['are those after the last row in view', [0, 110, 115], [3]],
    ['are more where it is scrolled faster', [0, 27], [1, 2, 3, 4]],
    ['are six at most', [0, 100, 200], [4, 5, 6, 7, 8, 9]],
    ['are one where it leaps', [0, 5000], [79]],
    ['are none before the first', [0, 60, 50], []],
    ['are none after the last', [0, 9975, 9979], []],
  ])('%s', (_, firsts, chunks) => {
    expect(ahead(firsts)).toEqual(chunks);
  });

  it('are none while it is not known how long the list is', () => {
    expect(ahead([0, 10], 0)).toEqual([]);
  });
});

it('a step beyond two chunks is a leap', () => {
  const travel = new ListTravel(64);
  expect([travel.note(128), travel.isLeap, travel.note(257), travel.isLeap, travel.note(257)]).toEqual([true, false, true, true, false]);
});
