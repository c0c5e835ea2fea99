/**
 * Indexes a simulated log of so many records, and asks the session what the timeline asks. Each question is asked anew: a
 * result that is remembered from the time before would not be measured. Blanks make it another text with the same meaning.
 */
import { LogSession } from '../../../src/engine/session/logSession.ts';
import { nodeCompression } from '../../../src/engine/node/nodeCompression.ts';
import type { RequestName, Requests } from '../../../src/protocol/requests.ts';
import { simulatedBlocks } from './simulatedBlocks.ts';
import { SimulatedLog } from './simulatedLog.ts';

const [records, runs] = process.argv.slice(2).map(Number) as [number, number];

type Question = { [Name in RequestName]: readonly [name: Name, params: Requests[Name]['params']] }[RequestName];

const session = new LogSession(() => undefined, nodeCompression, simulatedBlocks);
const startedAt = performance.now();
await session.read([new SimulatedLog(records)]);
const indexMs = performance.now() - startedAt;
for (const { name } of session.faults) {
  throw new Error(`${name} could not be read`);
}

const selective = 'operation:CreateInstance caller.UPN:user007@contoso.com';
const oneTenth = 'resultGroup:failure';
const times: Record<string, number[]> = {};
let asked = 0;

async function ask<Name extends RequestName>(
  what: string,
  name: Name,
  params: Requests[Name]['params'] & { readonly query: string },
  fits: (answer: Requests[Name]['answer']) => boolean,
): Promise<void> {
  asked++;
  const query = params.query + ' '.repeat(asked);
  const from = performance.now();
  const outcome = await session.request(name, { ...params, query }, new AbortController().signal);
  const taken = performance.now() - from;
  if (outcome.status !== 'ok' || !fits(outcome.answer)) {
    throw new Error(`${what} was not answered as it should be: ${JSON.stringify(outcome).slice(0, 200)}`);
  }
  (times[what] ??= []).push(taken);
}

const all = { query: '', width: 1000 };
for (let run = 0; run < runs; run++) {
  await ask('histogram of all', 'timeline', all, ({ matching }) => matching === records);
  await ask(
    'histogram under a filter on two columns',
    'timeline',
    { ...all, query: selective },
    ({ matching }) => matching < records / 100,
  );
  await ask('facet: operation, 4 values', 'facets', { query: '', field: 'operation', limit: 100 }, ({ distinct }) => distinct === 4);
  await ask('facet: caller, 200 values', 'facets', { query: '', field: 'caller', limit: 100 }, ({ distinct }) => distinct === 200);
  await ask('facet: instance, 5,000 values', 'facets', { query: '', field: 'instance', limit: 100 }, ({ distinct }) => distinct === 5000);
  await ask('states of 5,000 instances', 'states', { query: '', width: 1000, limit: 100 }, ({ lanes }) => lanes.length === 100);
  await ask('filter on two columns, 100 rows', 'page', page(selective, 'file', 0), ({ rows }) => rows.length === 100);
  await ask('filter on one column, 100 rows', 'page', page(oneTenth, 'file', 0), ({ rows }) => rows.length === 100);
  await ask('page of all, file order, from the middle', 'page', page('', 'file', records / 2), ({ at }) => at === records / 2);
  await ask('page of all, newest first', 'page', page('', 'newest', 0), ({ rows }) => rows[0]?.ref.index === records - 1);
  await ask('page under a filter, newest first', 'page', page(oneTenth, 'newest', 0), ({ rows }) => rows.length === 100);
}

function page(query: string, order: 'file' | 'newest', at: number): Requests['page']['params'] & { readonly query: string } {
  return { query, order, from: { at }, count: 100 };
}

// As a list is scrolled: the order is known by then.
for (let run = 0; run < runs; run++) {
  const from = performance.now();
  const at = Math.floor((records / runs) * run * 0.9);
  const outcome = await session.request('page', page('  ', 'newest', at), new AbortController().signal);
  if (outcome.status !== 'ok') {
    throw new Error(`A page was not answered: ${outcome.status}`);
  }
  if (run > 0) {
    (times['page of all, newest first, scrolled'] ??= []).push(performance.now() - from);
  }
}

// Requests of all kinds, cancelled on their way: how long until this thread is free again. Those that are done before do not count.
const underWay: readonly Question[] = [
  ['timeline', { query: selective, width: 1000 }],
  ['facets', { query: oneTenth, field: 'caller', limit: 100 }],
  ['facets', { query: '', field: 'request', limit: 100 }],
  ['page', { query: 'text:"nowhere in this log"', order: 'file', from: { at: 0 }, count: 100 }],
  ['findings', { query: '', limit: 100, items: 10 }],
  ['profile', { query: oneTenth, limit: 100 }],
  ['coverage', { epochs: 100, gaps: 100 }],
  ['summary', { query: oneTenth, top: 100 }],
];
for (const [name, params] of underWay) {
  const controller = new AbortController();
  const outcome = session.request(name, 'query' in params ? { ...params, query: params.query.padEnd(99) } : params, controller.signal);
  let cancelledAt = 0;
  setTimeout(() => {
    cancelledAt = performance.now();
    controller.abort();
  }, 10);
  if ((await outcome).status === 'cancelled') {
    (times['cancelled, requests of each kind'] ??= []).push(performance.now() - cancelledAt);
  }
}
await session.close();
console.log(JSON.stringify({ indexMs, peakBytes: process.resourceUsage().maxRSS * 1024, times }));
