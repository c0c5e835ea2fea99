import { describe, expect, it } from 'vitest';
import { WriteProblem } from '../../../src/host/base/fileWriter.ts';
import { heldFile, type WritableFiles } from '../../../src/host/export/heldFile.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A file system in memory that can be full. */
function filesIn(isFull = false) {
  const held = new Map<string, string>([['out.csv', 'before']]);
  const files: WritableFiles<string> = {
    writeFile: (uri, content) => {
      held.set(uri, new TextDecoder().decode(content));
      return isFull ? Promise.reject(new Error('full')) : Promise.resolve();
    },
    rename: (from, to) => {
      held.set(to, held.get(from) ?? '');
      held.delete(from);
      return Promise.resolve();
    },
    delete: (uri) => (held.delete(uri) ? Promise.resolve() : Promise.reject(new Error('not found'))),
  };
  return { files, held };
}

describe('a file that is held until it is written', () => {
  it('replaces what was there when all is written', async () => {
    const { files, held } = filesIn();
    const writer = heldFile(files, 'out.csv', 'out.csv.part');
    await writer.open();
    await writer.write(bytes('a,b\r\n'));
    await writer.write(bytes('1,2\r\n'));
    expect([...held]).toEqual([['out.csv', 'before']]);
    await writer.finish();
    expect([...held]).toEqual([['out.csv', 'a,b\r\n1,2\r\n']]);
  });

  it('leaves what was there, and nothing beside it, where it cannot be written', async () => {
    const { files, held } = filesIn(true);
    const writer = heldFile(files, 'out.csv', 'out.csv.part');
    await writer.write(bytes('a'));
    await expect(writer.finish()).rejects.toThrow('full');
    expect(held.size).toBe(2);
    await writer.discard();
    expect([...held]).toEqual([['out.csv', 'before']]);
  });

  it('names its limit, and may be discarded before anything was written', async () => {
    const writer = heldFile(filesIn().files, 'out.csv', 'out.csv.part');
    const piece = { length: 300 * 1024 * 1024 } as Uint8Array;
    await writer.write(piece);
    const problem: unknown = await writer.write(piece).catch((error: unknown) => error);
    expect(problem instanceof WriteProblem && problem.problem).toEqual({ code: 'host.exportTooLarge', args: [512] });
    await writer.discard();
  });
});
