import type { SameRequests } from '../../protocol/answers/sameRequests.ts';
import type { Requests } from '../../protocol/requests.ts';
import type { LogIndex } from '../index/logIndex.ts';
import { visitRecords } from '../index/visitRecords.ts';
import { fieldNamed } from '../query/fieldNamed.ts';
import { emptyWords, RowSet } from '../query/rowSet.ts';
import { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import type { AnswerContext } from './context.ts';
import { countField } from './countValues.ts';
import { mostFrequent } from './facets.ts';
import { requestOf } from './requestRecords.ts';

/** So many records are read of the matching ones, and of the others: a log may be one request. */
const maxRead = 5000;

/** What else happened in the requests of the matching records. */
export async function answerSameRequests(
  context: AnswerContext,
  { query, fields, limit }: Requests['sameRequests']['params'],
  signal: AbortSignal,
): Promise<SameRequests> {
  const { index, results } = context;
  const work = new CooperativeTask(signal);
  const { rows, requests, isWhole } = await othersOf(index, await results.matching(query, signal), work);
  const counted: SameRequests['fields'][number][] = [];
  for (const field of fields) {
    const counts = new Map((await countField(context, fieldNamed(index, field), rows, work)).values);
    counts.delete(null);
    counted.push({ field, values: await mostFrequent(counts, limit, work), total: counts.size });
  }
  return { snapshot: index.snapshot, records: rows.count, requests, isWhole, fields: counted };
}

interface Others {
  readonly rows: RowSet;
  readonly requests: number;
  readonly isWhole: boolean;
}

/** The column of requests has hashes only, which two requests may share: the records say which these are. */
async function othersOf(index: LogIndex, matching: RowSet, work: CooperativeTask): Promise<Others> {
  const hashes = index.table.request.data;
  const own = new Set<number>();
  const shared = new Set<number>();
  await work.forEach(0, index.rows, (row) => void (matching.has(row) && hashes[row] !== 0 && own.add(hashes[row]!)));
  const others = await rowsWhere(index, work, (row) => {
    const isOther = own.has(hashes[row]!) && !matching.has(row);
    if (isOther) {
      shared.add(hashes[row]!);
    }
    return isOther;
  });
  const sharing = await rowsWhere(index, work, (row) => matching.has(row) && shared.has(hashes[row]!));
  const known = new Set<string>();
  await visitRecords(index, sharing.rows, work.signal, (row, bytes) => void known.add(nameOf(index, row, bytes)));
  const words = emptyWords(index.rows);
  const requests = new Set<string>();
  await visitRecords(index, others.rows, work.signal, (row, bytes) => {
    const name = nameOf(index, row, bytes);
    if (known.has(name)) {
      requests.add(name);
      words[row >>> 5]! |= 1 << (row & 31);
    }
  });
  return { rows: new RowSet(words, index.rows), requests: requests.size, isWhole: sharing.isWhole && others.isWhole };
}

/** Filters find requests without regard to case. */
function nameOf(index: LogIndex, row: number, bytes: Uint8Array): string {
  return requestOf(index, row, bytes).toLowerCase();
}

/** The first rows with a property, at most as many as are read. */
async function rowsWhere(
  index: LogIndex,
  work: CooperativeTask,
  has: (row: number) => boolean,
): Promise<{ readonly rows: Uint32Array; readonly isWhole: boolean }> {
  const rows: number[] = [];
  await work.forEach(0, index.rows, (row) => void (rows.length <= maxRead && has(row) && rows.push(row)));
  return { rows: Uint32Array.from(rows.slice(0, maxRead)), isWhole: rows.length <= maxRead };
}
