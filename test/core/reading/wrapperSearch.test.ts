import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInFormats } from '../../../src/core/formats/builtInFormats.ts';
import { encodeText } from '../../../src/core/json/utf8.ts';
import { findWrapper, type Before, type WrapperSearch } from '../../../src/core/reading/wrapperSearch.ts';
import { runs } from '../../runs.ts';

const audit = '{"operationName":"A","resultType":"B"}';
const event = '{"time":"2022-03-01T10:00:00Z","action":"A"}';

function search(text: string, before: Before, final = true): WrapperSearch {
  const bytes = encodeText(text);
  return findWrapper(bytes, 0, bytes.length, before, final, builtInFormats.ownKeys);
}

/** What an object is, and for a wrapper the number of objects around its list and what of the text is from the list on. */
function shapeOf(text: string, before: Before, final = true): string {
  const found = search(text, before, final);
  return found.kind === 'wrapper' ? `${found.around} ${text.slice(found.list)}` : found.kind;
}

describe('behind nothing, the wrapper', () => {
  it.each<[name: string, text: string, list: string]>([
    ['of audit records', `{"records":[${audit}]}`, `[${audit}]}`],
    ['of other objects', '{ "value" : [ {"x":1} ] }', '[ {"x":1} ] }'],
    ['of nothing', '{"items":[ ]}', '[ ]}'],
    ['of nothing, with other keys', '{"id":1,"items":[]}', '[]}'],
    ['of nothing, with what an event has', '{"time":"2022-03-01","action":"A","items":[]}', '[]}'],
    ['with a key in another casing', '{"EVENTS":[{"x":1}]}', '[{"x":1}]}'],
    ['with an escaped key', '{"rec\\u006frds":[{"x":1}]}', '[{"x":1}]}'],
    ['that is cut within its list', '{"records":[{"x":1},', '[{"x":1},'],
    ['that is broken behind its list', '{"value":[{"x":1}],nope}', '[{"x":1}],nope}'],
    ['with an empty list before another', '{"items":[],"value":[{"x":1}]}', '[{"x":1}]}'],
    ['with two lists of other objects', '{"items":[{"x":1}],"value":[{"y":1}]}', '[{"x":1}],"value":[{"y":1}]}'],
    ['with a list of audit records under an unusual key', `{"rows":[${audit}]}`, `[${audit}]}`],
    ['with a list of events that is broken behind', `{"mine":[${event}] xx`, `[${event}] xx`],
    ['with a list of events under an unusual key', `{"mine":[${event}]} \n`, `[${event}]} \n`],
  ])('%s is found: %s', (_, text, list) => {
    expect(shapeOf(text, 'nothing')).toBe(`0 ${list}`);
  });

  it('may have its list one level down', () => {
    expect(shapeOf(`{"took":1,"hits":{"hits":[${audit}]}}`, 'nothing')).toBe(`1 [${audit}]}}`);
    expect(shapeOf(`{"hits":{"hits":[${audit}`, 'nothing')).toBe(`1 [${audit}`);
    expect(search(`{"data":{"rows":[${audit}]}}`, 'nothing')).toMatchObject({ names: { key: 'rows', others: undefined } });
  });
});

describe('a record is', () => {
  it.each<[name: string, text: string]>([
    ['an empty object', '{}'],
    ['an object without lists', '{"a":1,"b":{}}'],
    ['an object with a key of a record before its list', `{"operationName":"A","records":[${audit}]}`],
    ['an object with a key of a record behind an empty list', '{"items":[],"callerIdentities":[]}'],
    ['an object with an empty list under an unusual key', '{"rows":[]}'],
    ['an object with a list of texts', '{"value":["x"]}'],
    ['an object with a list that has not begun', '{"value":['],
    ['an object with a known key in place of a list', '{"records":{"x":1}}'],
    ['an event with a list', '{"time":"2022-03-01T10:00:00Z","action":"A","items":[{"x":1}]}'],
    ['an object with a list of other objects under an unusual key', '{"rows":[{"x":1},{"x":2}]}'],
    ['an object with a list of events under an unusual key, which is not alone', `{"mine":[${event}]}{"mine":[]}`],
    ['an object that is broken at once', '{nope'],
  ])('%s: %s', (_, text) => {
    expect(shapeOf(text, 'nothing')).toBe('record');
  });
});

describe('what is before an object counts', () => {
  it.each<[text: string, nothing: string, wrappers: string, records: string]>([
    [`{"value":[${audit}]}`, 'wrapper', 'wrapper', 'wrapper'],
    [`{"rows":[${audit}]}`, 'wrapper', 'wrapper', 'wrapper'],
    ['{"value":[{"x":1}]}', 'wrapper', 'wrapper', 'record'],
    ['{"value":[]}', 'wrapper', 'wrapper', 'wrapper'],
    ['{"@odata.count":0,"value":[],"nextLink":"n"}', 'wrapper', 'wrapper', 'wrapper'],
    ['{"id":0,"value":[]}', 'wrapper', 'wrapper', 'record'],
    ['{"value":[]', 'wrapper', 'wrapper', 'record'],
    [`{"value":[{"x":1}],"items":[${audit}]}`, 'wrapper', 'wrapper', 'wrapper'],
    [`{"logs":[${event}]}`, 'wrapper', 'wrapper', 'record'],
    [`{"mine":[${event}]}`, 'wrapper', 'record', 'record'],
  ])('%s behind nothing: %s, behind wrappers: %s, behind records: %s', (text, ...kinds) => {
    const all = (['nothing', 'wrappers', 'records'] as const).map((before) => search(text, before).kind);
    expect(all).toEqual(kinds);
  });

  it('for the list with which reading begins: behind records it is that of records', () => {
    const text = `{"value":[{"x":1}],"items":[${audit}]}`;
    expect([shapeOf(text, 'nothing'), shapeOf(text, 'records')]).toEqual([`0 ${text.slice(9)}`, `0 [${audit}]}`]);
  });
});

describe('of a wrapper is told', () => {
  it.each<[name: string, text: string, link: string | undefined]>([
    ['before its list', '{"nextLink":"n","value":[]}', '"n"'],
    ['before its list, twice', '{"nextLink":"m","@odata.nextLink":"n","value":[]}', '"n"'],
    ['behind its list', '{"value":[],"nextLink":"n"}', undefined],
    ['that is none', '{"nextLink":null,"value":[]}', undefined],
  ])('a link %s', (_, text, link) => {
    const found = search(text, 'nothing');
    const span = found.kind === 'wrapper' ? found.nextLink : undefined;
    expect(span && text.slice(span.start, span.end)).toBe(link);
  });

  it('which keys of lists stand up to its own, and which of them twice', () => {
    expect(search(`{"items":[${audit}]}`, 'nothing')).toMatchObject({ names: { key: 'items', count: 1 }, repeated: undefined });
    const text = `{"items":1,"value":null,"items":[${audit}],"records":[]}`;
    expect(search(text, 'nothing')).toMatchObject({
      names: { key: 'value', count: 2, others: { key: 'items', others: undefined } },
      repeated: { start: text.lastIndexOf('"items"'), end: text.lastIndexOf('"items"') + 7 },
    });
  });

  it.each<[text: string, inVain: number]>([
    ['{"a":1}', 7],
    ['{"a":1,"operationName":1}', 7],
    ['{"a":1,x', 7],
    ['{"value":[{"x":1}]}', 0],
    [`{"value":[${audit}]}`, 2],
    [`{"value":[{"x":1,"resultType":1}]}`, 8],
    ['{"value":[{"x":1', 16],
  ])('how many bytes of %s were looked at in vain', (text, inVain) => {
    expect(search(text, 'nothing')).toMatchObject({ inVain });
  });
});

it.each<[text: string, path: readonly string[] | undefined]>([
  ['{"id":1,"parts":[{"x":1},{"x":2}]}', ['parts']],
  ['{"a":{"parts":[{"x":1},{"x":2}]}}', ['a', 'parts']],
  ['{"id":1,"parts":[{"x":1}]}', undefined],
  ['{"parts":[{"x":1},{"x":2}],nope}', undefined],
])('of the record %s a list is told: %j', (text, path) => {
  const found = search(text, 'nothing');
  expect(found.kind === 'record' ? found.inside?.path : 'none').toEqual(path);
});

describe('more bytes', () => {
  it.each([
    '{',
    '{"val',
    '{"value"',
    '{"value":',
    '{"value":[',
    '{"value":[{"x":1}',
    '{"a":1',
    `{"mine":[${event}]}`,
    `{"mine":[${event}]} \n`,
  ])('are needed behind %s, if they may come', (text) => {
    expect(search(text, 'nothing', false).kind).toBe('incomplete');
    expect(search(text, 'nothing', true).kind).not.toBe('incomplete');
  });

  it.each(['{"a":x', '{"a":[1,x', '{"a":1 "b"', '{x'])('are not needed behind %s, which is broken', (text) => {
    expect(search(text, 'nothing', false).kind).toBe('record');
  });

  it('are not needed for an object that is too long to be looked at as a whole', () => {
    const long = `"${'x'.repeat(256 * 1024)}"`;
    expect(search(`{"a":${long}`, 'nothing', false).kind).toBe('record');
    expect(search(`{"value":[{"x":${long}`, 'nothing', false).kind).toBe('wrapper');
  });

  it('change nothing that was told without them', () => {
    const value = fc.constantFrom('1', '[]', '{}', '"2022-03-01"', `[${audit}]`, '[{"x":1},{"x":2}]', `[${event}]`, `{"rows":[${audit}]}`);
    const key = fc.constantFrom('value', 'Items', 'rows', 'mine', 'time', 'action', 'nextLink', 'resultType');
    const object = fc.array(fc.tuple(key, value), { maxLength: 4 }).map((all) => `{${all.map(([of, is]) => `"${of}":${is}`).join(',')}}`);
    fc.assert(
      fc.property(object, fc.constantFrom<Before[]>('nothing', 'wrappers', 'records'), fc.nat(), (text, before, cut) => {
        const part = text.slice(0, 1 + (cut % text.length));
        const early = search(part, before, false);
        const whole = { ...search(`${text}\n`, before), inVain: 0 };
        expect(early.kind === 'incomplete' ? whole : { ...early, inVain: 0 }).toEqual(whole);
      }),
      { numRuns: runs(1000) },
    );
  });
});
