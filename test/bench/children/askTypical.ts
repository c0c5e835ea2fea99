/**
 * Opens a log in the engine's worker as the extension does, and asks for the records that each of some filters finds: how many
 * there are, and the newest 100. Each question is asked anew: blanks make it another text with the same meaning.
 */
import { EngineWorker } from './engineWorker.ts';

const [script, path, runs, queries] = process.argv.slice(2) as [string, string, string, string];

const engine = new EngineWorker(script);
const session = await engine.openWhole(path);
const answers: { counted: number; ms: number[] }[] = [];
for (const query of JSON.parse(queries) as readonly string[]) {
  const answer = { counted: 0, ms: [] as number[] };
  for (let run = 0; run < Number(runs); run++) {
    const startedAt = performance.now();
    const { matching } = await engine.answerOf(session, 'page', {
      query: query + ' '.repeat(run),
      order: 'newest',
      from: { at: 0 },
      count: 100,
    });
    answer.ms.push(performance.now() - startedAt);
    answer.counted = matching;
  }
  answers.push(answer);
}
await engine.terminate();
console.log(JSON.stringify(answers));
