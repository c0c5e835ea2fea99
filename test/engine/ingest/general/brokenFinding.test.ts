import { expect, it } from 'vitest';
import { findingMessage } from '../../../../src/core/finding/findingMessage.ts';
import { brokenFinding } from '../../../../src/engine/ingest/general/brokenFinding.ts';
import { say } from '../../../../src/protocol/say.ts';
import { readAll } from '../../../core/reading/readAll.ts';

it.each<[log: string, marked: string, sentence: string]>([
  ['{"a":1}\n{"a":', '', 'The file ends inside this record.'],
  ['[{"a":1},{"a":[', '', 'The file ends inside this record.'],
  ['[{"a":1},', '', 'The file ends before the array or object around the records is closed.'],
  ['{"records":[{"a":1}]', '', 'The file ends before the array or object around the records is closed.'],
  ['{"a":1 , }', ',', 'Trailing comma: JSON does not allow a comma before the end of an object or array.'],
  ['[{"a":1}\n, ]', ',', 'Trailing comma: JSON does not allow a comma before the end of an object or array.'],
  ['"text"', '"text"', 'Not a record: a record is a JSON object.'],
])('%s is told of', (log, marked, sentence) => {
  const findings = readAll(new TextEncoder().encode(log)).broken.map(brokenFinding);
  const reported = findings.map(({ code, offset, length, args }) => [log.slice(offset, offset + length), say(findingMessage(code, args))]);
  expect(reported).toEqual([[marked, sentence]]);
});
