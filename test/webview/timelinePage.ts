import { build } from 'esbuild';
import { chromium, type Browser, type Page } from 'playwright-core';
import { chromiumFlags, findChromium } from '../../scripts/vscode/findChromium.ts';
import { compactStyles } from '../../scripts/compactStyles.ts';
import { directImports } from '../../scripts/directImports.ts';
import { fieldNamesOnly } from '../../scripts/fieldNamesOnly.ts';
import { root } from '../../scripts/paths.ts';
import type { FromWebview, ToWebview } from '../../src/protocol/viewMessages.ts';
import type { HostDouble } from './double/hostDouble.ts';
import { themes, type ThemeName } from './themes.ts';

const origin = 'https://timeline.test';
const nonce = 'c29tZSBub25jZQ';

/** Starts the browser in which all pages of a test file live. */
export async function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await findChromium(), args: [...chromiumFlags] });
}

let bundle: Promise<ReadonlyMap<string, string>> | undefined;

/** The page's scripts by their paths, bundled as the build does it, once for each worker. */
function bundledScripts(): Promise<ReadonlyMap<string, string>> {
  bundle ??= build({
    absWorkingDir: root,
    entryPoints: [{ in: 'webview/main.ts', out: 'webview' }],
    outdir: '/',
    chunkNames: 'webview/[name]',
    splitting: true,
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    loader: { '.svg': 'text' },
    plugins: [fieldNamesOnly, compactStyles, directImports],
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warning',
  }).then((result) => new Map(result.outputFiles.map(({ path, text }) => [path, text])));
  return bundle;
}

export interface PageOptions {
  readonly theme?: ThemeName;
  readonly width?: number;
  readonly height?: number;
  readonly scale?: number;
  /** What `getState()` gives. */
  readonly saved?: unknown;
  readonly reducedMotion?: boolean;
  /** Loads the script only when the page is complete, as happens when VS Code writes a page into a frame. */
  readonly isLate?: boolean;
  /** Never delivers the script of the parts that are loaded on demand. */
  readonly withoutParts?: boolean;
}

export interface TimelinePage {
  readonly page: Page;
  /** Errors of the page and violations of its security policy. */
  readonly faults: readonly string[];
  readonly savedState: () => Promise<unknown>;
  readonly setTheme: (theme: ThemeName) => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Opens the timeline as VS Code would: the same security policy, theme variables on the root element, theme class on the
 * body, `acquireVsCodeApi`. Everything the page says goes to the host double.
 */
export async function openTimeline(browser: Browser, host: HostDouble, options: PageOptions = {}): Promise<TimelinePage> {
  const { theme = 'dark', width = 1400, height = 900, scale = 1, saved = null } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    timezoneId: 'Europe/Berlin',
    reducedMotion: options.reducedMotion === true ? 'reduce' : 'no-preference',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(8000);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (line) => {
    if (line.type() === 'error') {
      faults.push(line.text());
    }
  });
  await page.exposeFunction('toHost', (message: FromWebview) => void host.receive(message));
  host.connect(async (message: ToWebview) => {
    await page.evaluate((data) => window.postMessage(data, '*'), message).catch(() => undefined);
  });
  await page.addInitScript((kept: unknown) => {
    let state = kept;
    const api = {
      postMessage: (message: unknown) => (window as unknown as { toHost: (message: unknown) => void }).toHost(message),
      getState: () => state,
      setState: (next: unknown) => {
        state = next;
      },
    };
    Object.assign(window, { acquireVsCodeApi: () => api, savedState: () => state });
  }, saved);
  const scripts = await bundledScripts();
  await page.route(`${origin}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    const script = scripts.get(pathname);
    if (options.withoutParts === true && pathname.endsWith('/furtherParts.js')) {
      return route.abort();
    }
    return script === undefined
      ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: pageHtml(theme, origin, options.isLate === true) })
      : route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: script });
  });
  await page.goto(`${origin}/`);
  return {
    page,
    faults,
    savedState: () => page.evaluate(() => (window as unknown as { savedState: () => unknown }).savedState()),
    setTheme: (next) => page.evaluate(applyTheme, themes[next]),
    close: () => context.close(),
  };
}

function applyTheme({ kind, variables }: (typeof themes)[ThemeName]): void {
  document.documentElement.removeAttribute('style');
  for (const [name, value] of Object.entries(variables)) {
    document.documentElement.style.setProperty(`--vscode-${name}`, value);
  }
  document.body.className = kind;
  document.body.dataset['vscodeThemeKind'] = kind.split(' ')[0]!;
}

/** Keeps the targets of later `load` events, by which VS Code knows which page is ready. */
function loadScriptLate(): void {
  setTimeout(() => {
    const targets: boolean[] = [];
    Object.assign(window, { targets });
    addEventListener('load', (event) => targets.push(event.target === document));
    const script = document.createElement('script');
    script.type = 'module';
    script.nonce = document.querySelector('script')!.nonce;
    script.src = '/webview.js';
    document.head.append(script);
  });
}

/** The page in a theme, which loads its scripts from an origin. */
export function pageHtml(theme: ThemeName, from: string, isLate = false): string {
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${from} 'nonce-${nonce}'; font-src ${from}`;
  const preload = `<link rel="modulepreload" nonce="${nonce}" href="${from}/webview/chunk.js">`;
  const script = `${preload}<script type="module" nonce="${nonce}" src="${from}/webview.js"></script>`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta property="csp-nonce" content="${nonce}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Audit Log</title>
${isLate ? `<script nonce="${nonce}">addEventListener('load', ${loadScriptLate.toString()}, { once: true })</script>` : script}
</head>
<body><script nonce="${nonce}">(${applyTheme.toString()})(${JSON.stringify(themes[theme])})</script></body>
</html>`;
}
