import fc from 'fast-check';
import { expect, it } from 'vitest';
import { builtInFormats } from '../../../src/core/formats/builtInFormats.ts';
import { parseRecord } from '../../../src/core/formats/parsedRecord.ts';
import { RecordParser } from '../../../src/core/formats/recordParser.ts';
import { encodeText } from '../../../src/core/json/utf8.ts';
import { otherLogs } from '../../engine/otherRecords.ts';
import { naiveLog } from '../../engine/query/naive/records.ts';
import { runs } from '../../runs.ts';

it('takes records apart as a look at all their values does', () => {
  const parser = new RecordParser(builtInFormats);
  const lines = fc.oneof(
    otherLogs,
    naiveLog.map((sources) => sources.flat().map(({ written }) => written)),
  );
  fc.assert(
    fc.property(lines, (texts) => {
      for (const bytes of texts.map(encodeText)) {
        const [quick, slow] = [parser.parse(bytes), parseRecord(bytes, builtInFormats)];
        expect([quick.other?.format.id, quick.other?.envelope]).toEqual([slow.other?.format.id, slow.other?.envelope]);
        expect([quick.bytes, quick.root]).toEqual([slow.bytes, slow.root]);
      }
    }),
    { numRuns: runs(200) },
  );
});
