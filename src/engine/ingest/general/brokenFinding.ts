import type { BrokenStretch } from '../../../core/reading/recordSink.ts';
import type { NewFinding } from '../../findings/findingTable.ts';

/** Faults whose place is the whole stretch. Of broken JSON the place is the byte at which reading failed. */
const wholeStretch: ReadonlySet<string> = new Set([
  'syntax.notAnObject',
  'syntax.padding',
  'syntax.encoding',
  'syntax.duplicateKey',
  'value.partialExport',
]);

/** The finding about a stretch that holds no record. */
export function brokenFinding({ code, start, end, failure, line, fault }: BrokenStretch): NewFinding {
  const isWhole = wholeStretch.has(code);
  return {
    code,
    record: -1,
    pointer: '',
    offset: isWhole ? start : failure,
    length: isWhole ? end - start : Math.min(1, end - failure),
    line,
    // No record is cut where the file ends between two.
    args: code === 'syntax.truncated' && start === end ? ['between'] : fault === undefined ? [] : [fault],
  };
}
