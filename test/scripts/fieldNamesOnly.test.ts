import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { fieldNamesOnly, formatNamesOnly } from '../../scripts/fieldNamesOnly.ts';
import { root } from '../../scripts/paths.ts';
import { formatData } from '../../src/core/formats/formatData.ts';

async function bundled(plugins: readonly (typeof fieldNamesOnly)[]): Promise<string> {
  const contents = `import { formatData } from './src/core/formats/formatData.ts'; console.log(formatData);`;
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
