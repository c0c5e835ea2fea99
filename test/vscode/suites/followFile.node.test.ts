import { appendFile, rename, writeFile } from 'node:fs/promises';
import { expectEqual } from '../expect.ts';
import { closeAll } from './support.ts';
import { openFiltered, recordLines, whenRecords } from './writtenLog.ts';

describe('a file that other programs write', () => {
  beforeEach(closeAll);

  it('is followed while they append to it, and after another took its place', async () => {
    const uri = await openFiltered('followed.audit.ndjson');
    // So often that it is never quiet for as long as changes are collected.
    for (let number = 6; number < 26; number += 1) {
      await appendFile(uri.fsPath, await recordLines(number, number + 1));
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expectEqual(await whenRecords(uri, 26), ['result:Failure', 3, 1, 13]);
    await writeFile(`${uri.fsPath}.new`, await recordLines(100, 108));
    await rename(`${uri.fsPath}.new`, uri.fsPath);
    expectEqual(await whenRecords(uri, 8), ['result:Failure', 3, 2, 4]);
    await appendFile(uri.fsPath, await recordLines(108, 110));
    expectEqual(await whenRecords(uri, 10), ['result:Failure', 3, 2, 5]);
  });
});
