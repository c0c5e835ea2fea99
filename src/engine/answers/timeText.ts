import { keyOf } from '../../core/formats/attestation/roleKeys.ts';
import { plainTime } from '../../core/formats/attestation/plainTime.ts';
import { parseRecord } from '../../core/formats/parsedRecord.ts';
import { timeOf } from '../../core/formats/roleTime.ts';
import { TreeSource } from '../../core/formats/treeSource.ts';
import { memberOf, nodeString, stringAt } from '../../core/json/valueTree.ts';
import type { LogIndex } from '../index/logIndex.ts';

/** The time of a record as text, as the record writes it where that is RFC 3339; undefined if it has none. `bytes` are those of one record. */
export function timeText({ formats }: LogIndex, bytes: Uint8Array): string | undefined {
  const place = plainTime(bytes);
  if (place !== undefined && place !== 'none') {
    return bytes[place.start] !== 0x22 ? undefined : stringAt(bytes, place.start, place.end);
  }
  const { root, bytes: own, other } = parseRecord(bytes, formats);
  if (other !== undefined) {
    return timeOf(other, new TreeSource(other.paths, own, root))?.text;
  }
  const node = memberOf(root, keyOf.time);
  return node?.kind === 'string' ? nodeString(own, node) : undefined;
}
