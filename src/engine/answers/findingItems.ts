import { findingSeverities } from '../../core/finding/codes.ts';
import { findingMessage } from '../../core/finding/findingMessage.ts';
import { excerpt } from '../../core/finding/verdict.ts';
import { recordIdOf } from '../../core/formats/recordId.ts';
import type { FindingItem } from '../../protocol/answers/findings.ts';
import type { LogIndex } from '../index/logIndex.ts';
import { storedFinding } from '../index/storedFinding.ts';

/** A finding of a source, with its sentence. */
export async function describeFinding(index: LogIndex, source: number, finding: number): Promise<FindingItem> {
  const { source: bytes, firstRow } = index.sources[source]!;
  const { code, record, pointer, offset, length, args, related } = storedFinding(index, source, finding);
  const isOfId = code === 'id.duplicate' || code === 'id.conflict';
  const named = isOfId ? [await idOf(index, firstRow + record), ...args] : args;
  return {
    ref: { source, finding },
    code,
    severity: findingSeverities[code],
    message: findingMessage(code, code === 'syntax.encoding' ? [...args, bytes.encodingAt(offset)] : named),
    record: record === -1 ? null : { source, index: record },
    pointer,
    ...(await bytes.placeOf(offset, length)),
    related: related === -1 ? null : { source, index: related },
  };
}

/** The id that a record gives itself, which no column holds. */
async function idOf(index: LogIndex, row: number): Promise<string> {
  return excerpt(recordIdOf(index.parser.parse(await index.bytesOf(row))) ?? '');
}
