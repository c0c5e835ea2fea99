import { MessageChannel } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { EventLoopYielder } from '../../../src/engine/scheduling/eventLoopYielder.ts';

test('others wait for the end of a turn, and no longer', async () => {
  let now = 1000;
  const turns = new EventLoopYielder(() => now);
  const { port1, port2 } = new MessageChannel();
  const heard: unknown[] = [];
  port1.on('message', (message) => heard.push(message));
  port2.postMessage('cancel');

  now += 9;
  expect(turns.next()).toBeUndefined();
  await turns.next();
  expect(heard).toEqual([]);

  now += 1;
  const waiting = turns.next();
  expect(waiting).toBeInstanceOf(Promise);
  await waiting;
  // A message comes with the turn after the one in which its port has begun to listen.
  now += 10;
  await turns.next();
  expect(heard).toEqual(['cancel']);
  expect(turns.next()).toBeUndefined();
  port1.close();
});

test('a turn begins when the others have had theirs', async () => {
  let now = 0;
  const turns = new EventLoopYielder(() => now);
  now = 50;
  const waiting = turns.next();
  now = 80;
  await waiting;
  now = 89;
  expect(turns.next()).toBeUndefined();
  now = 90;
  expect(turns.next()).toBeInstanceOf(Promise);
});
