import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { root } from '../../../scripts/paths.ts';
import { pageHtml } from '../../webview/timelinePage.ts';

export interface ServedPage {
  readonly address: string;
  readonly close: () => void;
}

/**
 * Serves the page with the scripts of the build in dist/, minified ones after `npm run build -- --production`, by a server of its own:
 * what a test puts in their place goes through the driver of the browser, which takes longer than the page.
 */
export async function servePage(): Promise<ServedPage> {
  const scripts = new Map(
    ['/webview.js', '/webview/chunk.js', '/webview/furtherParts.js'].map((path) => [path, readFileSync(join(root, 'dist', path))]),
  );
  const server = createServer(({ url = '/' }, response) => {
    const script = scripts.get(url);
    response.setHeader('content-type', script === undefined ? 'text/html; charset=utf-8' : 'text/javascript; charset=utf-8');
    response.end(script ?? pageHtml('dark', address));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { address, close: () => server.close() };
}
