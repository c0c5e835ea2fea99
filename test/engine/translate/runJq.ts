import jq from 'jq-wasm/dist/build/jq.js';

/** What an instance of jq has that is used here. */
interface Instance {
  readonly raw: (input: string, program: string, flags: readonly string[]) => Promise<string>;
}

/**
 * Runs a program of jq over records, one on each line, and gives what it prints. Each run has an instance of its own: one that has run
 * some programs breaks. Its time grows with the square of the input.
 */
export async function runJq(program: string, input: string): Promise<string> {
  const instance = (await jq()) as Instance;
  return instance.raw(input, program, ['-c']);
}
