/**
 * Compiles JSON Schemas to JavaScript at build time: that of format files, and that of Attestation's records, which follows
 * from the fields of its format. The latter becomes `attestation/generated/auditRecord.js`, which exports `validateAuditRecord`.
 *
 * ajv itself compiles by `new Function`, which a content security policy forbids and which costs start-up time. Its
 * standalone code needs neither, but asks for ajv's runtime by `require`; esbuild folds that in, so that the result is
 * one self-contained ES module which Node, bundles and vitest load alike.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import addFormatsPackage from 'ajv-formats';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneCodePackage from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { attestationFormat } from '../src/core/formats/attestation/attestationFormat.ts';
import { jsonSchemaOf } from '../src/core/formats/jsonSchema.ts';
import { root } from './paths.ts';

// Both packages are CommonJS with an ES default: Node gives the exports object, bundlers give the default.
const addFormats = addFormatsPackage.default;
const standaloneCode = standaloneCodePackage.default;

const formatsFolder = join(root, 'src/core/formats');

/** Writes the validators whose schema or generator changed; does nothing when all are fresh. */
export async function generateValidators(): Promise<void> {
  const ofFormats = readFileSync(join(formatsFolder, 'auditFormat.schema.json'), 'utf8');
  const ofRecords = JSON.stringify(jsonSchemaOf(attestationFormat));
  await generateValidator(join(formatsFolder, 'generated'), 'auditFormat', ofFormats);
  await generateValidator(join(formatsFolder, 'attestation/generated'), 'auditRecord', ofRecords);
}

async function generateValidator(outputFolder: string, name: string, schemaText: string): Promise<void> {
  const generatorText = readFileSync(fileURLToPath(import.meta.url), 'utf8');
  const stamp = `// ${createHash('sha256').update(schemaText).update(generatorText).digest('hex')}`;
  const target = join(outputFolder, `${name}.js`);
  if (existsSync(target) && readFileSync(target, 'utf8').startsWith(stamp)) {
    return;
  }
  const functionName = `validate${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const schema = JSON.parse(schemaText) as Record<string, unknown>;
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, code: { source: true, esm: true, lines: true } });
  addFormats(ajv);
  // Keywords that begin with x- are our own annotations; any other unknown keyword is a mistake that ajv reports.
  for (const annotation of new Set(schemaText.match(/(?<=")x-[\w-]+(?="\s*:)/g))) {
    ajv.addKeyword(annotation);
  }
  const id = typeof schema['$id'] === 'string' ? schema['$id'] : name;
  ajv.addSchema(schema, id);
  const bundled = await build({
    stdin: { contents: standaloneCode(ajv, { [functionName]: id }), resolveDir: root, sourcefile: `${name}.js` },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['main'],
    target: 'es2022',
    write: false,
  });
  mkdirSync(outputFolder, { recursive: true });
  writeFileSync(
    join(outputFolder, `${name}.d.ts`),
    `import type { ErrorObject } from 'ajv';

/** True when the value is valid; otherwise \`errors\` holds all violations until the next call. */
export declare const ${functionName}: {
  (data: unknown): boolean;
  readonly errors?: readonly ErrorObject[] | null;
};
`,
  );
  writeFileSync(target, `${stamp}\n${bundled.outputFiles[0]?.text ?? ''}`);
}

if (import.meta.main) {
  await generateValidators();
}
