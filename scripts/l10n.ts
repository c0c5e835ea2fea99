/**
 * `npm run l10n` writes l10n/bundle.l10n.json: every sentence that host, timeline and command line say, for translators. A
 * translation is a copy of it named bundle.l10n.<language>.json with other values.
 */
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { eventPhrase } from '../src/core/formats/eventPhrase.ts';
import { aboutAttestation } from '../src/core/formats/attestation/about.ts';
import { formatData, genericData } from '../src/core/formats/formatData.ts';
import { english } from '../src/protocol/english.ts';
import { root } from './paths.ts';

export const bundlePath = join(root, 'l10n/bundle.l10n.json');

/** `l10n.t('…')` with a literal: what may be said is known without running anything. */
const literal = /\bl10n\.t\(\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|`((?:[^`\\$]|\\.)*)`)/g;

/** Titles, descriptions and phrases of the events that formats document. */
function eventWords(): readonly string[] {
  const events = formatData.flatMap((one) => one.events ?? []);
  return events.flatMap(({ title, description, phrase }) => [
    title,
    ...(description === undefined ? [] : [description]),
    ...(phrase === undefined ? [] : [eventPhrase(phrase).words]),
  ]);
}

const schemaPath = 'src/core/formats/attestation/auditRecord.schema.json';

/** Titles and descriptions of Attestation's fields, which the JSON Schema has alone. */
function documentation(part: unknown): readonly string[] {
  if (typeof part !== 'object' || part === null) {
    return [];
  }
  return Object.entries(part).flatMap(([key, value]) =>
    typeof value === 'string' && (key === 'title' || key === 'description') ? [value] : documentation(value),
  );
}

/** What formats are called, and what they record. */
function formatNames(): readonly string[] {
  return [aboutAttestation, genericData, ...formatData].flatMap(({ title, summary }) => [
    title,
    ...(summary === undefined ? [] : [summary]),
  ]);
}

/** Titles, descriptions and meanings of values that the formats have which are data. */
function formatDocumentation(): readonly string[] {
  return formatData.flatMap(({ fields = [] }) =>
    fields.flatMap(({ title, description, values = {} }) => [title, description, ...Object.values(values)]),
  );
}

/** The bundle: English sentences in the order of the alphabet, each standing for itself. */
export function collectSentences(): ReadonlyMap<string, string> {
  const { properties } = JSON.parse(readFileSync(join(root, schemaPath), 'utf8')) as { readonly properties: unknown };
  const sentences = new Set([
    ...Object.values(english),
    ...documentation(properties),
    ...formatDocumentation(),
    ...formatNames(),
    ...eventWords(),
  ]);
  for (const file of globSync(['src/host/**/*.ts', 'webview/**/*.ts'], { cwd: root })) {
    for (const [, single, double, template] of readFileSync(join(root, file), 'utf8').matchAll(literal)) {
      const source = single ?? double ?? template ?? '';
      sentences.add(
        source.replace(/\\(u\{?([\da-f]+)\}?|.)/gi, (_, letter: string, code?: string) =>
          code === undefined ? letter : String.fromCodePoint(parseInt(code, 16)),
        ),
      );
    }
  }
  return new Map([...sentences].sort().map((sentence) => [sentence, sentence]));
}

export async function bundleText(): Promise<string> {
  return format(JSON.stringify(Object.fromEntries(collectSentences())), { parser: 'json', printWidth: 140 });
}

if (import.meta.main) {
  mkdirSync(join(root, 'l10n'), { recursive: true });
  writeFileSync(bundlePath, await bundleText());
  console.log(bundlePath);
}
