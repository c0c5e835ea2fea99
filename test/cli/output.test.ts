import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { Output, OutputClosed } from '../../src/cli/output.ts';

function collecting(): { readonly stream: Writable; readonly text: () => string } {
  const chunks: Uint8Array[] = [];
  const stream = new Writable({
    write: (chunk: Uint8Array, _, done) => {
      chunks.push(chunk);
      done();
    },
  });
  return { stream, text: () => Buffer.concat(chunks).toString() };
}

function failing(code: string): never {
  throw Object.assign(new Error(code), { code });
}

describe('an output that takes bytes at once', () => {
  it('is not opened as a stream', async () => {
    const taken: string[] = [];
    const output = new Output(
      () => expect.fail('opened'),
      (bytes) => {
        taken.push(Buffer.from(bytes).toString());
        return bytes.length;
      },
    );
    await output.writeText('one ');
    await output.writeText('two');
    await output.flush();
    await output.flush();
    expect(taken.filter((text) => text !== '')).toEqual(['one two']);
  });

  it('hands over what is left to the stream, and then everything, in order', async () => {
    const { stream, text } = collecting();
    const taken: string[] = [];
    const output = new Output(
      () => stream,
      (bytes) => {
        taken.push(Buffer.from(bytes.subarray(0, 3)).toString());
        return Math.min(3, bytes.length);
      },
    );
    await output.writeText('first');
    await output.flush();
    await output.writeText('second');
    await output.flush();
    expect({ taken, text: text() }).toEqual({ taken: ['fir'], text: 'stsecond' });
  });

  it('ends when its reader has gone, and says other faults', async () => {
    const closed = new Output(
      () => expect.fail('opened'),
      () => failing('EPIPE'),
    );
    await closed.writeText('x');
    await expect(closed.flush()).rejects.toBeInstanceOf(OutputClosed);
    const full = new Output(
      () => expect.fail('opened'),
      () => failing('ENOSPC'),
    );
    await full.writeText('x');
    await expect(full.flush()).rejects.toThrow('ENOSPC');
  });
});
