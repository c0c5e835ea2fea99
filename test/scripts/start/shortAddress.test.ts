import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveShortAddress, type ShortAddress } from '../../../scripts/start/shortAddress.ts';

const token = '0123456789abcdef0123456789abcdef';
const target = `http://127.0.0.1:7/?tkn=${token}&folder=%2Flogs&payload=${'x'.repeat(250)}`;

describe('the short address', () => {
  let short: ShortAddress;

  beforeAll(async () => {
    short = await serveShortAddress(token, target);
  });
  afterAll(() => short.stop());

  /** Asks by hand, as `fetch` would put an address in order. Gives the status and what the answer's head says. */
  function ask(firstLine: string): Promise<{ readonly status: number; readonly head: string }> {
    return new Promise((resolve, reject) => {
      const { port } = new URL(short.address);
      const socket = connect(Number(port), '127.0.0.1', () => socket.write(`${firstLine}\r\nHost: 127.0.0.1\r\n\r\n`));
      let head = '';
      socket.on('data', (chunk: Buffer) => (head += chunk.toString('latin1')));
      socket.on('error', reject);
      socket.on('close', () => resolve({ status: Number(head.split(' ')[1]), head }));
    });
  }

  it('fits on a line and holds the token', () => {
    expect(short.address).toMatch(new RegExp(`^http://127\\.0\\.0\\.1:\\d+/${token}$`));
    expect(short.address.length).toBeLessThan(60);
  });

  it('leads to the long one, which no cache keeps and no page is told of', async () => {
    const answer = await fetch(short.address, { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([302, target]);
    expect([answer.headers.get('cache-control'), answer.headers.get('referrer-policy')]).toEqual(['no-store', 'no-referrer']);
  });

  it.each([
    'GET / HTTP/1.1',
    'GET /favicon.ico HTTP/1.1',
    `GET /${token.slice(0, -1)} HTTP/1.1`,
    `GET /${token}0 HTTP/1.1`,
    `GET /${token}/ HTTP/1.1`,
    `GET /${token}?to=http://example.com HTTP/1.1`,
    `GET /?tkn=${token} HTTP/1.1`,
    `GET //example.com/${token} HTTP/1.1`,
    `GET http://example.com/${token} HTTP/1.1`,
    `GET /${token.toUpperCase()} HTTP/1.1`,
    `POST /${token} HTTP/1.1`,
  ])('answers 403 and tells nothing: %s', async (firstLine) => {
    const { status, head } = await ask(firstLine);
    expect(status).toBe(403);
    expect(head.toLowerCase()).not.toContain('location');
    expect(head).not.toContain(token);
  });

  it('answers no more once it is stopped', async () => {
    const other = await serveShortAddress(token, target);
    await other.stop();
    await expect(fetch(other.address, { redirect: 'manual' })).rejects.toThrow('fetch failed');
  });
});
