import { effectiveRecord } from '../../core/reading/effectiveRecord.ts';
import { memberOf, nodeString } from '../../core/reading/valueTree.ts';

/** The text of env_time as a record writes it; undefined if it has none. `bytes` are those of one record. */
export function timeText(bytes: Uint8Array): string | undefined {
  const record = effectiveRecord(bytes);
  const node = memberOf(record.root, 'env_time');
  return node?.kind === 'string' ? nodeString(record.bytes, node) : undefined;
}
