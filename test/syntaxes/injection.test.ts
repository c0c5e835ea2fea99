import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { IGrammar } from 'vscode-textmate';
import { builtInFormats } from '../../src/core/formats/builtInFormats.ts';
import { inventedRecords } from '../core/formats/inventedRecords.ts';
import { loadGrammar, piecesOf } from './grammars.ts';
import { jsonGrammar } from './jsonGrammar.ts';

const folder = new URL('../../', import.meta.url);

/** The grammar of a language, with ours injected as the manifest says, or without it. */
function jsonWith(scopeName: string, injected: boolean): Promise<IGrammar> {
  return loadGrammar(scopeName, (name) => jsonGrammar(name.replace('source.', '')), injected);
}

const jsonLines = await jsonWith('source.json.lines', true);
const plainJsonLines = await jsonWith('source.json.lines', false);

/** Pieces of the text with the innermost scope of each that the grammar gives it. */
function pieces(grammar: IGrammar, text: string): readonly (readonly [text: string, scope: string])[] {
  return piecesOf(grammar, text).map(({ text: piece, scopes }) => [piece, scopes.at(-1)!] as const);
}

/** Checks what our grammar changes: the pieces that stand out, and their scopes. */
function check(text: string, expected: readonly (readonly [text: string, scope: string])[], grammar = jsonLines): void {
  const found = pieces(grammar, text);
  expect(found.filter(([, scope]) => scope.endsWith('.audit'))).toEqual(expected);
  expect(found.filter(([, scope]) => scope.startsWith('invalid'))).toEqual([]);
}

describe('what stands out', () => {
  test('operation, time, caller, target', () => {
    check('{"operationName":"SetCurrentPolicy","env_time":"2020-11-23T18:23:29.9427158Z"}', [
      ['operationName', 'strong.audit'],
      ['SetCurrentPolicy', 'entity.name.function.operation.audit'],
      ['env_time', 'strong.audit'],
      ['2020-11-23T18:23:29.9427158Z', 'constant.numeric.time.audit'],
    ]);
    check(
      '{"callerIdentities":[{"callerIdentityType":"UPN","callerIdentity":"dana@contoso.com"}],"targetResources":[{"targetResourceType":"ServiceRegion","targetResourceName":"EastUS2"}]}',
      [
        ['callerIdentity', 'strong.audit'],
        ['dana@contoso.com', 'entity.name.type.caller.audit'],
        ['targetResourceName', 'strong.audit'],
        ['EastUS2', 'variable.other.constant.target.audit'],
      ],
    );
  });
  test.each([
    ['Success', 'markup.inserted.success.audit'],
    ['Succeeded', 'markup.inserted.success.audit'],
    ['ClientError', 'token.warn-token.audit'],
    ['Client Error', 'token.warn-token.audit'],
    ['Failure', 'token.error-token.audit'],
    ['fail', 'token.error-token.audit'],
    ['Timeout', 'token.error-token.audit'],
  ])('result %s', (result, scope) => {
    check(`{"resultType":"${result}"}`, [
      ['resultType', 'strong.audit'],
      [result, scope],
    ]);
  });
  test('a result that is none of the known', () => {
    check('{"resultType":"SuccessOfAKind"}', [['resultType', 'strong.audit']]);
  });
  test('pretty-printed JSON, and the keys of writers that use PascalCase', () => {
    check(
      '{\n  "OperationName": "DeletePolicy",\n  "Result" : {\n    "ResultType" : "Failed"\n  }\n}',
      [
        ['OperationName', 'strong.audit'],
        ['DeletePolicy', 'entity.name.function.operation.audit'],
        ['ResultType', 'strong.audit'],
        ['Failed', 'token.error-token.audit'],
      ],
      jsonLines,
    );
  });
  test('JSON like JSON Lines', async () => {
    const json = await jsonWith('source.json', true);
    check(
      '[{"resultType":"Success"}]',
      [
        ['resultType', 'strong.audit'],
        ['Success', 'markup.inserted.success.audit'],
      ],
      json,
    );
  });
});

describe('what stays as it was', () => {
  test.each([
    ['other keys and values', '{"name":"operationName","deep":{"a":[1.5,true,null,"x\\n"]}}'],
    ['a key’s name as a value', '{"key":"operationName"}\n{"keys":["resultType","env_time"]}'],
    ['text that looks like a record', '{"resultDescription":"{\\"operationName\\":\\"x\\",\\"resultType\\":\\"Success\\"}"}'],
    ['values that are no text', '{"a":1,"b":null}'],
    ['damage', '{"name":"broken'],
  ])('%s', (_, text) => {
    expect(pieces(jsonLines, text)).toEqual(pieces(plainJsonLines, text));
  });
  test.each([
    ['{"operationName":null,"resultType":7}', ['operationName', 'resultType']],
    ['{"operationName":"cut off', ['operationName']],
  ])('but for the key, values of another kind: %s', (text, keys) => {
    expect(pieces(jsonLines, text).filter(([, scope]) => scope.endsWith('.audit'))).toEqual(keys.map((key) => [key, 'strong.audit']));
  });
  test('escapes inside what stands out', () => {
    const found = pieces(jsonLines, '{"operationName":"a\\"b","resultType":"Success"}');
    expect(found).toContainEqual(['\\"', 'constant.character.escape.json']);
    expect(found).toContainEqual(['Success', 'markup.inserted.success.audit']);
  });
});

describe('JSON Lines of every format', () => {
  const attestation = JSON.parse(readFileSync(new URL('test/vscode/workspace/documented.audit.ndjson', folder), 'utf8')) as object;
  const formats = Object.entries<object>({ attestation, ...inventedRecords });
  const known = /"([oO]perationName|[rR]esultType|env_time|[cC]allerIdentity(?:Value)?|[tT]argetResourceName)":/g;

  test('are of all formats', () => {
    expect(formats.map(([id]) => id)).toEqual(expect.arrayContaining(builtInFormats.formats.map(({ id }) => id)));
  });

  test.each(formats)('%s: are JSON, in which the keys of Azure stand out and nothing else', (_, record) => {
    const line = JSON.stringify(record);
    const found = pieces(jsonLines, `${line}\n${line}`);
    expect(found.filter(([, scope]) => scope.startsWith('invalid'))).toEqual([]);
    expect(found.map(([text]) => text).join('')).toBe(line + line);
    const keys = [...line.matchAll(known)].map(([, key]) => key!);
    expect(found.filter(([, scope]) => scope === 'strong.audit').map(([text]) => text)).toEqual([...keys, ...keys]);
    if (keys.length === 0) {
      expect(found).toEqual(pieces(plainJsonLines, `${line}\n${line}`));
    }
  });
});

test('two hundred lines of the sample hold two hundred operations and nothing that counts as an error', () => {
  const lines = readFileSync(new URL('media/samples/attestation-month.audit.ndjson', folder), 'utf8').split('\n').slice(0, 200);
  const wrong = lines.filter((line) => pieces(jsonLines, line).some(([, scope]) => scope.startsWith('invalid')));
  expect(wrong).toEqual([]);
  expect(
    lines.flatMap((line) => pieces(jsonLines, line)).filter(([, scope]) => scope === 'entity.name.function.operation.audit'),
  ).toHaveLength(200);
});
