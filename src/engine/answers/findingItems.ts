import { findingSeverities } from '../../core/findings/codes.ts';
import { findingMessage } from '../../core/findings/findingMessage.ts';
import type { FindingItem } from '../../protocol/answers.ts';
import type { LogIndex } from '../index/logIndex.ts';

/** A finding of a source, with its sentence. */
export function describeFinding(index: LogIndex, source: number, finding: number): FindingItem {
  const { code, record, pointer, offset, length, args, related } = index.sources[source]!.findings.at(finding);
  return {
    ref: { source, finding },
    code,
    severity: findingSeverities[code],
    message: findingMessage(code, args),
    record: record === -1 ? null : { source, index: record },
    pointer,
    byteOffset: offset,
    byteLength: length,
    related: related === -1 ? null : { source, index: related },
  };
}
