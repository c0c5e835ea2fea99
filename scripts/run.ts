import { spawn } from 'node:child_process';
import { root } from './paths.ts';

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Keeps the output out of the terminal; the caller shows it when something failed. */
  readonly quiet?: boolean;
}

export interface RunResult {
  readonly code: number;
  /** Standard output and error in the order in which they came. */
  readonly output: string;
}

/** Runs a program to its end. A program that cannot be started gives code 127 and says why in `output`. */
export function run(program: string, parameters: readonly string[], options: RunOptions = {}): Promise<RunResult> {
  return new Promise((resolve) => {
    const child = spawn(program, parameters, {
      cwd: options.cwd ?? root,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let output = '';
    const collect = (target: NodeJS.WriteStream) => (chunk: Buffer) => {
      output += chunk.toString('utf8');
      if (options.quiet !== true) {
        target.write(chunk);
      }
    };
    child.stdout.on('data', collect(process.stdout));
    child.stderr.on('data', collect(process.stderr));
    child.on('error', (error) => resolve({ code: 127, output: `${output}${program}: ${error.message}\n` }));
    const end = (): void => void child.kill();
    process.once('exit', end);
    child.on('close', (code) => {
      process.off('exit', end);
      resolve({ code: code ?? 1, output });
    });
  });
}

/** Like {@link run}, but a program that fails throws an error that holds its output. */
export async function runOrThrow(program: string, parameters: readonly string[], options: RunOptions = {}): Promise<string> {
  const result = await run(program, parameters, options);
  if (result.code !== 0) {
    throw new Error(`${program} ${parameters.join(' ')} ended with code ${result.code}\n${options.quiet === true ? result.output : ''}`);
  }
  return result.output;
}
