/** What a small log costs the extension's host before anything can be shown: the engine's start, the reading, the first answers. */
import { EngineWorker } from './engineWorker.ts';

const [script, path] = process.argv.slice(2) as [string, string];

const startedAt = performance.now();
const engine = new EngineWorker(script);
const session = await engine.openWhole(path);
const readAt = performance.now();
const timeline = engine.request(session, 'timeline', { query: '', width: 1000 }).status;
const page = engine.request(session, 'page', { query: '', order: 'oldest', from: { at: 0 }, count: 100 }).status;
const statuses = await Promise.all([timeline, page]);
const answeredAt = performance.now();
// The next log needs no further engine.
await engine.openWhole(path);
const againAt = performance.now();
await engine.terminate();
console.log(JSON.stringify({ statuses, readMs: readAt - startedAt, answeredMs: answeredAt - startedAt, againMs: againAt - answeredAt }));
