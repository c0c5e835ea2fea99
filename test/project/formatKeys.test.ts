import { describe, expect, it } from 'vitest';
import { attestationFormat } from '../../src/core/formats/attestation/attestationFormat.ts';
import { compileFormat } from '../../src/core/formats/compiledFormat.ts';
import type { AuditFormat } from '../../src/core/formats/definition/format.ts';
import { formatData } from '../../src/core/formats/formatData.ts';
import { stepsOf } from '../../src/core/formats/definition/paths.ts';
import { sourceFiles } from './sourceFiles.ts';

/** Keys that only an audit format has: several words, written as keys are. What is one word is a word of the program as well. */
const keyForm = /^(?:[a-z]+(?:[A-Z][a-z]*)+|[A-Z][a-z]+(?:[A-Z][a-z]*)+|[a-z]+(?:_\w+)+)$/;

/** Words of the program itself that some format also has as a key: types of identities and targets, parts of resource ids. */
const ownWords: ReadonlySet<string> = new Set(['displayName', 'resourceId', 'ResourceId', 'resourceName', 'resourceType', 'TenantId']);

/** All keys on the paths of a format, those of its fields and of its roles alike. */
function keysOf(format: AuditFormat): readonly string[] {
  const documented = (format.fields ?? []).flatMap(({ path }) => stepsOf(path));
  return [...documented, ...compileFormat(format).paths.steps.flat(), ...(format.ownKeys ?? [])];
}

const keys: ReadonlySet<string> = new Set(
  [attestationFormat, ...formatData].flatMap(keysOf).filter((key) => keyForm.test(key) && !ownWords.has(key)),
);

/** Comments, which may name keys, and what is searched: texts, templates, names. */
const tokens = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`|[A-Za-z_$][\w$]*/g;

/** The keys of formats that a source has, as text, as a part of one, or as a name. */
function keysIn(text: string): readonly string[] {
  const code = (text.match(tokens) ?? []).filter((token) => !token.startsWith('/'));
  return code.flatMap((token) => token.split(/\W+/).filter((word) => keys.has(word)));
}

const files = sourceFiles().filter(({ path }) => /^(?:src|webview)\//.test(path) && !path.startsWith('src/core/formats/'));

describe('keys of formats', () => {
  it.each<[text: string, expected: readonly string[]]>([
    ["memberOf(root, 'operationName')", ['operationName']],
    ['`/${list}/callerIdentity`', ['callerIdentity']],
    ["const keys = { requestParameters: 'x' }; // eventName", ['requestParameters']],
    ['/* env_time */ const time = 1;', []],
  ])('are found in %s', (text, expected) => expect(keysIn(text)).toEqual(expected));

  it('are in no source but those of the formats', () => {
    const hits = files.flatMap(({ path, text }) => keysIn(text).map((key) => `${path}: ${key}`));
    expect([...new Set(hits)]).toEqual([]);
  });
});
