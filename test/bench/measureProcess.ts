import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { root } from '../../scripts/paths.ts';

/** What a whole process cost, from its start to its end. */
export interface ProcessCost {
  readonly wallMs: number;
  /** User time of all its threads, to about 10 ms; undefined where the system does not tell (other than Linux). */
  readonly userMs: number | undefined;
  /** The same with the system's time for it. */
  readonly cpuMs: number | undefined;
  /** The most memory that it held at once; undefined where the system does not tell. */
  readonly peakBytes: number | undefined;
  readonly output: string;
}

export interface MeasureOptions {
  readonly env?: Readonly<Record<string, string>>;
}

const pollMs = 10;
/** Linux tells times in hundredths of a second to every program, whatever its own clock does. */
const msPerTick = 10;

/** Runs a program to its end. Rejects when it cannot be started or fails, with what it said. */
export function measureProcess(program: string, parameters: readonly string[], { env = {} }: MeasureOptions = {}): Promise<ProcessCost> {
  return new Promise((resolve, reject) => {
    const startedAt = performance.now();
    const child = spawn(program, parameters, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    const outputs: Buffer[] = [];
    const errors: Buffer[] = [];
    let usage: Usage = { userMs: undefined, cpuMs: undefined, peakBytes: undefined };
    // Both only grow while the process lives, so the last look misses no more than the last few milliseconds.
    const poll = setInterval(() => (usage = usageOf(child.pid) ?? usage), pollMs);
    const end = (): void => void child.kill();
    process.once('exit', end);
    child.stdout.on('data', (bytes: Buffer) => outputs.push(bytes));
    child.stderr.on('data', (bytes: Buffer) => errors.push(bytes));
    let wallMs = 0;
    child.on('exit', () => (wallMs = performance.now() - startedAt));
    const settle = (): void => {
      clearInterval(poll);
      process.off('exit', end);
    };
    child.on('error', (error) => {
      settle();
      reject(error);
    });
    child.on('close', (code, signal) => {
      settle();
      if (code === 0) {
        resolve({ wallMs, ...usage, output: Buffer.concat(outputs).toString('utf8') });
      } else {
        const said = Buffer.concat(errors).toString('utf8').trim();
        const line = /^\w*Error: .*/m.exec(said)?.[0] ?? said.split('\n')[0]!;
        reject(new Error(`${basename(program)} ended with ${signal ?? code}: ${line}`));
      }
    });
  });
}

interface Usage {
  readonly userMs: number | undefined;
  readonly cpuMs: number | undefined;
  readonly peakBytes: number | undefined;
}

function usageOf(pid: number | undefined): Usage | undefined {
  if (pid === undefined || process.platform !== 'linux') {
    return undefined;
  }
  try {
    const peakKb = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    // The name, which may hold blanks, is in parentheses before the fields.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
    const userMs = Number(fields[11]) * msPerTick;
    const cpuMs = userMs + Number(fields[12]) * msPerTick;
    return peakKb === undefined ? undefined : { userMs, cpuMs, peakBytes: Number(peakKb) * 1024 };
  } catch {
    // It has ended between two looks.
    return undefined;
  }
}
