import { builtInChoice } from '../../../src/core/formats/formatChoice.ts';
import { sourceText } from '../../../src/core/json/utf8.ts';
import { LogIndex, type SourceIndex } from '../../../src/engine/index/logIndex.ts';
import { NoteLookup } from '../../../src/engine/ingest/general/noteLookup.ts';
import { RecordIndexer } from '../../../src/engine/ingest/general/recordIndexer.ts';
import { nodeCompression } from '../../../src/engine/node/nodeCompression.ts';
import type { BlockWorkers } from '../../../src/engine/parallel/blockWorkers.ts';
import type { SharedReading } from '../../../src/engine/session/sharedReading.ts';
import { GzipMemory } from '../../../src/engine/sources/gzipMemory.ts';
import { steadyClock } from '../../../src/engine/scheduling/clock.ts';

/** What the sources of a log share, and what they have told who listens. */
export interface ListenedReading {
  readonly shared: SharedReading;
  /** The first bytes of each log, as text. */
  readonly heads: readonly string[];
  /** How many rows there were after each piece. */
  readonly rows: readonly number[];
}

/** @param proceeded Called after each piece. */
export function listenedReading(controller = new AbortController(), blockWorkers?: BlockWorkers, proceeded?: () => void): ListenedReading {
  const seed = 1;
  const index = new LogIndex(seed);
  const heads: string[] = [];
  const rows: number[] = [];
  const shared = {
    index,
    platform: { compression: nodeCompression, blockWorkers, clock: steadyClock, formats: builtInChoice },
    indexer: new RecordIndexer(index.table, index.findingWords, seed),
    noteLookup: new NoteLookup(seed),
    gzipMemory: new GzipMemory(),
    listener: {
      began: (head: Uint8Array) => void heads.push(sourceText(head, 0, head.length)),
      proceeded: () => {
        rows.push(index.table.length);
        proceeded?.();
        return undefined;
      },
    },
    signal: controller.signal,
  };
  return { shared, heads, rows };
}

/** The records of a source, by where they stand. */
export function recordsOf({ table }: LogIndex, { firstRow, records }: SourceIndex): readonly (readonly number[])[] {
  return Array.from({ length: records }, (_, record) => {
    const row = firstRow + record;
    return [table.offset.at(row), table.byteLength.data[row] ?? 0, table.line.data[row] ?? 0];
  });
}

/** The findings of a source as `code offset arguments`, those between records as `code record row`. */
export function findingsOf({ findings }: SourceIndex): readonly string[] {
  return Array.from({ length: findings.length }, (_, number) => {
    const relation = findings.relationAt(number);
    if (relation !== undefined) {
      return `${relation.code} ${relation.record} ${relation.other}`;
    }
    const { code, offset, args } = findings.at(number);
    return `${code} ${offset} ${args.join(' ')}`;
  });
}
