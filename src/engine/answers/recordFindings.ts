import { utf16Length } from '../../core/json/utf8.ts';
import type { RecordFinding, TextStretch } from '../../protocol/answers/record.ts';
import type { LogIndex } from '../index/logIndex.ts';
import { storedFinding } from '../index/storedFinding.ts';
import { describeFinding } from './findingItems.ts';

/** The findings of the record in a row, by their numbers in its source, with their stretches of the part of its bytes that is shown. */
export async function recordFindings(
  index: LogIndex,
  row: number,
  findings: readonly number[],
  shown: Uint8Array,
): Promise<readonly RecordFinding[]> {
  const { source } = index.refOf(row);
  const begin = index.table.offset.at(row);
  const stretchOf = stretches(shown);
  return Promise.all(
    findings.map(async (finding) => {
      const { offset, length } = storedFinding(index, source, finding);
      const stretch = stretchOf(offset - begin, length);
      return { ...(await describeFinding(index, source, finding)), stretch };
    }),
  );
}

/**
 * Where bytes of a text are in it, in UTF-16 units. Findings come nearly in the order of their places: the text between two of them is
 * measured once.
 */
function stretches(shown: Uint8Array): (start: number, length: number) => TextStretch | null {
  let known = { byte: 0, unit: 0 };
  const unitAt = (byte: number): number => {
    const end = Math.min(byte, shown.length);
    const from = end < known.byte ? { byte: 0, unit: 0 } : known;
    known = { byte: end, unit: from.unit + utf16Length(shown, from.byte, end) };
    return known.unit;
  };
  return (start, length) => {
    if (start >= shown.length) {
      return null;
    }
    const unit = unitAt(start);
    return { start: unit, end: unitAt(start + length) };
  };
}
