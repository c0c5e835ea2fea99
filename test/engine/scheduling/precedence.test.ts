import { expect, it } from 'vitest';
import { Precedence } from '../../../src/engine/scheduling/precedence.ts';

it('lets other work go on when nobody waits', () => {
  expect(new Precedence().giveWay()).toBeUndefined();
});

it('holds other work up until all that somebody waits for is done, or has failed', async () => {
  const precedence = new Precedence();
  const [one, other] = [Promise.withResolvers<number>(), Promise.withResolvers<number>()];
  const results = [precedence.first(() => one.promise), precedence.first(() => other.promise)] as const;
  let isFree = false;
  const freed = precedence.giveWay()!.then(() => {
    isFree = true;
  });
  one.resolve(1);
  expect(await results[0]).toBe(1);
  expect(isFree).toBe(false);
  other.reject(new Error('gone'));
  await expect(results[1]).rejects.toThrow('gone');
  await freed;
  expect(precedence.giveWay()).toBeUndefined();
});
