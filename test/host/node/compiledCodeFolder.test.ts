import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { compiledCodeFolder } from '../../../src/host/node/compiledCodeFolder.ts';

const storage = mkdtempSync(join(tmpdir(), 'audit-log-storage-'));
afterAll(() => rmSync(storage, { recursive: true }));

it('has one folder for each version, of which the others are deleted', async () => {
  expect(compiledCodeFolder(join(storage, 'not', 'there'), '1.0.0')).toBe(join(storage, 'not', 'there', 'compiledCode', '1.0.0'));
  for (const version of ['1.0.0', '1.1.0', '1.2.0']) {
    mkdirSync(join(storage, 'compiledCode', version, 'v24'), { recursive: true });
    writeFileSync(join(storage, 'compiledCode', version, 'v24', 'code'), version);
  }
  writeFileSync(join(storage, 'other'), '');
  expect(compiledCodeFolder(storage, '1.1.0')).toBe(join(storage, 'compiledCode', '1.1.0'));
  await vi.waitFor(() => expect(readdirSync(join(storage, 'compiledCode'))).toEqual(['1.1.0']));
  expect(existsSync(join(storage, 'compiledCode', '1.1.0', 'v24', 'code'))).toBe(true);
  expect(readdirSync(storage).toSorted()).toEqual(['compiledCode', 'other']);
});
