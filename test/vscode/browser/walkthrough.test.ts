import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenedVSCode, openVSCode } from '../../../scripts/vscode/openVSCode.ts';
import { copyWorkspace } from './workspace.ts';

/** A step is ticked when what it asks for was done: not with another step, and not by a command that did nothing. */
describe('the walkthrough', () => {
  const workspace = copyWorkspace();
  let vscode: OpenedVSCode;

  beforeAll(async () => {
    vscode = await openVSCode({ folder: workspace.folder });
    await openWalkthrough();
  });

  afterAll(async () => {
    await vscode.close();
    workspace.delete();
  });

  async function openWalkthrough(): Promise<void> {
    await vscode.runCommand('Welcome: Open Walkthrough...');
    await vscode.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Read an Audit Log' }).first().click();
    await vscode.page.locator('.getting-started-step').first().waitFor();
  }

  function step(id: string) {
    return vscode.page.locator(`.getting-started-step[data-step-id$="${id}"]`);
  }

  async function ticked(): Promise<readonly string[]> {
    const ids = await vscode.page
      .locator('.getting-started-step:has(.codicon-getting-started-step-checked)')
      .evaluateAll((steps) => steps.map((one) => one.getAttribute('data-step-id') ?? ''));
    return ids.map((id) => id.split('#').at(-1)!);
  }

  async function click(id: string, button: string): Promise<void> {
    const chosen = step(id);
    await chosen.click();
    await chosen.getByRole('button', { name: button }).click();
  }

  async function back(): Promise<void> {
    await vscode.page.locator('.tabs-container .tab').first().click();
  }

  it('begins with nothing ticked, and buttons that have no log to act on tick nothing', async () => {
    await click('filter', 'Filter by Operation');
    await vscode.page.getByText('Open an audit log in the timeline first.').first().waitFor();
    await click('findings', 'Show Problems');
    await vscode.page.locator('.markers-panel').waitFor();
    await step('getLogs').click();
    expect(await ticked()).toEqual([]);
  });

  it('ticks one step for each sample', async () => {
    await click('documentedRecord', 'Open the Documented Record');
    await vscode.webview().locator('audit-log-records .row').first().waitFor();
    await back();
    await expect.poll(ticked).toEqual(['documentedRecord']);
    await click('month', 'Open the Month');
    await vscode.webview().locator('audit-log-records .row').nth(3).waitFor();
    await back();
    await expect.poll(ticked).toEqual(['documentedRecord', 'month']);
  });

  it('ticks the findings when they are shown, and the filter when one is set', async () => {
    await click('filter', 'Filter by Result');
    await vscode.page.locator('.quick-input-widget').getByText('Success').first().waitFor();
    // Into the list itself: where it has no focus yet, the walkthrough would take the key and leave its steps.
    await vscode.page.locator('.quick-input-widget input.input').press('Escape');
    expect(await ticked()).toEqual(['documentedRecord', 'month']);
    await click('findings', 'Show Findings');
    await expect.poll(ticked).toEqual(['documentedRecord', 'month', 'findings']);
    await vscode.page.locator('.tabs-container .tab', { hasText: 'attestation-month' }).click();
    const filter = vscode.webview().locator('audit-log-filter input');
    await filter.fill('resultGroup:failure');
    await filter.press('Enter');
    await back();
    await expect.poll(ticked).toEqual(['documentedRecord', 'month', 'filter', 'findings']);
  });

  it('ticks the last step with a log of one’s own', async () => {
    await vscode.page.keyboard.press('Control+P');
    await vscode.page.keyboard.type('documented.audit.ndjson');
    await vscode.page.locator('.quick-input-list .monaco-list-row', { hasText: 'documented.audit.ndjson' }).first().waitFor();
    await vscode.page.keyboard.press('Enter');
    await vscode.webview().locator('audit-log-records .row').first().waitFor();
    await back();
    await expect.poll(ticked).toEqual(['documentedRecord', 'month', 'filter', 'findings', 'getLogs']);
  });
});
