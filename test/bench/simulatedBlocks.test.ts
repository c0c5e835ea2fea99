import { expect, it } from 'vitest';
import { simulatedBlocks } from './children/simulatedBlocks.ts';
import { SimulatedLog } from './children/simulatedLog.ts';
import type { BlockWorkers } from '../../src/engine/parallel/blockWorkers.ts';
import { LogSession } from '../../src/engine/session/logSession.ts';
import { nodeCompression } from '../../src/engine/node/nodeCompression.ts';
import type { RequestName, Requests } from '../../src/protocol/requests.ts';

/** More than one period, and a block that goes over its end. */
const records = 36_000;

async function answers(blocks: BlockWorkers | undefined, isShuffled: boolean): Promise<readonly unknown[]> {
  const session = new LogSession(() => undefined, nodeCompression, blocks);
  await session.read([new SimulatedLog(records, isShuffled)]);
  const ask = async <Name extends RequestName>(name: Name, params: Requests[Name]['params']): Promise<unknown> => {
    const outcome = await session.request(name, params, new AbortController().signal);
    return outcome.status === 'ok' ? { ...outcome.answer, snapshot: 0 } : outcome;
  };
  return [
    await ask('timeline', { query: '', width: 100 }),
    await ask('facets', { query: 'resultGroup:failure', field: 'operation', limit: 10 }),
    await ask('facets', { query: 'region:WestEurope', field: 'caller', limit: 200 }),
    await ask('facets', { query: '', field: 'instance', limit: 1_000 }),
    await ask('page', { query: 'caller.UPN:user007@contoso.com', order: 'newest', from: { at: 0 }, count: 50 }),
    await ask('coverage', { epochs: 10, gaps: 10 }),
    await ask('findings', { query: '', limit: 10, items: 10 }),
  ];
}

it.each([false, true])(
  'simulated columns are those of the log that they stand for, shuffled %s',
  { timeout: 30_000 },
  async (isShuffled) => {
    expect(await answers(simulatedBlocks, isShuffled)).toEqual(await answers(undefined, isShuffled));
  },
);
