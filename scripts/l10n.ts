/**
 * `npm run l10n` writes l10n/bundle.l10n.json: every sentence that host, timeline and command line say, for translators. A
 * translation is a copy of it named bundle.l10n.<language>.json with other values.
 */
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { attestationFormat } from '../src/core/formats/attestation/attestationFormat.ts';
import { aboutFormat } from '../src/core/formats/aboutFormat.ts';
import { builtInFormats } from '../src/core/formats/builtInFormats.ts';
import type { AuditFormat } from '../src/core/formats/definition/format.ts';
import { eventPhrase, withoutTarget } from '../src/core/formats/eventPhrase.ts';
import { formatData, genericData } from '../src/core/formats/formatData.ts';
import { queryFields, resolveField } from '../src/core/query/fields.ts';
import { fieldTitle } from '../src/core/query/fieldTitle.ts';
import { english } from '../src/protocol/english.ts';
import { root } from './paths.ts';

const formats: readonly AuditFormat[] = [attestationFormat, ...formatData];

export const bundlePath = join(root, 'l10n/bundle.l10n.json');

/** `l10n.t('…')` with a literal: what may be said is known without running anything. */
const literal = /\bl10n\.t\(\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|`((?:[^`\\$]|\\.)*)`)/g;

/** Titles, descriptions and phrases of the events that formats document, and what of a target they change. */
function eventWords(): readonly string[] {
  const events = formats.flatMap((one) => one.events ?? []);
  return events.flatMap(({ title, description, phrase, effects = [] }) => [
    title,
    ...(description === undefined ? [] : [description]),
    ...(phrase === undefined ? [] : phraseWords(phrase)),
    ...effects.flatMap(({ what }) => what ?? []),
  ]);
}

/** Whole, and without each of the targets. */
function phraseWords(phrase: string): readonly string[] {
  const { words, types } = eventPhrase(phrase);
  return [words, ...types.map((_, place) => withoutTarget(words, place))];
}

/** What formats are called, and what they record. */
function formatNames(): readonly string[] {
  return [genericData, ...formats].flatMap(({ title, summary }) => [title, ...(summary === undefined ? [] : [summary])]);
}

/** Titles, descriptions and meanings of values of the formats. */
function formatDocumentation(): readonly string[] {
  return formats.flatMap(({ fields = [] }) =>
    fields.flatMap(({ title, description, values = {} }) => [title, description, ...Object.values(values)]),
  );
}

/** What fields are called that formats may have in the list of records or beside it. */
function columnTitles(): readonly string[] {
  const suited = formats.map(({ id }) => aboutFormat(builtInFormats, id));
  const names = [...queryFields.map(({ name }) => name), ...suited.flatMap(({ columns, facets }) => [...columns, ...facets])];
  return names.map((name) => fieldTitle(resolveField(name)!));
}

/** The bundle: English sentences in the order of the alphabet, each standing for itself. */
export function collectSentences(): ReadonlyMap<string, string> {
  const sentences = new Set([...Object.values(english), ...formatDocumentation(), ...formatNames(), ...eventWords(), ...columnTitles()]);
  for (const file of globSync(['src/{protocol,scene,report}/*.ts', 'src/host/**/*.ts', 'webview/**/*.ts'], { cwd: root })) {
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
