import { type Outcome, type Tally, nothing, one, sum } from '../report.ts';
import type { VSCodeVersion } from './installVSCode.ts';
import { type TestHost, type TestMessage, decodeTestMessage } from './testProtocol.ts';

/** Silence this long between two results means that VS Code hangs. */
const silenceTimeout = 180_000;

/** Collects what the tests tell over the console, prints it, and ends on their last word or on a long silence. */
export class TestResults {
  readonly #host: TestHost;
  readonly #version: VSCodeVersion;
  readonly #tallies: Tally[] = [];
  readonly #otherLines: string[] = [];
  readonly #end = Promise.withResolvers<void>();
  #hasEnded = false;
  #silence: NodeJS.Timeout;

  constructor(host: TestHost, version: VSCodeVersion) {
    this.#host = host;
    this.#version = version;
    this.#silence = this.#startSilence();
  }

  take(line: string): void {
    const message = decodeTestMessage(line);
    if (message === undefined) {
      this.#otherLines.push(line);
      return;
    }
    clearTimeout(this.#silence);
    this.#silence = this.#startSilence();
    this.#count(message);
  }

  /** The end of what else was written, for whoever looks for the cause of a failure. */
  otherOutput(): string {
    return this.#otherLines
      .filter((line) => !line.includes(' INFO '))
      .slice(-40)
      .join('\n');
  }

  /** To be called when VS Code has ended by itself: without a last word from the tests, that is a failure. */
  vscodeEnded(reason: string): void {
    if (!this.#hasEnded) {
      this.#add('failed', `VS Code ended before its tests: ${reason}`);
      this.#end.resolve();
    }
  }

  async finished(): Promise<Tally> {
    await this.#end.promise;
    clearTimeout(this.#silence);
    return sum(this.#tallies);
  }

  #startSilence(): NodeJS.Timeout {
    return setTimeout(() => {
      this.#add('failed', `nothing heard from VS Code for ${silenceTimeout / 1000} s`);
      this.#end.resolve();
    }, silenceTimeout);
  }

  #count(message: TestMessage): void {
    switch (message.kind) {
      case 'start': {
        const right = message.host === this.#host && message.version.startsWith(`${this.#version}.`);
        this.#add(right ? 'passed' : 'failed', `runs in VS Code ${message.version}, ${message.host} host`);
        return;
      }
      case 'test':
        this.#add(message.outcome, `${message.name} (${message.milliseconds} ms)`, message.error);
        return;
      case 'end':
        this.#hasEnded = true;
        this.#end.resolve();
        return;
    }
  }

  #add(outcome: Outcome | 'unsteady', text: string, error?: string): void {
    const sign = { passed: '✓', failed: '✗', skipped: '-', unsteady: '⚠' }[outcome];
    // Two sessions may tell at the same time.
    console.log(`  ${sign} ${this.#version} ${this.#host}: ${text}${error === undefined ? '' : `\n${error.replaceAll(/^/gm, '      ')}`}`);
    const name = `VS Code ${this.#version}, ${this.#host} host: ${text}${error === undefined ? '' : `\n${error}`}`;
    this.#tallies.push(outcome === 'unsteady' ? { ...nothing, passed: 1, unsteady: [name] } : one(outcome, name));
  }
}
