import type { Query } from '../../src/core/query/ast.ts';
import { needsRecords } from '../../src/core/query/needsRecords.ts';
import type { Snapshot } from '../../src/protocol/answers/snapshot.ts';

/** Milliseconds. */
const shortPause = 40;
const longPause = 450;
/** Bytes of a log that are searched in less time than a person notices. */
const fewBytes = 2 ** 24;

/** How long typing must rest before a filter is applied: longer where its answer takes long. Milliseconds. */
export function typingPause(query: Query, { bytesRead }: Snapshot): number {
  return bytesRead > fewBytes && needsRecords(query) ? longPause : shortPause;
}
