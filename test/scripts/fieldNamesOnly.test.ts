import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { fieldNamesOnly, formatNamesOnly } from '../../scripts/fieldNamesOnly.ts';
import { root } from '../../scripts/paths.ts';
import type { Finding } from '../../src/core/finding/finding.ts';
import { builtInFormats } from '../../src/core/formats/builtInFormats.ts';
import { formatData } from '../../src/core/formats/formatData.ts';
import { parseValueTree } from '../../src/core/json/valueTree.ts';
import { checkRecord } from '../../src/core/rules/checkRecord.ts';

const printing = `import { formatData } from './src/core/formats/formatData.ts'; console.log(formatData);`;

async function bundled(plugins: readonly (typeof fieldNamesOnly)[], contents = printing): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root },
    bundle: true,
    write: false,
    charset: 'utf8',
    format: 'esm',
    plugins: [...plugins],
  });
  return outputFiles[0]!.text;
}

test('a bundle has the paths and titles of documented fields, and not what they mean', async () => {
  const fields = formatData.flatMap((format) => format.fields ?? []);
  const descriptions = fields.map(({ description }) => JSON.stringify(description));
  const titles = fields.map(({ title }) => JSON.stringify(title));
  const [whole, names] = await Promise.all([bundled([]), bundled([fieldNamesOnly])]);
  expect(descriptions.filter((text) => !whole.includes(text))).toEqual([]);
  expect(descriptions.filter((text) => names.includes(text))).toEqual([]);
  expect(titles.filter((text) => !names.includes(text))).toEqual([]);
});

test('the page’s bundle has no more than that', async () => {
  const [whole, names] = await Promise.all([bundled([fieldNamesOnly]), bundled([formatNamesOnly])]);
  const detection = JSON.stringify('requestReceivedTimestamp');
  expect(whole.split(detection).length).toBeGreaterThan(names.split(detection).length);
  expect(formatData.filter(({ title }) => !names.includes(JSON.stringify(title)))).toEqual([]);
});

test('a thread that reads a part of a log finds what the specification finds', async () => {
  const contents = `
    import { builtInFormats } from './src/core/formats/builtInFormats.ts';
    import { parseValueTree } from './src/core/json/valueTree.ts';
    import { checkRecord } from './src/core/rules/checkRecord.ts';
    export const check = (bytes) => checkRecord(bytes, parseValueTree(bytes, 0, bytes.length), builtInFormats);`;
  const script = await bundled([fieldNamesOnly], contents);
  const own = (await import(`data:text/javascript,${encodeURIComponent(script)}`)) as {
    readonly check: (bytes: Uint8Array) => readonly Finding[];
  };
  const record = {
    operationName: 'RehydrateTenantsAfterDisaster',
    resultType: '',
    auditEventCategory: ['x', 1],
    callerIdentities: [],
    env_ver: '2.0',
    env_name: '#Other',
    env_flags: 0.5,
    env_popSample: 101,
    env_seqNum: -1,
    requestId: '',
  };
  const bytes = new TextEncoder().encode(JSON.stringify(record));
  const expected = checkRecord(bytes, parseValueTree(bytes, 0, bytes.length), builtInFormats);
  expect(new Set(expected.map(({ code }) => code)).size).toBeGreaterThan(6);
  expect(own.check(bytes)).toEqual(expected);
});
