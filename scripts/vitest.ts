import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './paths.ts';
import type { Tally } from './report.ts';
import { run } from './run.ts';
import { temporaryFolder } from './temporaryFolder.ts';

/** The projects of vitest.config.mts. */
export type TestProject = 'unit' | 'engine' | 'webview' | 'package' | 'browser';

/** The part of vitest's JSON report that is read here. */
interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/**
 * Runs one project of vitest and counts its tests: all files, or those whose path holds one of the words. A file that does
 * not load has no tests and counts as one failure, and so does a word that no path holds.
 */
export async function runVitest(project: TestProject, words: readonly string[] = []): Promise<Tally> {
  const folder = temporaryFolder('vitest');
  const reportPath = join(folder.path, 'report.json');
  try {
    const vitest = join(root, 'node_modules/vitest/vitest.mjs');
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportPath}`];
    const result = await run(process.execPath, [vitest, 'run', '--project', project, ...reporters, ...words]);
    const report = JSON.parse(readFileSync(reportPath, 'utf8')) as VitestReport;
    const failedToRun = result.code !== 0 && report.numFailedTests === 0 ? 1 : 0;
    const failures = failuresOf(report);
    return {
      failures: failures.length > 0 || failedToRun === 0 ? failures : [`${project}: a file did not load, or no file is named so`],
      passed: report.numPassedTests,
      failed: report.numFailedTests + failedToRun,
      skipped: report.numPendingTests + report.numTodoTests,
      unsteady: testsWithErrors(report, 'passed'),
    };
  } finally {
    folder.delete();
  }
}

/** Each test that failed, and each file that did not load, with what was said of it. */
function failuresOf(report: VitestReport): readonly string[] {
  const files = report.testResults
    .filter(({ message }) => message !== '')
    .map(({ name, message }) => `${relative(root, name)}\n${message}`);
  return [...files, ...testsWithErrors(report, 'failed')];
}

/** The tests that ended so and said what went wrong: one that passed did so when it was tried before. */
function testsWithErrors({ testResults }: VitestReport, outcome: 'failed' | 'passed'): readonly string[] {
  return testResults
    .filter(({ message }) => message === '')
    .flatMap(({ name, assertionResults }) =>
      assertionResults
        .filter(({ status, failureMessages }) => status === outcome && (outcome === 'failed' || failureMessages.length > 0))
        .map(({ fullName, failureMessages }) => `${relative(root, name)}: ${fullName}\n${failureMessages.join('\n')}`),
    );
}
