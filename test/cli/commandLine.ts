import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { run } from '../../src/cli/run.ts';

export interface CommandResult {
  readonly code: number;
  readonly output: string;
  /** The output as it was written: logs need not be UTF-8. */
  readonly bytes: Buffer;
  readonly errors: string;
}

class Collected extends Writable {
  private readonly chunks: Uint8Array[] = [];

  override _write(chunk: Uint8Array, _: BufferEncoding, done: () => void): void {
    this.chunks.push(chunk);
    done();
  }

  get bytes(): Buffer {
    return Buffer.concat(this.chunks);
  }
}

/** Runs the command line over files with the given contents; `{name}` in a word stands for the path of a file. */
export async function commandLine(
  words: readonly string[],
  files: Readonly<Record<string, string | Uint8Array>> = {},
  input: string = '',
): Promise<CommandResult> {
  const folder = mkdtempSync(join(tmpdir(), 'audit-log-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      writeFileSync(join(folder, name), content);
    }
    const output = new Collected();
    const errors = new Collected();
    const code = await run(
      words.map((word) => word.replace(/\{(.*?)\}/g, (_, name: string) => join(folder, name))),
      { input: chunksOf(input), output, errors },
    );
    const anonymous = (text: string): string => text.replaceAll(`${folder}/`, '');
    return { code, output: anonymous(output.bytes.toString()), bytes: output.bytes, errors: anonymous(errors.bytes.toString()) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function* chunksOf(text: string): AsyncIterable<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let offset = 0; offset < bytes.length; offset += 7) {
    await Promise.resolve();
    yield bytes.subarray(offset, offset + 7);
  }
}
