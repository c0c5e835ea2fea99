import { appendFile, rename, writeFile } from 'node:fs/promises';
import { expectEqual } from '../expect.ts';
import { auditLog, closeAll } from './support.ts';
import { isReadAnew, openFiltered, recordLines, whenRecords } from './writtenLog.ts';

describe('a file that other programs write', () => {
  beforeEach(closeAll);

  it('is followed while they append to it, and after another took its place', async () => {
    const uri = await openFiltered('followed.audit.ndjson');
    const api = await auditLog();
    const shown = (): number => api.views().find((view) => view.uri === uri.toString())?.log?.records ?? 0;
    let written = 6;
    // Without a pause, so that it is never quiet for as long as changes are collected.
    while (shown() === 6) {
      await appendFile(uri.fsPath, await recordLines(written, written + 2));
      written += 2;
    }
    expectEqual(await whenRecords(uri, written), ['result:Failure', 3, written / 2]);
    expectEqual(await isReadAnew(uri), false);
    await writeFile(`${uri.fsPath}.new`, await recordLines(100, 108));
    await rename(`${uri.fsPath}.new`, uri.fsPath);
    expectEqual(await whenRecords(uri, 8), ['result:Failure', 3, 4]);
    expectEqual(await isReadAnew(uri), true);
    await appendFile(uri.fsPath, await recordLines(108, 110));
    expectEqual(await whenRecords(uri, 10), ['result:Failure', 3, 5]);
  });
});
