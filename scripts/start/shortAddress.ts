import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';

export interface ShortAddress {
  /** Short enough for one line of a terminal. */
  readonly address: string;
  readonly stop: () => Promise<void>;
}

/**
 * Serves a short address on 127.0.0.1 that leads to one long address, which VS Code needs because it says all in its query.
 * The short one holds the same secret token: without it, every request ends in 403, and nothing in a request has a say in
 * where it leads.
 */
export async function serveShortAddress(token: string, target: string): Promise<ShortAddress> {
  const server = createServer(({ method, url }, response) => {
    const isAllowed = (method === 'GET' || method === 'HEAD') && isSame(url ?? '', `/${token}`);
    // The token is for nobody else: no cache keeps it, and no page is told where its visitor came from.
    const headers = { 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer', Connection: 'close' };
    response.writeHead(isAllowed ? 302 : 403, isAllowed ? { ...headers, Location: target } : headers).end();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const bound = server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
  return {
    address: `http://127.0.0.1:${port}/${token}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Takes as long for a text that is nearly right as for any other one. */
function isSame(left: string, right: string): boolean {
  const [first, second] = [left, right].map((text) => createHash('sha256').update(text).digest());
  return timingSafeEqual(first!, second!);
}
