import { expect, it } from 'vitest';
import { lineAt, shownSource } from '../../../webview/source/shownSource.ts';
import { openLog } from '../../engine/openLog.ts';
import { inventedRecord } from '../double/inventedRecords.ts';
import { pieceText } from './sourceLines.ts';

async function sourceOf(record: object) {
  const log = await openLog(`  ${JSON.stringify(record, null, 1)}\n`);
  const detail = await log.request('record', { ref: { source: 0, index: 0 } });
  return { detail, shown: shownSource(detail, new Set()) };
}

it('marks findings in the order of their places, what is said of all of the record at its first brace', async () => {
  const { operationName: _, ...record } = inventedRecord(3);
  const { detail, shown } = await sourceOf({ zzz: 1, ...record, resultType: 7 });
  const codes = shown.found.map((index) => [
    detail.findings[index]!.code,
    detail.text.slice(shown.stretches[index]!.start, shown.stretches[index]!.end),
  ]);
  expect(codes).toEqual([
    ['schema.required', '{'],
    ['value.unknownKey', '"zzz"'],
    ['schema.type', '7'],
  ]);
});

it('knows the line of each place, also of one between lines', async () => {
  const { detail, shown } = await sourceOf({ ...inventedRecord(3), body: '{"a":[1,2]}' });
  const unfolded = shownSource(detail, new Set(shown.folds));
  for (const { lines } of [shown, unfolded]) {
    for (const [index, { pieces }] of lines.entries()) {
      for (const { layer, from } of pieces) {
        expect(lineAt(lines, layer.places === undefined ? from : layer.places[from]!)).toBe(index);
      }
    }
  }
  expect(pieceText(unfolded.lines[lineAt(unfolded.lines, detail.text.indexOf('[1,2]') + 1)]!.pieces[0]!)).toBe('1');
  expect(lineAt(shown.lines, 1)).toBe(1);
});
