/** What a small log costs the extension's host before anything can be shown: the engine's start, the reading, the first answers. */
import { existsSync, readdirSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { EngineWorker } from './engineWorker.ts';

/** The last is the folder for compiled code: the first run waits until there is some for those after it. */
const [script, path, compiledCode] = process.argv.slice(2) as [string, string, string];

const startedAt = performance.now();
const engine = new EngineWorker(script, { compiledCode });
const session = await engine.openWhole(path);
const readAt = performance.now();
const timeline = engine.request(session, 'timeline', { query: '', width: 1000 }).status;
const page = engine.request(session, 'page', { query: '', order: 'oldest', from: { at: 0 }, count: 100 }).status;
const statuses = await Promise.all([timeline, page]);
const answeredAt = performance.now();
// The next log needs no further engine.
await engine.openWhole(path);
const againAt = performance.now();
while (!hasFiles(compiledCode)) {
  await setTimeout(100);
}
await engine.terminate();
console.log(JSON.stringify({ statuses, readMs: readAt - startedAt, answeredMs: answeredAt - startedAt, againMs: againAt - answeredAt }));

function hasFiles(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder, { recursive: true, withFileTypes: true }).some((entry) => entry.isFile());
}
