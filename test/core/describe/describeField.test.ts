import { describe, expect, test } from 'vitest';
import { describeFieldAt } from '../../../src/core/describe/describeField.ts';
import { parseValueTree } from '../../../src/core/json/valueTree.ts';

/** Checks what is at the marker `¦`: the pointer, and the text that the description is about. */
function check(marked: string, expected: readonly [pointer: string, about: string] | undefined): void {
  const offset = marked.indexOf('¦');
  const json = marked.replace('¦', '');
  const bytes = new TextEncoder().encode(json);
  const found = describeFieldAt(bytes, parseValueTree(bytes, 0, bytes.length), offset);
  expect(found && [found.field.pointer, json.slice(found.start, found.end)]).toEqual(expected);
}

describe('what stands at an offset', () => {
  test.each([
    ['{"env_¦ver":"2.1"}', ['/env_ver', '"env_ver"']],
    ['{"env_ver" ¦: "2.1"}', undefined],
    ['{"env_ver":¦"2.1"}', ['/env_ver', '"2.1"']],
    ['{"env_ver":"2.1"¦,"env_name":"x"}', undefined],
    ['¦{"env_ver":"2.1"}', undefined],
    ['{"a":[1,{"b":¦true}]}', ['/a/1/b', 'true']],
    ['{"a":[¦1,{"b":true}]}', ['/a/0', '1']],
    ['{"a":[1¦,{"b":true}]}', ['/a', '[1,{"b":true}]']],
    ['{"callerIdentities":[{"callerIdentityType":"UPN","callerIdentity":"da¦na"}]}', ['/callerIdentities/0/callerIdentity', '"dana"']],
    ['{"nCloud":"a¦","nCloud":"bc"}', ['/nCloud', '"a"']],
  ] as const)('%s', (marked, expected) => {
    check(marked, expected);
  });
});

describe('what is told in a hover', () => {
  test.each([
    ['{"callerIdentities":[{"callerIdentityType":"¦UPN"}]}', { name: 'callerIdentityType', title: 'Identity type', filter: null }],
    ['{"targetResources":[{"targetResourceType":"¦ResourceId"}]}', { name: 'targetResourceType', title: 'Target type', filter: null }],
    ['{"callerIdentities":[¦{"callerIdentityType":"UPN"}]}', { name: 'callerIdentities', type: 'object', filter: null }],
    ['{"auditEventCategory":¦["Other"]}', { name: 'auditEventCategory', type: 'array of strings', filter: null }],
    ['{"auditEventCategory":["¦Other"]}', { name: 'auditEventCategory', type: 'string', filter: 'category:Other' }],
    ['{"extra":¦5}', { name: 'extra', title: 'extra', documentation: '', group: 'other', filter: 'key.extra:5' }],
    ['{"extra":{"deep":¦5}}', { name: 'deep', group: 'other', filter: 'key.extra.deep:5' }],
    ['{"extra":[{"a.b":["¦x"]}]}', { filter: 'key.extra.a.b:x' }],
    ['{"extra":[["¦x"]]}', { filter: null }],
    ['{"extra":{"":"¦x"}}', { filter: 'key."extra.":x' }],
    ['{"payload":{"deep":¦5}}', { filter: null }],
    ['{"resultDescription":{"deep":¦5}}', { name: 'deep', group: 'operation', filter: null }],
  ])('%s', (marked, expected) => {
    const bytes = new TextEncoder().encode(marked.replace('¦', ''));
    expect(describeFieldAt(bytes, parseValueTree(bytes, 0, bytes.length), marked.indexOf('¦'))?.field).toMatchObject(expected);
  });
});
