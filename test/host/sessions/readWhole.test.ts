import { describe, expect, it } from 'vitest';
import { SourceProblem } from '../../../src/host/engine/sourceProblem.ts';
import { hostEnglish } from '../../../src/protocol/english/host.ts';
import { readWhole, type WholeFiles } from '../../../src/host/sessions/readWhole.ts';

const limit = 512 * 1024 * 1024;
const never = new AbortController().signal;

/** A file system that tells a size, and hands over so many bytes which are not there. */
function filesOf(size: number, byteLength = size) {
  const reads: string[] = [];
  const files: WholeFiles<string> = {
    stat: () => Promise.resolve({ size }),
    readFile: (uri) => {
      reads.push(uri);
      return Promise.resolve({ byteLength } as Uint8Array);
    },
  };
  return { files, reads };
}

async function problemOf(files: WholeFiles<string>): Promise<unknown> {
  const error: unknown = await readWhole(files, 'log', never).catch((reason: unknown) => reason);
  return error instanceof SourceProblem ? error.problem : error;
}

describe('a file that is read whole', () => {
  it('may be as large as the limit', async () => {
    const { files, reads } = filesOf(limit);
    expect((await readWhole(files, 'log', never)).byteLength).toBe(limit);
    expect(reads).toEqual(['log']);
  });

  it('is refused above the limit, which is named, and not read', async () => {
    const { files, reads } = filesOf(limit + 1);
    expect(await problemOf(files)).toEqual({ code: 'host.tooLarge', args: [513, 512] });
    expect(hostEnglish['host.tooLarge']).toContain('up to {1} MB');
    expect(reads).toEqual([]);
  });

  it('is refused where its size was not told before', async () => {
    expect(await problemOf(filesOf(0, 600 * 1024 * 1024).files)).toEqual({ code: 'host.tooLarge', args: [600, 512] });
  });

  it('is left when nobody wants it any more', async () => {
    const { files, reads } = filesOf(1);
    await expect(readWhole(files, 'log', AbortSignal.abort())).rejects.toThrow('aborted');
    expect(reads).toEqual([]);
  });
});
