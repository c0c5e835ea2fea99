/**
 * Shows what a user sees: builds, opens a log in the real VS Code, and writes a screenshot.
 *
 *     npm run look -- media/samples/attestation-month.audit.ndjson --theme dark --out /tmp/shot.png
 *
 *     --theme dark|light|hc-dark|hc-light|dark-2026|light-2026   default: dark
 *     --out FILE.png                        default: look.png in the system's temporary folder
 *     --width W --height H                  of the window in CSS pixels, default 1280 x 800
 *     --scale N                             pixels per CSS pixel, default 1
 *     --text                                what VS Code opens by the file's name (the text editor for most), not the timeline
 *     --folder DIR                          opens this folder as the workspace
 *     --version 1.139|1.100, --host node|web
 *     --script FILE.ts                      a module that exports `run({ page, webview, runCommand })`, which may click, type
 *                                           and take screenshots of its own by Playwright, before the last one is taken
 *     --wait MS                             waits before the screenshot, default 1500
 *     --no-build                            takes dist/audit-log-viewer.vsix as it is
 *     --log                                 prints the consoles of VS Code and of the webview
 */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { packageExtension } from './package.ts';
import { userPath } from './paths.ts';
import { endOnSignals } from './temporaryFolder.ts';
import type { VSCodeVersion } from './vscode/installVSCode.ts';
import { type OpenedVSCode, type Theme, openVSCode } from './vscode/openVSCode.ts';
import type { TestHost } from './vscode/testProtocol.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    theme: { type: 'string', default: 'dark' },
    out: { type: 'string', default: join(tmpdir(), 'look.png') },
    width: { type: 'string', default: '1280' },
    height: { type: 'string', default: '800' },
    scale: { type: 'string', default: '1' },
    text: { type: 'boolean', default: false },
    folder: { type: 'string' },
    version: { type: 'string', default: '1.139' },
    host: { type: 'string', default: 'node' },
    script: { type: 'string' },
    wait: { type: 'string', default: '1500' },
    'no-build': { type: 'boolean', default: false },
    log: { type: 'boolean', default: false },
  },
});
const [file] = positionals;
endOnSignals();

if (!values['no-build']) {
  await packageExtension();
}
const vscode = await openVSCode({
  version: values.version as VSCodeVersion,
  host: values.host as TestHost,
  theme: values.theme as Theme,
  size: { width: Number(values.width), height: Number(values.height) },
  scale: Number(values.scale),
  editor: values.text ? 'default' : 'timeline',
  ...(file === undefined ? {} : { file: userPath(file) }),
  ...(values.folder === undefined ? {} : { folder: userPath(values.folder) }),
});
try {
  if (file !== undefined) {
    const content = values.text ? vscode.page.locator('.monaco-editor .view-line').first() : vscode.webview().locator('body');
    await content.waitFor({ timeout: 20_000 }).catch(() => console.log('Nothing was shown within 20 s; see the picture.'));
  }
  if (values.script !== undefined) {
    const script = (await import(pathToFileURL(userPath(values.script)).href)) as { readonly run: (vscode: OpenedVSCode) => Promise<void> };
    await script.run(vscode);
  }
  await vscode.page.waitForTimeout(Number(values.wait));
} finally {
  await vscode.page.screenshot({ path: userPath(values.out) });
  console.log(userPath(values.out));
  if (values.log) {
    console.log(vscode.log());
  }
  await vscode.close();
}
