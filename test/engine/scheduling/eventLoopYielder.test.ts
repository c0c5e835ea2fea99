import { MessageChannel } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { EventLoopYielder } from '../../../src/engine/scheduling/eventLoopYielder.ts';

/** Longer than a turn lasts. */
function workLong(): void {
  const until = performance.now() + 15;
  while (performance.now() < until);
}

test('others wait for the end of a turn, and no longer', async () => {
  const turns = new EventLoopYielder();
  const { port1, port2 } = new MessageChannel();
  const heard: unknown[] = [];
  port1.on('message', (message) => heard.push(message));
  port2.postMessage('cancel');

  await turns.next();
  expect(heard).toEqual([]);

  workLong();
  const waiting = turns.next();
  expect(waiting).toBeInstanceOf(Promise);
  await waiting;
  // A message comes with the turn after the one in which its port has begun to listen.
  workLong();
  await turns.next();
  expect(heard).toEqual(['cancel']);
  expect(turns.next()).toBeUndefined();
  port1.close();
});
