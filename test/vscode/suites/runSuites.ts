import * as vscode from 'vscode';
import { encodeTestMessage, type TestMessage } from '../../../scripts/vscode/testProtocol.ts';
import { hostOfTests } from '../hostOfTests.ts';

function send(message: TestMessage): void {
  console.log(encodeTestMessage(message));
}

/** Runs the suites that `load` registers, and tells each result; rejects when one failed, as VS Code's runners expect. */
export async function runSuites(load: () => void): Promise<void> {
  send({ kind: 'start', host: hostOfTests(), version: vscode.version });
  try {
    const failures = await runMocha(load);
    if (failures > 0) {
      throw new Error(`${failures} tests failed`);
    }
  } finally {
    send({ kind: 'end' });
  }
}

async function runMocha(load: () => void): Promise<number> {
  mocha.setup({ ui: 'bdd', timeout: 120_000, retries: 1, reporter: SilentReporter });
  try {
    load();
  } catch (error) {
    send({ kind: 'test', name: 'loading the suites', outcome: 'failed', milliseconds: 0, error: String(error) });
    throw error;
  }
  return new Promise((resolve) => {
    // The browser build's own `mocha.run` reads the address of a page; there is none in an extension host.
    const runner = Mocha.prototype.run.call(mocha, resolve);
    const firstErrors = new Map<string, Error>();
    runner.on('retry', (test: Mocha.Test, error: Error) => firstErrors.set(test.fullTitle(), error));
    runner.on('pass', (test) => {
      const error = firstErrors.get(test.fullTitle());
      report(test, error === undefined ? 'passed' : 'unsteady', error);
    });
    runner.on('pending', (test) => report(test, 'skipped'));
    // A hook that fails comes by this event too, under its own name.
    runner.on('fail', (test, error: Error) => report(test, 'failed', error));
  });
}

/** Results leave by the events above. */
class SilentReporter extends Mocha.reporters.Base {}

function report(test: Mocha.Test, outcome: 'passed' | 'failed' | 'skipped' | 'unsteady', error?: Error): void {
  const details = error === undefined ? {} : { error: error.stack ?? error.message };
  send({ kind: 'test', name: test.fullTitle(), outcome, milliseconds: test.duration ?? 0, ...details });
}
