/**
 * Opens a log in the engine's worker as the extension does, and measures it from the side of the host: when snapshots come,
 * how long the host's own thread is held, and how soon the engine is free again when it is told to stop.
 */
import { writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { EngineWorker } from './engineWorker.ts';

const [script, path, small] = process.argv.slice(2) as [string, string, string];

const delays = monitorEventLoopDelay({ resolution: 1 });
delays.enable();
// The histogram counts from its first tick on.
await setTimeout(20);
delays.reset();
const startedAt = performance.now();
const engine = new EngineWorker(script);
let previous = startedAt;
let firstMs = 0;
let maxGapMsLength = 0;
let snapshots = 0;
let records = 0;
const session = await new Promise<number>((resolve, reject) => {
  const opened = engine.open(path, (snapshot) => {
    const now = performance.now();
    if (snapshot.problem !== null) {
      reject(new Error(`${path}: ${snapshot.problem.code}`));
    }
    if (snapshot.records > 0 && firstMs === 0) {
      firstMs = now - startedAt;
    } else {
      maxGapMsLength = Math.max(maxGapMsLength, now - previous);
    }
    previous = now;
    snapshots++;
    records = snapshot.records;
    if (snapshot.complete) {
      resolve(opened);
    }
  });
});
const wholeMs = performance.now() - startedAt;
const page = await engine.request(session, 'page', { query: '', order: 'newest', from: { at: 0 }, count: 100 }).status;
const answeredMs = performance.now() - startedAt;
// The last stall ends with the next tick of the histogram.
await setTimeout(20);
const heldMs = delays.max / 1e6;
delays.disable();
const peakBytes = process.resourceUsage().maxRSS * 1024;

// A search in the source text goes through the whole file: cancelled on its way.
const search = engine.request(session, 'page', { query: 'text:"nowhere in this log"', order: 'file', from: { at: 0 }, count: 1 });
await setTimeout(Math.min(100, wholeMs / 10));
const searchCancelledAt = performance.now();
search.cancel();
const searchStatus = await search.status;
const searchMs = performance.now() - searchCancelledAt;
engine.close(session);

// Reading, stopped half-way: the engine is free when it has read another log, which takes a known small time.
writeFileSync(small, '{"operationName":"SetCurrentPolicy","resultType":"Success"}\n');
const smallMs = await timed(() => engine.openWhole(small));
const stopped = engine.open(path, () => undefined);
await setTimeout(wholeMs / 2);
const freeMs = await timed(async () => {
  engine.close(stopped);
  return engine.openWhole(small);
});
await engine.terminate();
console.log(
  JSON.stringify({
    records,
    snapshots,
    firstMs,
    wholeMs,
    answeredMs,
    maxGapMsLength,
    heldMs,
    peakBytes,
    page,
    searchStatus,
    searchMs,
    stopMs: Math.max(0, freeMs - smallMs),
  }),
);

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}
