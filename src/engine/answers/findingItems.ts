import { findingSeverities } from '../../core/finding/codes.ts';
import { findingMessage } from '../../core/finding/findingMessage.ts';
import type { FindingItem } from '../../protocol/answers/findings.ts';
import type { LogIndex } from '../index/logIndex.ts';
import { storedFinding } from '../index/storedFinding.ts';

/** A finding of a source, with its sentence. */
export async function describeFinding(index: LogIndex, source: number, finding: number): Promise<FindingItem> {
  const { source: bytes } = index.sources[source]!;
  const { code, record, pointer, offset, length, args, related } = storedFinding(index, source, finding);
  return {
    ref: { source, finding },
    code,
    severity: findingSeverities[code],
    message: findingMessage(code, code === 'syntax.encoding' ? [...args, bytes.encodingAt(offset)] : args),
    record: record === -1 ? null : { source, index: record },
    pointer,
    ...(await bytes.placeOf(offset, length)),
    related: related === -1 ? null : { source, index: related },
  };
}
