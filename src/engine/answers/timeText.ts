import { effectiveRecord } from '../../core/formats/attestation/effectiveRecord.ts';
import { plainTime } from '../../core/formats/attestation/plainTime.ts';
import { memberOf, nodeString, stringAt } from '../../core/json/valueTree.ts';

/** The text of env_time as a record writes it; undefined if it has none. `bytes` are those of one record. */
export function timeText(bytes: Uint8Array): string | undefined {
  const place = plainTime(bytes);
  if (place !== undefined) {
    return place === 'none' || bytes[place.start] !== 0x22 ? undefined : stringAt(bytes, place.start, place.end);
  }
  const record = effectiveRecord(bytes);
  const node = memberOf(record.root, 'env_time');
  return node?.kind === 'string' ? nodeString(record.bytes, node) : undefined;
}
