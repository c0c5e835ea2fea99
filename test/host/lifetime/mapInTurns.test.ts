import { expect, it } from 'vitest';
import { mapInTurns } from '../../../src/host/lifetime/mapInTurns.ts';

it('maps all in order, and so many at once as it may', async () => {
  let inThisTurn = 0;
  let most = 0;
  let isOver = false;
  const turn = (): void => {
    inThisTurn = 0;
    if (!isOver) {
      setImmediate(turn);
    }
  };
  turn();
  const items = Array.from({ length: 1000 }, (_, index) => index);
  const mapped = await mapInTurns(items, 64, (item) => {
    most = Math.max(most, ++inThisTurn);
    return -item;
  });
  isOver = true;
  expect(mapped).toEqual(items.map((item) => -item));
  expect(most).toBe(64);
  expect(await mapInTurns([], 64, () => 1)).toEqual([]);
});
