import { expect, it } from 'vitest';
import { openLog } from '../openLog.ts';

it.each([
  ['plain', '{"operationName":"a","requestId":"r1"}', 'r1'],
  ['with blanks', '{"operationName":"a","requestId" :\t"r1" }', 'r1'],
  ['empty', '{"operationName":"a","requestId":""}', ''],
  ['null', '{"operationName":"a","requestId":null}', null],
  ['missing', '{"operationName":"a","other":"requestId"}', null],
  ['a number', '{"operationName":"a","requestId":17}', '17'],
  ['a list', '{"operationName":"a","requestId":["r1"]}', '["r1"]'],
  ['beyond ASCII', '{"operationName":"a","requestId":"ü"}', 'ü'],
  ['with an escape', String.raw`{"operationName":"a","requestId":"\u0072\"1"}`, 'r"1'],
  ['an escaped key', String.raw`{"operationName":"a","other":{"requestId":"r2"},"request\u0049d":"r1"}`, 'r1'],
  ['of another writer', '{"OperationName":"a","CallerIdentities":[],"RequestId":"r1","other":{"requestId":"r2"}}', 'r1'],
  ['in an object within', '{"operationName":"a","other":{"requestId":"r2"}}', null],
  ['in an object within as well', '{"operationName":"a","other":{"requestId":"r2"},"requestId":"r1"}', 'r1'],
  ['under a key that ends alike', '{"operationName":"a","myrequestId":"r2","requestId":"r1"}', 'r1'],
])('counts a request that is %s', async (_, record, value) => {
  const log = await openLog(`${record}\n${record}\n{"operationName":"b","requestId":"other"}`);
  const facets = await log.request('facets', { query: 'operation:a', field: 'request', limit: 10 });
  expect(facets.values.map(({ value: found, count }) => ({ found, count }))).toEqual([{ found: value, count: 2 }]);
});
