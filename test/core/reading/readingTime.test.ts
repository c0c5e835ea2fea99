import { expect, it } from 'vitest';
import { timeFault } from '../../../scripts/fuzz/timing.ts';

it.each<[name: string, repeated: string]>([
  ['objects that are not closed', '{"x":\n'],
  ['objects that are not closed, behind a next link', '{"nextLink":"x","a":{"b":\n'],
  ['braces', '{\n'],
  ['lists that are not closed', '{"x":[\n'],
  ['wrappers that are not closed', '{"value":[\n'],
  ['wrappers whose list is cut', '{"value":[{"x":1},\n'],
  ['wrappers whose tail is cut', '{"value":[{}],"a":\n'],
  ['wrappers with two lists', '{"value":[],"value":[{"c":1},\n'],
  ['wrappers with many lists', '{"value":[{"a":1}],"items":[{"b":1}],"items":[{"c":'],
  ['wrappers in wrappers that are cut', '{"records":[{"operationName":"a"},'],
  ['wrappers under any key in wrappers', '{"a":[{"operationName":"a","targetResources":1},'],
  ['wrappers of events in wrappers', '{"rows":[{"time":"2022-03-01","action":"a"},'],
  ['wrappers of lists of events', '{"value":[{"a":[{"time":"2022-03-01","action":"a"},'],
  ['lists in objects that are not closed', '{"a":{"b":[{"c":1},'],
  ['lists in objects', '{"a":{"b":[{"c":1},{"c":2}]}}\n'],
  ['text in brackets', '[Wed Oct 11] x\n'],
  ['brackets before text', '[Wed'],
  ['empty wrappers in a list', '[{"value":[],"nextLink":null},'],
  ['wrappers in broken lists', '{"value":[{"a":[\n{"value":[]}\n]x}]}\n'],
  ['cut wrappers between records', '{"operationName":"a"}\n{"value":[{"a":\n'],
  ['cut lines before lines with another key', '{"operationName":"x","a":\n{"b":1}\n'],
  ['cut lines before lines with another key and text', '{"a":[\n{"b":1}\n"x"\n'],
  ['cut lines before lines of objects and blanks', `{"a":[\n{"b":1},\n${'\n'.repeat(50)}`],
  ['records in records that are not closed', '{"operationName":"x","a":'],
  ['records with another first key in records that are not closed', '{"x":1,"operationName":"x","targetResources":'],
  ['records with another first key in lists', '{"x":[{"y":[{"x":1,"operationName":"x","targetResources":[]},'],
  ['records in records that are broken', '{"a":x,"b":{"x":1,"operationName":"x","targetResources":2},'],
  ['texts in a list', '"x",'],
  ['lone brackets', '{"a":1}\n[\n'],
  ['lone brackets before texts', '{"a":1}\n[\n"x"\n'],
  ['parts of records that show one key of a record', '{"a":x,"b":{"x":1,"operationName":"x",'],
])(
  'reading %s takes no more time for each byte of a longer log',
  (_, repeated) => {
    expect(timeFault(new TextEncoder().encode(repeated))).toBeUndefined();
  },
  60_000,
);
