/**
 * Opens a log in the engine's worker as the extension does and searches all of its records for a text, while it asks what
 * was found so far, as the timeline does: how soon the first hit is known, how soon all are, and what memory that takes.
 */
import { setTimeout } from 'node:timers/promises';
import { EngineWorker } from './engineWorker.ts';

const [script, path, query] = process.argv.slice(2) as [string, string, string];
/** How often the timeline asks. Milliseconds. */
const pause = 50;

const engine = new EngineWorker(script);
const session = await engine.openWhole(path);
const openedBytes = process.memoryUsage().rss;
let peakBytes = openedBytes;
const startedAt = performance.now();
const search = engine.answerOf(session, 'search', { query });
let firstHitMs: number | undefined;
const done = search.then(() => true);
do {
  const { matching } = await engine.answerOf(session, 'page', { query, order: 'file', from: { at: 0 }, count: 1, soFar: true });
  if (matching > 0) {
    firstHitMs ??= performance.now() - startedAt;
  }
  peakBytes = Math.max(peakBytes, process.memoryUsage().rss);
} while (!(await Promise.race([done, setTimeout(pause, false)])));
const { matching } = await search;
const wholeMs = performance.now() - startedAt;
console.log(JSON.stringify({ matching, firstHitMs: firstHitMs ?? wholeMs, wholeMs, grownBytes: peakBytes - openedBytes }));
await engine.terminate();
