import { appendFile, mkdtemp, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { LogSession } from '../../../src/engine/session/logSession.ts';
import { FileSource } from '../../../src/engine/node/fileSource.ts';
import { nodeCompression } from '../../../src/engine/node/nodeCompression.ts';
import type { Snapshot } from '../../../src/protocol/answers/snapshot.ts';

const line = '{"operationName":"SetCurrentPolicy","env_time":"2020-11-23T18:23:29Z"}\n';
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'follow-'));
});
afterAll(() => rm(folder, { recursive: true }));

it('follows a file on disk', async () => {
  const path = join(folder, 'log.ndjson');
  await writeFile(path, line.repeat(3));
  const snapshots: Snapshot[] = [];
  const session = new LogSession((snapshot) => snapshots.push(snapshot), nodeCompression);
  const source = () => new FileSource('log.ndjson', path);
  const follow = async () => {
    await session.follow([source()]);
    const { reading, records, problem } = snapshots.at(-1)!;
    return [reading, records, problem];
  };
  await session.read([source()]);
  await appendFile(path, line.repeat(2) + line.slice(0, 20));
  expect(await follow()).toEqual([1, 5, null]);
  await appendFile(path, line.slice(20));
  expect(await follow()).toEqual([1, 6, null]);
  await writeFile(`${path}.new`, line.repeat(20));
  await rename(`${path}.new`, path);
  expect(await follow()).toEqual([2, 20, null]);
  await appendFile(path, line);
  expect(await follow()).toEqual([2, 21, null]);
  await truncate(path, line.length);
  expect(await follow()).toEqual([3, 1, null]);
  const reported = snapshots.length;
  await rm(path);
  // What was read stays until there is something else.
  expect(await follow()).toEqual([3, 1, null]);
  expect(snapshots).toHaveLength(reported);
  await writeFile(path, line.repeat(7));
  expect(await follow()).toEqual([4, 7, null]);
  await session.close();
});
