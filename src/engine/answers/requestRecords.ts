import { excerpt } from '../../core/finding/verdict.ts';
import { parseRecord } from '../../core/formats/parsedRecord.ts';
import { stageOf } from '../../core/formats/stage.ts';
import { literalTerm } from '../../core/query/editQuery.ts';
import type { FieldRef } from '../../core/query/fields.ts';
import { maskSecrets } from '../../core/record/maskSecrets.ts';
import type { RequestRecord, RequestRecords } from '../../protocol/answers/record.ts';
import type { LogIndex } from '../index/logIndex.ts';
import { isPlainHash } from '../ingest/values/values.ts';
import { valuesOfRow } from '../query/valuesOfRow.ts';
import type { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import { describeRow } from './rows.ts';

/** So many records are looked at: of a request that has as many nobody counts them. */
const maxLooked = 64;
/** And so many of them shown. */
const maxShown = 12;

/** Rows that are searched without a look at whether others want their turn. */
const rowsAtOnce = 1024 * 1024;

const request: FieldRef = { kind: 'named', name: 'request' };

/**
 * The records of the request that a record belongs to: those whose hash is the same are read, as long as they are few. Of a
 * request that can be written in several ways only the filter knows how many there are.
 *
 * @param bytes Those of the record.
 */
export async function requestRecords(
  index: LogIndex,
  row: number,
  bytes: Uint8Array,
  work: CooperativeTask,
): Promise<RequestRecords | null> {
  const hashes = index.table.request.data;
  const hash = hashes[row]!;
  const id = requestOf(index, row, bytes);
  if (id === '' || maskSecrets(id) !== id) {
    return null;
  }
  const candidates = await rowsWith(hash, hashes.subarray(0, index.rows), work);
  const records: RequestRecord[] = [];
  let found = 0;
  for (const other of candidates) {
    const own = other === row ? bytes : await index.bytesOf(other);
    if (requestOf(index, other, own).toLowerCase() === id.toLowerCase()) {
      found++;
      if (records.length < maxShown) {
        const stage = stageOf(parseRecord(own, index.formats));
        records.push({ row: describeRow(index, other, own), stage: stage === null ? null : excerpt(stage) });
      }
    }
    await work.pause();
  }
  const isCounted = isPlainHash(hash) && candidates.length < maxLooked;
  return isCounted && found < 2 ? null : { filter: literalTerm('request', id), total: isCounted ? found : null, records };
}

/** The id of a row's request; empty where it has none. `bytes` are those of its record. */
export function requestOf(index: LogIndex, row: number, bytes: Uint8Array): string {
  return index.table.request.data[row] === 0 ? '' : (valuesOfRow(index, row, bytes).values(request)[0] ?? '');
}

/** The first rows with a hash. */
async function rowsWith(hash: number, hashes: Uint32Array, work: CooperativeTask): Promise<readonly number[]> {
  const found: number[] = [];
  for (let from = 0; from < hashes.length && found.length < maxLooked; from += rowsAtOnce) {
    const part = hashes.subarray(from, from + rowsAtOnce);
    for (let at = part.indexOf(hash); at !== -1 && found.length < maxLooked; at = part.indexOf(hash, at + 1)) {
      found.push(from + at);
    }
    await work.pause();
  }
  return found;
}
