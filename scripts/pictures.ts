/**
 * `npm run pictures` makes the pictures of the documents anew: the real VS Code with the packaged extension, in a dark, a
 * light and a high-contrast theme, as docs/images/SCENE-THEME.png.
 *
 *     npm run pictures -- --theme dark      one theme only
 */
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { packageExtension } from './package.ts';
import { root } from './paths.ts';
import { endOnSignals, temporaryFolder } from './temporaryFolder.ts';
import { run } from './run.ts';
import { chromiumFlags, findChromium } from './vscode/findChromium.ts';
import { type OpenedVSCode, type Theme, openVSCode } from './vscode/openVSCode.ts';

const month = join(root, 'media/samples/attestation-month.audit.ndjson');
const size = { width: 1400, height: 880 };

const quotedNumber = '"env_seqNum":"';

/** Set during the outage of the month, and failed: the record that is selected in the pictures. */
const selectedRecord = '1265';

/** An administrator stops the trail that records all others. */
const cloudTrailRecord = '9';

type Picture = (scene: string) => Promise<void>;

async function picturesOf(theme: Theme): Promise<void> {
  const { path, delete: deleteFolder } = temporaryFolder('pictures');
  const folder = join(path, 'audit-logs');
  mkdirSync(folder);
  // The second name is nobody's default, so that a click on a problem leads to the text.
  const log = join(folder, 'november.audit.ndjson');
  const text = join(folder, 'november.jsonl');
  [log, text].forEach((copy) => copyFileSync(month, copy));
  // Without the names of folders, which are different on each machine.
  const options = { folder, theme, size, settings: { 'breadcrumbs.enabled': false } };
  const timeline = await openVSCode({ ...options, file: log });
  try {
    await showTimelines(timeline, pictureTaker(timeline, theme));
  } finally {
    await timeline.close();
  }
  await pictureOfReport(theme, path);
  const editor = await openVSCode({ ...options, file: text, editor: 'default' });
  try {
    await showFindings(editor, pictureTaker(editor, theme));
  } finally {
    await editor.close();
    deleteFolder();
  }
}

function pictureTaker({ page }: OpenedVSCode, theme: Theme): Picture {
  return async (scene) => {
    const path = join(root, 'docs/images', `${scene}-${theme}.png`);
    // What fades in has come by then, and the mouse hides nothing.
    await page.waitForTimeout(1200);
    await page.screenshot({ path });
    console.log(path);
  };
}

/** The report on the month that the command line writes, as a browser shows it; high contrast is the browser's own. */
async function pictureOfReport(theme: Theme, folder: string): Promise<void> {
  const file = join(folder, 'report.html');
  const words = ['--where', 'operation:SetCurrentPolicy', '--question', 'Who changed the attestation policy in November?'];
  // The report names the file as it is given: no path of this machine belongs in the pictures.
  const parameters = [join(root, 'dist/cli.js'), 'report', relative(root, month), ...words, '--out', file];
  const { code } = await run(process.execPath, parameters, { quiet: true, cwd: root });
  if (code !== 0) {
    throw new Error('The report was not made.');
  }
  const browser = await chromium.launch({ executablePath: await findChromium(), args: [...chromiumFlags] });
  const page = await browser.newPage({ viewport: size, colorScheme: theme === 'light' ? 'light' : 'dark' });
  await page.goto(pathToFileURL(file).href);
  const path = join(root, 'docs/images', `report-${theme}.png`);
  await page.screenshot({ path });
  console.log(path);
  await browser.close();
}

async function showTimelines(vscode: OpenedVSCode, take: Picture): Promise<void> {
  const { page, runCommand } = vscode;
  await page.keyboard.press('Control+B');
  await vscode.webview().getByText('of 2,000 records').waitFor({ timeout: 60_000 });
  // A page that is still coming takes the keyboard from what is open.
  await page.waitForTimeout(2000);
  await goToRecord(vscode, selectedRecord);
  await take('timeline');
  await runCommand('Focus on Callers View');
  await page.waitForTimeout(1500);
  await take('side-bar');
  await page.keyboard.press('Control+B');
  await runCommand('Audit Log: Open Caller of Record');
  await take('caller');
  await runCommand('Audit Log: Go Back');
  await runCommand('Audit Log: Open Target of Record');
  await page.waitForTimeout(500);
  if (await page.locator('.quick-input-list .monaco-list-row').first().isVisible()) {
    await page.keyboard.press('Enter');
  }
  await take('target');
  await runCommand('Audit Log: Go Back');
  await runCommand('Audit Log: Filter by Operation');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'SetCurrentPolicy' }).waitFor();
  await take('palette');
  await page.keyboard.press('Escape');
  await runCommand('Audit Log: Open Sample: AWS CloudTrail');
  await vscode.webview().getByText('of 200 records').waitFor({ timeout: 60_000 });
  await page.waitForTimeout(2000);
  await goToRecord(vscode, cloudTrailRecord);
  await take('cloudtrail');
}

async function goToRecord({ page, runCommand }: OpenedVSCode, record: string): Promise<void> {
  await runCommand('Audit Log: Go to Record');
  await page.locator('.quick-input-widget', { hasText: 'Number of the record' }).waitFor();
  const input = page.locator('.quick-input-widget input.input');
  await input.fill(record);
  await page.waitForTimeout(500);
  await input.press('Enter');
}

async function showFindings(vscode: OpenedVSCode, take: Picture): Promise<void> {
  const { page, runCommand } = vscode;
  await page.locator('.monaco-editor .view-line').first().waitFor({ timeout: 30_000 });
  await page.keyboard.press('Control+B');
  await page.locator('.part.statusbar').getByText(/\b7\b/).first().waitFor({ timeout: 30_000 });
  await runCommand('Problems: Focus on Problems View');
  await page.locator('.markers-panel .monaco-list-row', { hasText: 'env_seqNum' }).first().waitFor();
  // Into a sequence number that is written as text, whose hover is asked for by its key.
  const lines = readFileSync(month, 'utf8').split('\n');
  const line = lines.findIndex((text) => text.includes(quotedNumber));
  await runCommand('Go to Line/Column');
  await page
    .locator('.quick-input-widget input.input')
    .fill(`:${line + 1}:${lines[line]!.indexOf(quotedNumber) + quotedNumber.length + 1}`);
  await page.keyboard.press('Enter');
  await page.waitForTimeout(1000);
  // While the text still scrolls to the place, a hover is closed again.
  const hover = page.locator('.monaco-hover:visible', { hasText: 'Sequence number' }).first();
  for (let attempt = 0; attempt < 5 && !(await hover.isVisible()); attempt++) {
    await page.keyboard.press('Control+K');
    await page.keyboard.press('Control+I');
    await page.waitForTimeout(1500);
  }
  await take('findings-hover');
}

const { values } = parseArgs({ options: { theme: { type: 'string' } } });
const themes: readonly Theme[] = ['dark', 'light', 'hc-dark'];
endOnSignals();
await packageExtension();
for (const theme of themes.filter((one) => values.theme === undefined || one === values.theme)) {
  await picturesOf(theme);
}
