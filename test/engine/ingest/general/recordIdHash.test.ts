import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { builtInFormats } from '../../../../src/core/formats/builtInFormats.ts';
import { parseRecord } from '../../../../src/core/formats/parsedRecord.ts';
import { recordIdOf } from '../../../../src/core/formats/recordId.ts';
import { encodeText } from '../../../../src/core/json/utf8.ts';
import { runs } from '../../../runs.ts';
import { inventedRecords } from '../../../core/formats/inventedRecords.ts';
import { otherLogs } from '../../otherRecords.ts';
import { readIndex } from '../../readIndex.ts';

it('is equal for records with one id, and 0 for those without any', async () => {
  await fc.assert(
    fc.asyncProperty(otherLogs, async (lines) => {
      const { table } = await readIndex(lines.join('\n'));
      const ids = lines.map((line) => {
        const record = parseRecord(encodeText(line), builtInFormats);
        const id = recordIdOf(record);
        return id === undefined ? undefined : `${record.other!.format.id} ${id}`;
      });
      ids.forEach((id, row) => {
        expect(table.recordId.at(row) !== 0).toBe(id !== undefined);
        expect(table.recordId.at(row) === table.recordId.at(ids.indexOf(id))).toBe(true);
      });
      expect(new Set(ids).size).toBe(new Set(ids.map((_, row) => table.recordId.at(row))).size);
    }),
    { numRuns: runs(100) },
  );
});

const { cloudTrail, gcpAudit, kubernetesAudit } = inventedRecords;

test.each<[title: string, left: string, right: string, isEqual: boolean]>([
  [
    'an escape is another writing of the same id',
    JSON.stringify(cloudTrail),
    JSON.stringify(cloudTrail).replace('"eventID":"0f1e', String.raw`"eventID":"0\u00661e`),
    true,
  ],
  [
    'another stage is another record',
    JSON.stringify(kubernetesAudit),
    JSON.stringify({ ...kubernetesAudit, stage: 'RequestReceived' }),
    false,
  ],
  ['another log is another record', JSON.stringify(gcpAudit), JSON.stringify({ ...gcpAudit, logName: 'projects/shop-prod/logs/x' }), false],
  [
    'an id without its further parts is one',
    JSON.stringify({ ...gcpAudit, logName: null }),
    JSON.stringify({ ...gcpAudit, logName: '' }),
    true,
  ],
  ['records in envelopes have their ids', JSON.stringify(cloudTrail), JSON.stringify({ detail: cloudTrail }), true],
])('%s', async (_, left, right, isEqual) => {
  const { table } = await readIndex(`${left}\n${right}`);
  expect(table.recordId.at(0)).not.toBe(0);
  expect(table.recordId.at(0) === table.recordId.at(1)).toBe(isEqual);
});
