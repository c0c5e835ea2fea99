/**
 * `npm test [-- STEP... [WORD...]]`: all checks and all tests, or the named steps; of the tests only those in files whose path
 * holds a word that is no step, as in `npm test -- unit parseQuery`. Every step runs even if one before it failed. A test that
 * drives a browser is tried again once when it fails: one that passes then is named at the end. What failed is listed last. The last line is always `N passed, N failed, N skipped`, where each static check counts as one test.
 */
import { availableParallelism } from 'node:os';
import { generateKernel } from './generateKernel.ts';
import { generateValidators } from './generateValidators.ts';
import { atATime } from './atATime.ts';
import { packageExtension } from './package.ts';
import { packageProgram } from './paths.ts';
import { type Tally, describeTally, one, sum } from './report.ts';
import { run } from './run.ts';
import { isLong } from './isLong.ts';
import { endOnSignals } from './temporaryFolder.ts';
import { checkTypes } from './typecheck.ts';
import { prepareChromium } from './vscode/findChromium.ts';
import { installVSCode } from './vscode/installVSCode.ts';
import { runVitest } from './vitest.ts';
import { type SuiteRun, runSuites } from './vscode/runSuites.ts';

type Step = (words: readonly string[]) => Promise<Tally>;

const stepsWithBrowser: ReadonlySet<string> = new Set(['webview', 'vscode', 'browser']);

const steps: Readonly<Record<string, Step>> = {
  types: checkTypes,
  lint: () => program('oxlint', ['--type-aware', '--deny-warnings', '--report-unused-disable-directives']),
  format: () => program('prettier', ['--check', '--log-level', 'warn', '.']),
  unused: () => program('knip', ['--no-progress', '--treat-config-hints-as-errors']),
  package: packageStep,
  unit: (words) => runVitest('unit', words),
  engine: (words) => runVitest('engine', words),
  webview: (words) => runVitest('webview', words),
  vscode: vscodeStep,
  browser: browserStep,
};

async function program(name: string, parameters: readonly string[]): Promise<Tally> {
  const result = await run(packageProgram(name), parameters);
  return one(result.code === 0 ? 'passed' : 'failed', name);
}

async function packageStep(): Promise<Tally> {
  await packageExtension();
  return sum([one('passed', 'package'), await runVitest('package')]);
}

/**
 * The newest VS Code runs everything in its Node host; its web host and the oldest VS Code run the smoke tests, which show that
 * the product works there at all. `npm run test:long` runs everything everywhere. Two sessions run at a time, as one keeps one core
 * busy: the longest is the first, and the others run one after the other beside it.
 */
async function vscodeStep(words: readonly string[]): Promise<Tally> {
  const versions = ['1.139', '1.100'] as const;
  for (const version of versions) {
    await installVSCode(version);
  }
  const runs = versions.flatMap((version) =>
    (['node', 'web'] as const).map((host): SuiteRun => {
      const everything = isLong || (version === '1.139' && host === 'node');
      return { version, host, suites: everything ? 'everything' : 'smoke', words };
    }),
  );
  const tallies = await atATime(Math.min(2, availableParallelism()), runs, (session) =>
    runSuites(session).catch((error: unknown) => one('failed', `VS Code ${session.version}, ${session.host} host: ${String(error)}`)),
  );
  const total = sum(tallies);
  return total.passed + total.failed + total.skipped > 0 ? total : one('failed', `no suite is named so: ${words.join(', ')}`);
}

/** Files of tests run beside each other: what they share is installed before. */
async function browserStep(words: readonly string[]): Promise<Tally> {
  await installVSCode('1.139');
  return runVitest('browser', words);
}

async function runStep(name: string, step: Step, words: readonly string[]): Promise<Tally> {
  const start = performance.now();
  console.log(`\n── ${name}`);
  const tally = await step(words).catch((error: unknown) => {
    console.error(error);
    return one('failed', `${name}: ${String(error)}`);
  });
  console.log(`   ${describeTally(tally)} in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return tally;
}

endOnSignals();
const named = process.argv.slice(2);
const chosen = named.filter((name) => Object.hasOwn(steps, name));
const words = named.filter((name) => !Object.hasOwn(steps, name));
if (words.length > 0 && chosen.length === 0) {
  console.error(`Unknown step: ${words.join(', ')}. Steps: ${Object.keys(steps).join(', ')}; words after a step choose test files.`);
  process.exit(2);
}
await generateKernel();
await generateValidators();
const taken = Object.entries(steps).filter(([name]) => chosen.length === 0 || chosen.includes(name));
if (taken.some(([name]) => stepsWithBrowser.has(name))) {
  await prepareChromium();
}
const tallies: Tally[] = [];
for (const [name, step] of taken) {
  tallies.push(await runStep(name, step, words));
}
const total = sum(tallies);
for (const unsteady of total.unsteady) {
  console.log(`\n⚠ passed only when it was tried again: ${unsteady}`);
}
for (const failure of total.failures) {
  console.log(`\n✗ ${failure}`);
}
console.log(`\n${describeTally(total)}`);
process.exitCode = total.failed > 0 ? 1 : 0;
