/** Asks for pages of a simulated log whose times are in any order: the first, others at once and others later. */
import { setTimeout } from 'node:timers/promises';
import { LogSession } from '../../../src/engine/session/logSession.ts';
import { nodeCompression } from '../../../src/engine/node/nodeCompression.ts';
import type { Requests } from '../../../src/protocol/requests.ts';
import { simulatedBlocks } from './simulatedBlocks.ts';
import { SimulatedLog } from './simulatedLog.ts';

const [records, runs] = process.argv.slice(2).map(Number) as [number, number];

const session = new LogSession(() => undefined, nodeCompression, simulatedBlocks);
await session.read([new SimulatedLog(records, true)]);
const times: Record<string, number[]> = {};

async function ask(what: string, query: string, from: Requests['page']['params']['from']): Promise<void> {
  const startedAt = performance.now();
  const outcome = await session.request('page', { query, order: 'newest', from, count: 100 }, new AbortController().signal);
  if (outcome.status !== 'ok' || outcome.answer.rows.length !== 100) {
    throw new Error(`${what} was not answered as it should be: ${JSON.stringify(outcome).slice(0, 200)}`);
  }
  (times[what] ??= []).push(performance.now() - startedAt);
}

for (let run = 0; run < runs; run++) {
  // Blanks make it another text with the same meaning, of which nothing is remembered.
  const query = ' '.repeat(run);
  await ask('unordered: first page, newest first', query, { at: 0 });
  await ask('unordered: far page at once after the first', query, { at: Math.floor(records / 3) });
  // Until all rows are in order.
  await setTimeout(2000);
  await ask('unordered: far page', query, { at: Math.floor(((run + 0.5) * records) / runs) });
  await ask('unordered: page around a record', query, { around: { source: 0, index: Math.floor((run * records) / runs) } });
}
await session.close();
console.log(JSON.stringify({ times, peakBytes: process.resourceUsage().maxRSS * 1024 }));
