import type { FindingGroup, Findings, PlacedFinding, PlacedFindings, Severity } from '../../protocol/answers.ts';
import type { Questions } from '../../protocol/requests.ts';
import { BadRequest } from '../query/results.ts';
import type { AnswerContext } from './context.ts';
import { describeFinding } from './findingItems.ts';
import { Places } from './places.ts';

const severityOrder: readonly Severity[] = ['error', 'warning', 'information'];

/** The findings of the matching records, and of broken stretches while nothing is filtered; those that say the same in one group. */
export async function answerFindings(
  { index, results }: AnswerContext,
  { query, limit, items }: Questions['findings']['params'],
  signal: AbortSignal,
): Promise<Findings> {
  const isCounted = await matchingFindings({ index, results }, query, signal);
  const groups = new Map<string, { readonly source: number; readonly severity: Severity; count: number; readonly first: number[] }>();
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0 };
  let total = 0;
  index.sources.forEach(({ findings }, source) => {
    for (let finding = 0; finding < findings.length; finding++) {
      if (!isCounted(source, finding)) {
        continue;
      }
      const severity = findings.severityAt(finding);
      const key = `${source} ${findings.groupAt(finding)}`;
      let group = groups.get(key);
      if (group === undefined) {
        groups.set(key, (group = { source, severity, count: 0, first: [] }));
      }
      group.count++;
      if (group.first.length < Math.max(1, items)) {
        group.first.push(finding);
      }
      counts[severity]++;
      total++;
    }
  });
  const sorted = [...groups.values()].sort(
    (left, right) => severityOrder.indexOf(left.severity) - severityOrder.indexOf(right.severity) || right.count - left.count,
  );
  const { snapshot } = index;
  const described = sorted.slice(0, Math.max(0, limit)).map(async ({ source, severity, count, first }): Promise<FindingGroup> => {
    const all = await Promise.all(first.map((finding) => describeFinding(index, source, finding)));
    const { code, message } = all[0]!;
    return { code, severity, message, count, items: all.slice(0, Math.max(0, items)) };
  });
  return {
    snapshot,
    groups: await Promise.all(described),
    distinct: sorted.length,
    total,
    counts,
  };
}

/** Findings of one source with their places in text: errors first, then in file order, at most `limit`. */
export async function answerPlacedFindings(
  { index, results }: AnswerContext,
  { source, limit, query = '' }: Questions['placedFindings']['params'],
  signal: AbortSignal,
): Promise<PlacedFindings> {
  const opened = index.sources[source];
  if (opened === undefined) {
    throw new BadRequest('There is no such source.');
  }
  const { findings } = opened;
  const isCounted = await matchingFindings({ index, results }, query, signal);
  const counted = Array.from({ length: findings.length }, (_, finding) => finding).filter((finding) => isCounted(source, finding));
  const chosen = counted
    .sort(
      (left, right) => severityOrder.indexOf(findings.severityAt(left)) - severityOrder.indexOf(findings.severityAt(right)) || left - right,
    )
    .slice(0, Math.max(0, limit));
  const places = new Places(index);
  const placed: PlacedFinding[] = [];
  for (const finding of chosen) {
    signal.throwIfAborted();
    const item = await describeFinding(index, source, finding);
    const range = await places.ofFinding(item.ref);
    placed.push({ ...item, range, relatedRange: item.related === null ? null : await places.ofRecord(item.related) });
  }
  return { snapshot: index.snapshot, findings: placed, total: counted.length };
}

/** Whether a finding belongs to a filter: its record matches, or nothing is filtered and it may be of a broken stretch. */
async function matchingFindings(
  { index, results }: AnswerContext,
  query: string,
  signal: AbortSignal,
): Promise<(source: number, finding: number) => boolean> {
  const rows = await results.matching(query, signal);
  if (rows.length === index.rows) {
    return () => true;
  }
  const matches = new Uint8Array(index.rows);
  rows.forEach((row) => (matches[row] = 1));
  return (source, finding) => {
    const { findings, firstRow } = index.sources[source]!;
    const record = findings.recordAt(finding);
    return record !== -1 && matches[firstRow + record] === 1;
  };
}
