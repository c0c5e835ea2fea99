/** Type-checks each layer with the library and the types of where it runs: no DOM in the host, no Node in the core. */
import { packageProgram } from './paths.ts';
import { type Tally, one, sum } from './report.ts';
import { run } from './run.ts';

/** What is compiled for two platforms is checked for each: what passes both uses only what both have. */
const projects: readonly string[] = [
  'src/core/tsconfig.json',
  'src/protocol/tsconfig.json',
  'src/engine/tsconfig.node.json',
  'src/engine/tsconfig.web.json',
  'src/host/tsconfig.node.json',
  'src/host/tsconfig.web.json',
  'src/cli/tsconfig.json',
  'webview/tsconfig.json',
  'scripts/tsconfig.json',
  'test/tsconfig.json',
  'test/vscode/suites/tsconfig.json',
];

/** Counts one test for each layer. */
export async function checkTypes(): Promise<Tally> {
  const tallies: Tally[] = [];
  for (const project of projects) {
    const result = await run(packageProgram('tsc'), ['--project', project, '--noEmit', '--pretty', 'false']);
    tallies.push(one(result.code === 0 ? 'passed' : 'failed'));
  }
  return sum(tallies);
}
