import { join } from 'node:path';
import { root } from '../../scripts/paths.ts';
import { type ChildName, childScript } from './childScript.ts';
import { measureProcess, type ProcessCost } from './measureProcess.ts';

export const engineScript = join(root, 'dist/engine.js');
export const cliScript = join(root, 'dist/cli.js');

/** How many threads the engine may index with; it reads the number from the environment. */
export type Workers = 1 | 2;

/** Options of Node with which the engine finds no WebAssembly, on any thread, and reads all by its readers in TypeScript. */
export const withoutKernel: readonly string[] = ['--import', 'data:text/javascript,delete globalThis.WebAssembly'];

/** `audit-log summary --json` as a whole process, with all that it does for a user. */
export function runSummary(paths: string | readonly string[], workers: Workers, nodeOptions: readonly string[] = []): Promise<ProcessCost> {
  return measureProcess(process.execPath, [...nodeOptions, cliScript, 'summary', '--json', ...[paths].flat()], {
    env: { AUDIT_LOG_WORKERS: String(workers) },
  });
}

/** A child as a whole process. */
export async function runChild(name: ChildName, parameters: readonly (string | number)[]): Promise<ProcessCost> {
  return measureProcess(process.execPath, [await childScript(name), ...parameters.map(String)]);
}

/** The JSON object that a process printed, as the type that it is known to have. */
export function outputOf({ output }: Pick<ProcessCost, 'output'>): unknown {
  return JSON.parse(output);
}

/** Fails when a process did not read all the records. */
export function checkRecords(cost: ProcessCost, records: number): ProcessCost {
  const counted = (outputOf(cost) as { readonly records?: number }).records;
  if (counted !== undefined && counted !== records) {
    throw new Error(`it read ${counted} records of ${records}`);
  }
  return cost;
}
