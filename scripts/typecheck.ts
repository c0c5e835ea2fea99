/** Type-checks each layer with the library and the types of where it runs: no DOM in the host, no Node in the core. */
import { availableParallelism } from 'node:os';
import { packageProgram } from './paths.ts';
import { type Tally, one, sum } from './report.ts';
import { run } from './run.ts';

/**
 * The folders with a tsconfig.json, those that take longest first. What is compiled for two platforms is checked for each:
 * code that passes both uses only what both have. Code that runs inside VS Code on Node is checked with the types of Node 20.
 */
const projects: readonly string[] = [
  'test',
  'test/vscode/suites',
  'scripts',
  'src/host',
  'src/host/web',
  'webview',
  'src/engine',
  'src/engine/web',
  'src/engine/kernel/assembly',
  'src/cli',
  'src',
];

/** Counts one test for each project; as many are checked at once as there are processors. */
export async function checkTypes(): Promise<Tally> {
  const waiting = [...projects];
  const tallies: Tally[] = [];
  const checkNext = async (): Promise<void> => {
    for (let project = waiting.shift(); project !== undefined; project = waiting.shift()) {
      tallies.push(await checkProject(project));
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, checkNext));
  return sum(tallies);
}

async function checkProject(project: string): Promise<Tally> {
  const result = await run(packageProgram('tsc'), ['--project', project, '--noEmit', '--pretty', 'false'], { quiet: true });
  if (result.code !== 0) {
    console.error(`${project}\n${result.output}`);
  }
  return one(result.code === 0 ? 'passed' : 'failed', `types of ${project}`);
}
