import { compileFunction } from 'node:vm';
import { build, type Plugin } from 'esbuild';
import { expect, test } from 'vitest';
import { formatsAsText, formatsInFiles } from '../../scripts/formatText.ts';
import { root } from '../../scripts/paths.ts';
import { attestationFormat } from '../../src/core/formats/attestation/attestationFormat.ts';
import type { AuditFormat } from '../../src/core/formats/definition/format.ts';
import { formatData, genericData } from '../../src/core/formats/formatData.ts';

const contents = `
  export { attestationFormat } from './src/core/formats/attestation/attestationFormat.ts';
  export { formatData, genericData } from './src/core/formats/formatData.ts';`;

async function bundled(plugin: Plugin): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    charset: 'utf8',
    plugins: [plugin],
  });
  return outputFiles[0]!.text;
}

/** Runs a bundle, with what it requires. */
function exportsOf(script: string, require: (path: string) => unknown): object {
  const module = { exports: {} };
  const load = compileFunction(script, ['module', 'exports', 'require']) as (...words: unknown[]) => void;
  load(module, module.exports, require);
  return module.exports;
}

const formats = { attestationFormat, formatData, genericData };

test('as text formats are what they are', async () => {
  const own = exportsOf(await bundled(formatsAsText), (path) => expect.fail(path));
  expect(structuredClone(own)).toEqual(formats);
});

test('what formats document can be read from files when it is first asked for', async () => {
  const script = await bundled(formatsInFiles);
  const descriptions = formatData.flatMap(({ fields = [] }) => fields.map(({ description }) => JSON.stringify(description).slice(1, -1)));
  expect(descriptions.filter((text) => text.length > 40 && script.includes(text))).toEqual([]);

  const required: string[] = [];
  const own = exportsOf(script, (path) => {
    required.push(path);
    const { fields, events } = formatData.find(({ id }) => path === `./node/formats/${id}.json`)!;
    return { fields, events };
  }) as { readonly formatData: readonly AuditFormat[] };
  expect(own.formatData.map(({ id, detection }) => ({ id, detection }))).toEqual(
    formatData.map(({ id, detection }) => ({ id, detection })),
  );
  expect(required).toEqual([]);
  expect(own.formatData[0]?.fields).toEqual(formatData[0]?.fields);
  expect(own.formatData[0]?.events).toEqual(formatData[0]?.events);
  expect(required).toEqual([`./node/formats/${formatData[0]?.id}.json`]);
  expect(structuredClone(own)).toEqual(formats);
});
