import { expectEqual } from '../expect.ts';
import { closeAll, readFile, writeFile } from './support.ts';
import { isReadAnew, openFiltered, recordLines, whenRecords } from './writtenLog.ts';

describe('a log that is written while it is open', () => {
  beforeEach(closeAll);

  it('shows what is added, half a line included, with its filter and selection', async () => {
    const uri = await openFiltered('growing.audit.ndjson');
    const before = await readFile(uri);
    const added = await recordLines(6, 10);
    await writeFile('growing.audit.ndjson', before + added.slice(0, -40));
    expectEqual(await whenRecords(uri, 9), ['result:Failure', 3, 4]);
    await writeFile('growing.audit.ndjson', before + added);
    expectEqual(await whenRecords(uri, 10), ['result:Failure', 3, 5]);
  });

  it('shows what is written in its place, with its filter and selection', async () => {
    const uri = await openFiltered('rewritten.audit.ndjson');
    await writeFile('rewritten.audit.ndjson', await recordLines(100, 108));
    expectEqual(await whenRecords(uri, 8), ['result:Failure', 3, 4]);
    expectEqual(await isReadAnew(uri), true);
  });
});
