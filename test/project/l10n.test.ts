import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { bundlePath, bundleText, collectSentences } from '../../scripts/l10n.ts';

it('the bundle for translators holds every sentence: else run npm run l10n', async () => {
  expect(readFileSync(bundlePath, 'utf8')).toBe(await bundleText());
});

it('finds the sentences of host, timeline, protocol and core', () => {
  const sentences = collectSentences();
  expect(sentences.has('Open as text')).toBe(true);
  expect(sentences.has('Go to record')).toBe(true);
  expect(sentences.has('local time')).toBe(true);
  expect(sentences.has('The file ends inside this record.')).toBe(true);
});
