import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** What a process has ended with. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/** Runs a line of bash in a folder; `audit-log` is the command line. It is killed when it does not end, and has no exit code then. */
export async function bash(folder: string, line: string): Promise<Ended> {
  const command = `"${process.execPath}" "${join(process.cwd(), 'src/cli/main.ts')}"`;
  const child = spawn('bash', ['-c', `audit-log() { ${command} "$@"; }\n${line}`], {
    cwd: folder,
    // Runs leave nothing on this machine.
    env: { ...process.env, NODE_DISABLE_COMPILE_CACHE: '1' },
    timeout: 30_000,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks = { output: [] as Buffer[], errors: [] as Buffer[] };
  child.stdout.on('data', (chunk: Buffer) => chunks.output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.errors.push(chunk));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, output: Buffer.concat(chunks.output).toString(), errors: Buffer.concat(chunks.errors).toString() };
}
