import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenedVSCode, openVSCode } from '../../../scripts/vscode/openVSCode.ts';
import { copyWorkspace } from './workspace.ts';

const results = ['Success', 'Failure', 'ClientError', 'Odd', 'Failure'];

/** VS Code tells extensions nothing of decorations: what is seen in the editor counts. */
describe('Show Results in Text', () => {
  const workspace = copyWorkspace();
  let vscode: OpenedVSCode;

  beforeAll(async () => {
    const documented = JSON.parse(readFileSync(workspace.file('documented.audit.ndjson'), 'utf8')) as object;
    const record = (resultType: string, env_seqNum: number): string =>
      JSON.stringify({ ...documented, env_seqNum, resultType, resultSignature: resultType });
    writeFileSync(workspace.file('results.jsonl'), `${results.map(record).join('\n')}\n`);
    vscode = await openVSCode({ folder: workspace.folder, file: workspace.file('results.jsonl'), editor: 'default' });
    await vscode.page.locator('.codelens-decoration').first().waitFor({ timeout: 90_000 });
  });

  afterAll(async () => {
    await vscode.close();
    workspace.delete();
  });

  /** The colours of the bars at the left of records, from top to bottom. */
  function bars(): Promise<readonly string[]> {
    return vscode.page.evaluate(() =>
      [...document.querySelectorAll('.monaco-editor .view-overlays .cdr')]
        .map((element) => ({ style: getComputedStyle(element), top: element.getBoundingClientRect().top }))
        .filter(({ style }) => style.borderLeftWidth === '3px')
        .toSorted((one, other) => one.top - other.top)
        .map(({ style }) => style.borderLeftColor),
    );
  }

  async function whenBars(count: number): Promise<readonly string[]> {
    await expect.poll(async () => (await bars()).length, { timeout: 60_000 }).toBe(count);
    return bars();
  }

  it('marks each record with the colour of its result', async () => {
    expect(await bars()).toEqual([]);
    await vscode.runCommand('Audit Log: Show Results in Text');
    const colours = await whenBars(results.length);
    expect(colours[1]).toBe(colours[4]);
    expect(new Set(colours).size).toBe(4);
  });

  it('keeps the marks up while somebody types', async () => {
    const before = await whenBars(results.length);
    await vscode.page.locator('.monaco-editor .view-line').first().click();
    await vscode.page.keyboard.press('Control+Home');
    await vscode.page.keyboard.insertText('{"operationName":"SetCurrentPolicy","resultType":"Failure","env_seqNum":77}');
    await vscode.page.keyboard.press('Enter');
    const after = await whenBars(results.length + 1);
    expect(after.slice(1)).toEqual(before);
    await expect.poll(async () => (await bars())[0], { timeout: 60_000 }).toBe(before[1]);
  });

  it('hides them again', async () => {
    await vscode.runCommand('Audit Log: Show Results in Text');
    expect(await whenBars(0)).toEqual([]);
  });
});
