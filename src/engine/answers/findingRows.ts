import { findingCodes, findingSeverities, type Severity } from '../../core/finding/codes.ts';
import type { FindingCodes, FindingRow, FindingRows } from '../../protocol/answers/findings.ts';
import type { Row } from '../../protocol/answers/page.ts';
import type { RecordRef } from '../../protocol/reference.ts';
import type { Requests } from '../../protocol/requests.ts';
import { codeNumber } from '../findings/findingTable.ts';
import { findingOrder } from '../index/findingOrder.ts';
import type { LogIndex } from '../index/logIndex.ts';
import { visitTogether } from '../index/visitTogether.ts';
import { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import type { AnswerContext } from './context.ts';
import { describeFinding } from './findingItems.ts';
import { excerptOf, matchingFindings } from './findings.ts';
import { Places } from './places.ts';
import { describeRow } from './rows.ts';

const severities: readonly Severity[] = ['error', 'warning', 'information'];

/** Counts findings by their codes. */
export async function answerFindingCodes(
  { index, results }: AnswerContext,
  { query }: Requests['findingCodes']['params'],
  signal: AbortSignal,
): Promise<FindingCodes> {
  const work = new CooperativeTask(signal);
  const isCounted = await matchingFindings({ index, results }, query, work);
  const byCode = new Uint32Array(findingCodes.length);
  for (const [source, { findings }] of index.sources.entries()) {
    await work.forEach(0, index.findingCounts[source] ?? 0, (finding) => {
      if (isCounted(source, finding)) {
        byCode[codeNumber(findings.codeAt(finding))]!++;
      }
    });
  }
  const codes = findingCodes
    .map((code, number) => ({ code, severity: findingSeverities[code], count: byCode[number]! }))
    .filter(({ count }) => count > 0)
    .toSorted((left, right) => severities.indexOf(left.severity) - severities.indexOf(right.severity) || right.count - left.count);
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0 };
  for (const { severity, count } of codes) {
    counts[severity] += count;
  }
  return { snapshot: index.snapshot, codes, total: counts.error + counts.warning + counts.information, counts };
}

/** Findings of one code, source by source and in the order of their places. A code that is none has no findings. */
export async function answerFindingRows(
  { index, results }: AnswerContext,
  { query, code, at, count }: Requests['findingRows']['params'],
  signal: AbortSignal,
): Promise<FindingRows> {
  const work = new CooperativeTask(signal);
  const isCounted = await matchingFindings({ index, results }, query, work);
  const shown: { readonly source: number; readonly finding: number }[] = [];
  let total = 0;
  for (const [source, { findings }] of index.sources.entries()) {
    const isMeant = (finding: number): boolean => findings.codeAt(finding) === code && isCounted(source, finding);
    const order = await findingOrder(index, source, 'byPlace', isMeant, work);
    const from = Math.max(0, at - total);
    shown.push(...Array.from(order.subarray(from, Math.max(from, at + count - total)), (finding) => ({ source, finding })));
    total += order.length;
  }
  return { snapshot: index.snapshot, at, rows: await describeRows(index, shown, signal), total };
}

async function describeRows(
  index: LogIndex,
  shown: readonly { readonly source: number; readonly finding: number }[],
  signal: AbortSignal,
): Promise<readonly FindingRow[]> {
  const work = new CooperativeTask(signal);
  const items = [];
  for (const { source, finding } of shown) {
    items.push(await describeFinding(index, source, finding));
    await work.pause();
  }
  const records = await describeRecords(
    index,
    items.flatMap(({ record }) => record ?? []),
    signal,
  );
  const places = new Places(index);
  const rows: FindingRow[] = [];
  for (const item of items) {
    const row = item.record === null ? undefined : records.get(index.rowOf(item.record) ?? -1);
    rows.push({
      ...item,
      range: await places.ofFinding(item.ref),
      time: row?.time ?? null,
      sentence: row?.sentence ?? null,
      excerpt: item.record === null ? await excerptOf(index, item.ref) : null,
    });
    await work.pause();
  }
  return rows;
}

/** What the list says of records, by their rows. */
async function describeRecords(index: LogIndex, refs: readonly RecordRef[], signal: AbortSignal): Promise<ReadonlyMap<number, Row>> {
  const rows = new Set(refs.flatMap((ref) => index.rowOf(ref) ?? []));
  const described = new Map<number, Row>();
  await visitTogether(index, Uint32Array.from(rows).sort(), signal, (row, bytes) => {
    described.set(row, describeRow(index, row, bytes));
  });
  return described;
}
