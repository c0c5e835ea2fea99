import { parquetReadObjects } from 'hyparquet';
import Papa from 'papaparse';
import * as vscode from 'vscode';
import { expectEqual } from '../../../expect.ts';
import { changed, closeAll, documentedRecord, inWorkspace, openTimeline, readFile, whenView, writeFile } from '../../support.ts';

const { executeCommand } = vscode.commands;

describe('exporting records', () => {
  let log: vscode.Uri;
  let text: string;
  /** The records that failed, as the log writes them. */
  let failures: readonly string[];

  before(async () => {
    const record = await documentedRecord();
    const lines = Array.from({ length: 40 }, (_, index) =>
      changed(record, {
        env_seqNum: index,
        resultType: index % 2 === 0 ? 'Success' : 'Failure',
        resultDescription: index === 3 ? '=1+1, "a" | <b>' : `no ${index}`,
        text: 'ä \u2028',
      }),
    );
    failures = lines.filter((_, index) => index % 2 === 1);
    text = `${lines.join('\n')}\n`;
    log = await writeFile('exported.audit.ndjson', text);
  });

  beforeEach(async () => {
    await closeAll();
    await openTimeline(log);
    await executeCommand('auditLog.filter.byResult', { values: ['Failure'] });
  });

  after(closeAll);

  /** Exports what failed by the command, and gives the file. */
  async function exported(format: string, options: object = {}): Promise<Uint8Array<ArrayBuffer>> {
    const target = inWorkspace(`found.${format}`);
    await executeCommand('auditLog.records.export', { format, target, ...options });
    return new Uint8Array(await vscode.workspace.fs.readFile(target));
  }

  async function exportedText(format: string, options: object = {}): Promise<string> {
    return new TextDecoder().decode(await exported(format, options));
  }

  /** What lies in the workspace under names that begin so. */
  async function files(beginning: string): Promise<readonly string[]> {
    const entries = await vscode.workspace.fs.readDirectory(inWorkspace('.'));
    return entries
      .map(([name]) => name)
      .filter((name) => name.startsWith(beginning))
      .toSorted();
  }

  it('writes those that are shown as NDJSON, their bytes unchanged', async () => {
    expectEqual(await exportedText('ndjson'), failures.map((line) => `${line}\n`).join(''));
    expectEqual(await files('found.ndjson'), ['found.ndjson']);
  });

  it('writes them as one array of JSON', async () => {
    expectEqual(
      JSON.parse(await exportedText('json')),
      failures.map((line) => JSON.parse(line) as unknown),
    );
  });

  it('writes them as CSV with the fields that are named', async () => {
    const { data, errors } = Papa.parse<readonly string[]>(await exportedText('csv', { fields: 'seq, description' }), {
      skipEmptyLines: true,
    });
    const rows = failures.map((_, at) => [String(2 * at + 1), at === 1 ? `'=1+1, "a" | <b>` : `no ${2 * at + 1}`]);
    expectEqual([errors, data], [[], [['seq', 'description'], ...rows]]);
  });

  it('writes them as a table of Markdown', async () => {
    const lines = (await exportedText('markdown', { fields: 'seq,description' })).split('\n');
    expectEqual(lines.slice(0, 4), ['| seq | description |', '| --- | --- |', '| 1 | no 1 |', '| 3 | =1+1, "a" &#124; &#60;b&#62; |']);
    expectEqual(lines.length, failures.length + 3);
  });

  it('writes them as Parquet, with the text of each', async () => {
    const { buffer } = await exported('parquet');
    const rows = await parquetReadObjects({ file: buffer, columns: ['raw', 'seq', 'result'] });
    expectEqual(
      rows.map(({ raw, seq, result }) => [raw, seq, result] as unknown),
      failures.map((line, at) => [line, String(2 * at + 1), 'Failure']),
    );
  });

  it('writes those of the page that is shown', async () => {
    await executeCommand('auditLog.filter.clear');
    await executeCommand('auditLog.value.open', { field: 'seq', value: '7' });
    await whenView(log, 'shows the page', ({ state }) => state.page.kind === 'value');
    expectEqual(await exportedText('ndjson'), `${failures[3]}\n`);
  });

  it('replaces what was there, by a path from the folder of the log', async () => {
    const there = await writeFile('replaced.csv', 'before');
    await executeCommand('auditLog.records.export', { format: 'csv', target: 'replaced.csv', fields: 'seq' });
    expectEqual((await readFile(there)).startsWith('seq\r\n1\r\n3\r\n'), true);
  });

  it('never replaces the log, and leaves what is there where something is wrong', async () => {
    await executeCommand('auditLog.records.export', { format: 'csv', target: log });
    await executeCommand('auditLog.records.export', { format: 'csv', target: 'exported.audit.ndjson' });
    expectEqual(await readFile(log), text);
    const there = await writeFile('kept.csv', 'before');
    await executeCommand('auditLog.records.export', { format: 'csv', target: there, fields: 'time,(' });
    expectEqual(await readFile(there), 'before');
    expectEqual([await files('kept'), await files('exported')], [['kept.csv'], ['exported.audit.ndjson']]);
  });
});
