import { expect, it } from 'vitest';
import { atATime } from '../../scripts/atATime.ts';

it('does so many tasks at a time, begins them in order, and gives results in order', async () => {
  const events: string[] = [];
  let running = 0;
  const results = await atATime(2, ['long', 'a', 'b', 'c'], async (name) => {
    running += 1;
    events.push(`${name} is one of ${running}`);
    for (let turns = name === 'long' ? 20 : 2; turns > 0; turns -= 1) {
      await Promise.resolve();
    }
    running -= 1;
    return name.toUpperCase();
  });
  expect(events).toEqual(['long is one of 1', 'a is one of 2', 'b is one of 2', 'c is one of 2']);
  expect(results).toEqual(['LONG', 'A', 'B', 'C']);
});

it('does nothing where there is nothing to do, and rejects as soon as a task does', async () => {
  expect(await atATime(2, [], () => Promise.reject(new Error('never')))).toEqual([]);
  await expect(atATime(2, [1, 2], (number) => (number === 2 ? Promise.reject(new Error('two')) : Promise.resolve()))).rejects.toThrow(
    'two',
  );
});
