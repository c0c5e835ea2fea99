/** Opens the real VS Code in a headless browser with the packaged extension: for end-to-end tests, pictures and a look. */
import { type Browser, type FrameLocator, type Page, chromium } from 'playwright-core';
import { vsixPath } from '../paths.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { remoteUri, timelineAssociation, vscodeAddress } from './address.ts';
import { chromiumFlags, findChromium } from './findChromium.ts';
import { type VSCodeVersion, installVSCode } from './installVSCode.ts';
import { type Server, startServer } from './startServer.ts';
import type { TestHost } from './testProtocol.ts';
import { unpackVsix } from './unpackVsix.ts';
import { preferWebHost } from './webHost.ts';

export type Theme = 'dark' | 'light' | 'hc-dark' | 'hc-light' | 'dark-2026' | 'light-2026';

const themeNames: Readonly<Record<Theme, string>> = {
  dark: 'Default Dark Modern',
  light: 'Default Light Modern',
  'hc-dark': 'Default High Contrast',
  'hc-light': 'Default High Contrast Light',
  // VS Code 1.139 has them, 1.100 has not.
  'dark-2026': 'Dark 2026',
  'light-2026': 'Light 2026',
};

export interface OpenOptions {
  readonly version?: VSCodeVersion;
  /** Default: the installed package in the Node host. `web`: the same package, unpacked, in the web worker host. */
  readonly host?: TestHost;
  /** The packaged extension to install; what `npm run package` has written unless given. */
  readonly vsix?: string;
  /** Opened on start, in the timeline unless `editor` says otherwise. */
  readonly file?: string;
  /**
   * `timeline` for any file name. `default` for what VS Code chooses by itself, which is the text editor: it opens the file
   * before it has heard of the editors of an extension that is new to it.
   */
  readonly editor?: 'timeline' | 'default';
  /** Opened as the workspace; without it, the window has none. */
  readonly folder?: string;
  readonly theme?: Theme;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Asks before trusting the folder: Restricted Mode until the user agrees. */
  readonly workspaceTrust?: boolean;
  /** In CSS pixels; 1280 x 800 unless given. */
  readonly size?: { readonly width: number; readonly height: number };
  /** Pixels per CSS pixel; 1 unless given. */
  readonly scale?: number;
}

export interface OpenedVSCode {
  readonly page: Page;
  /** The content of the webview that is visible now. */
  readonly webview: () => FrameLocator;
  /** Runs a command of the palette by its title, such as `Audit Log: Show Log`. */
  readonly runCommand: (title: string) => Promise<void>;
  /** What the browser's console and VS Code's server wrote so far, for messages of failed tests. */
  readonly log: () => string;
  readonly close: () => Promise<void>;
}

/** Starts a server of its own, so that nothing is shared between two windows. Closing deletes all of its data. */
export async function openVSCode(options: OpenOptions = {}): Promise<OpenedVSCode> {
  const vscode = await installVSCode(options.version ?? '1.139');
  const executablePath = await findChromium();
  const { path: unpacked, delete: deleteUnpacked } = temporaryFolder('extension');
  let server: Server | undefined;
  let browser: Browser | undefined;
  const close = async (): Promise<void> => {
    await browser?.close();
    await server?.stop();
    deleteUnpacked();
  };
  try {
    const web = options.host === 'web';
    if (web) {
      await unpackVsix(vsixPath, unpacked);
      preferWebHost(unpacked);
    }
    server = await startServer(vscode, {
      settings: settingsOf(options),
      workspaceTrust: options.workspaceTrust === true,
      ...(web ? { testDriver: true } : { vsix: options.vsix ?? vsixPath }),
    });
    browser = await chromium.launch({ executablePath, args: [...chromiumFlags] });
    const viewport = options.size ?? { width: 1280, height: 800 };
    const page = await browser.newPage({ viewport, deviceScaleFactor: options.scale ?? 1, colorScheme: 'dark' });
    const lines: string[] = [];
    page.on('console', (message) => lines.push(message.text()));
    page.on('pageerror', (error) => lines.push(`page error: ${error.message}`));
    await page.goto(addressOf(server.port, options, web ? unpacked : undefined));
    await page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: 60_000 });
    const { log } = server;
    return {
      page,
      webview: () => page.frameLocator('iframe.webview.ready:visible').frameLocator('#active-frame'),
      runCommand: (title) => runCommand(page, title),
      log: () => `${lines.join('\n')}\n${log()}`,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function settingsOf({ file, editor, theme = 'dark', settings }: OpenOptions): Readonly<Record<string, unknown>> {
  return {
    'workbench.colorTheme': themeNames[theme],
    'window.autoDetectColorScheme': false,
    'window.autoDetectHighContrast': false,
    ...(file === undefined || editor === 'default' ? {} : { 'workbench.editorAssociations': timelineAssociation(file) }),
    ...settings,
  };
}

function addressOf(port: number, { file, folder }: OpenOptions, extension: string | undefined): string {
  return vscodeAddress({
    port,
    ...(file === undefined ? {} : { file }),
    ...(folder === undefined ? {} : { folder }),
    ...(extension === undefined
      ? {}
      : {
          payload: [
            ['extensionDevelopmentPath', remoteUri(port, extension)],
            ['extensionDevelopmentKind', 'web'],
          ],
        }),
  });
}

/**
 * The palette that opens while VS Code still starts may stay empty, and one that opens while VS Code gives the keyboard back to an editor
 * closes again: then it is opened once more.
 */
async function runCommand(page: Page, title: string): Promise<void> {
  const input = page.locator('.quick-input-widget input.input');
  const row = page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first();
  for (let attempt = 1; ; attempt++) {
    await page.keyboard.press('F1');
    try {
      await input.fill(`>${title}`, { timeout: 5000 });
      await row.waitFor({ timeout: 5000 });
      await input.press('Enter', { timeout: 5000 });
      return;
    } catch (error) {
      if (attempt === 6) {
        throw error;
      }
    }
    await page.keyboard.press('Escape');
  }
}
