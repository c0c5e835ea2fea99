/** Has the engine's worker read a log, and follow it as it grows: how long from a follower's word to the next whole snapshot. */
import { appendFileSync, readFileSync } from 'node:fs';
import { EngineWorker } from './engineWorker.ts';

const [script, path, addition, runs] = process.argv.slice(2) as [string, string, string, string];

const engine = new EngineWorker(script);
const times: number[] = [];
let reported: (records: number) => void = () => undefined;
const next = (): Promise<number> => new Promise((resolve) => (reported = resolve));
const whole = next();
const session = engine.open(path, ({ complete, records }) => complete && reported(records));
let records = await whole;
for (let run = 0; run < Number(runs); run++) {
  appendFileSync(path, readFileSync(addition));
  const grown = next();
  const from = performance.now();
  engine.follow(session, path);
  const now = await grown;
  times.push(performance.now() - from);
  if (now <= records) {
    throw new Error(`it told ${now} records where there had been ${records} before more were added`);
  }
  records = now;
}
await engine.terminate();
console.log(JSON.stringify({ times }));
