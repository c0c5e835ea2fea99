import { parseJsonText } from '../json/parseJsonText.ts';
import type { ParsedRecord } from './parsedRecord.ts';
import { PathSet } from './pathSet.ts';
import { firstText, scalarText } from './roles.ts';
import { TreeSource } from './treeSource.ts';

/** The id that a record gives itself among those of its format; undefined for one without, such as Attestation's. */
export function recordIdOf({ bytes, root, other }: ParsedRecord): string | undefined {
  return other && firstText(new TreeSource(other.paths, bytes, root), other.recordId);
}

/** The JSON text of the record itself, without the envelope that it is in. */
export function contentOf({ bytes, root, other }: ParsedRecord): Uint8Array {
  if (other === undefined || other.envelope.length === 0) {
    return bytes;
  }
  const inEnvelope = new PathSet(other.envelope);
  const [found] = new TreeSource(inEnvelope, bytes, root).values(inEnvelope.add([]));
  if (found === undefined) {
    return bytes;
  }
  const text = scalarText(found);
  return text === undefined ? found.bytes.subarray(found.start, found.end) : (parseJsonText(text)?.bytes ?? bytes);
}
