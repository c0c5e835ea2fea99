import { expect, it } from 'vitest';
import { parseQuery } from '../../../src/core/query/parseQuery.ts';
import type { Snapshot } from '../../../src/protocol/answers/snapshot.ts';
import { typingPause } from '../../../webview/filter/typingPause.ts';

it.each<[filter: string, bytesRead: number, pause: number]>([
  ['operation:a', 1e12, 40],
  ['text:a', 1e6, 40],
  ['text:a', 1e8, 450],
])('%s in %d bytes is applied when typing has rested for %d ms', (filter, bytesRead, pause) => {
  const parsed = parseQuery(filter);
  expect(parsed.ok && typingPause(parsed.query, { bytesRead } as Snapshot)).toBe(pause);
});
