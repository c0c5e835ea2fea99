import type { Severity } from '../../core/finding/codes.ts';
import type {
  Excerpt,
  FindingGroup,
  FindingItem,
  Findings,
  PlacedFinding,
  PlacedFindings,
  RelatedPlace,
} from '../../protocol/answers/findings.ts';
import type { FindingRef, TextRange } from '../../protocol/reference.ts';
import type { Requests } from '../../protocol/requests.ts';
import { FindingGroups } from '../index/findingGroups.ts';
import { findingOrder } from '../index/findingOrder.ts';
import type { FindingTable } from '../findings/findingTable.ts';
import type { LogIndex } from '../index/logIndex.ts';
import { storedFinding } from '../index/storedFinding.ts';
import { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import { BadRequest } from '../query/badRequest.ts';
import type { AnswerContext } from './context.ts';
import { readExcerpt } from './excerpt.ts';
import { fairShares } from './fairShares.ts';
import { describeFinding } from './findingItems.ts';
import { Places } from './places.ts';
import { RelatedPlaces } from './relatedPlaces.ts';
import { TopGroups } from './topGroups.ts';

/** The findings of the matching records, and of broken stretches while nothing is filtered; those that say the same in one group. */
export async function answerFindings(
  { index, results }: AnswerContext,
  { query, limit, items }: Requests['findings']['params'],
  signal: AbortSignal,
): Promise<Findings> {
  const work = new CooperativeTask(signal);
  const isCounted = await matchingFindings({ index, results }, query, work);
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0 };
  const top = new TopGroups(Math.max(0, limit));
  const sources: { readonly groups: FindingGroups; readonly length: number }[] = [];
  let distinct = 0;
  for (const [source, { findings }] of index.sources.entries()) {
    const groups = new FindingGroups(index, source);
    const length = index.findingCounts[source] ?? 0;
    sources.push({ groups, length });
    await work.forEach(0, length, (finding) => {
      if (isCounted(source, finding)) {
        groups.add(finding);
        counts[findings.severityAt(finding)]++;
      }
    });
    distinct += groups.counts.length;
    await work.forEach(0, groups.counts.length, (group) => {
      const rank = findings.severityRank(groups.firsts.data[group]!);
      top.offer({ source, group, rank, count: groups.counts.data[group]! });
    });
  }
  // What is shown of the groups is looked for again: most have few findings, or are far below.
  const shown = new Map(top.groups.map((group): [string, number[]] => [`${group.source} ${group.group}`, []]));
  const most = Math.max(1, items);
  for (const [source, { groups, length }] of sources.entries()) {
    let wanted = top.groups.reduce((sum, group) => sum + (group.source === source ? Math.min(most, group.count) : 0), 0);
    await work.forEach(0, length, (finding) => {
      if (wanted > 0 && isCounted(source, finding)) {
        const found = shown.get(`${source} ${groups.of(finding)}`);
        if (found !== undefined && found.length < most) {
          found.push(finding);
          wanted--;
        }
      }
    });
  }
  const described: FindingGroup[] = [];
  for (const { source, group, count } of top.groups) {
    const all: FindingItem[] = [];
    for (const finding of shown.get(`${source} ${group}`)!) {
      all.push(await describeFinding(index, source, finding));
    }
    const { code, severity, message } = all[0]!;
    described.push({ code, severity, message, count, items: all.slice(0, Math.max(0, items)) });
    await work.pause();
  }
  return {
    snapshot: index.snapshot,
    groups: described,
    distinct,
    total: counts.error + counts.warning + counts.information,
    counts,
  };
}

/** Findings of one source with their places in text: errors first, then in file order, at most `limit`. */
export async function answerPlacedFindings(
  { index, results }: AnswerContext,
  { source, limit, query = '', except, isFair = false, records }: Requests['placedFindings']['params'],
  signal: AbortSignal,
): Promise<PlacedFindings> {
  if (index.sources[source] === undefined) {
    throw new BadRequest({ code: 'engine.noSource', args: [] });
  }
  const work = new CooperativeTask(signal);
  const isMatching = await matchingOf({ index, results }, source, query, work);
  const isExcepted = exceptions(index, source, except);
  const { findings } = index.sources[source];
  const named = records && new Set(records);
  const isWanted = (finding: number): boolean =>
    named?.has(findings.recordAt(finding)) !== false && isMatching(finding) && !isExcepted(finding);
  const order = await findingOrder(index, source, 'errorsFirst', isWanted, work);
  const { listed, more } = await cut(findings, order, { limit, isFair }, work);
  const placed: PlacedFinding[] = [];
  const places = new Places(index);
  const related = new RelatedPlaces(index, places);
  for (const finding of listed) {
    await work.pause();
    const item = await describeFinding(index, source, finding);
    placed.push({
      ...item,
      recordStart: item.record === null ? null : await places.startOfRecord(item.record),
      range: await places.ofFinding(item.ref),
      excerpt: item.record === null ? await excerptOf(index, item.ref) : null,
      relatedRange: item.related === null ? null : await places.ofRecord(item.related),
      relatedPlaces: await related.of(item),
    });
  }
  return { snapshot: index.snapshot, findings: placed, total: order.length, more };
}

/** Whether a finding is not wanted: for its code, or because it is about a value that the user knows. */
function exceptions(index: LogIndex, source: number, except: Requests['placedFindings']['params']['except']): (finding: number) => boolean {
  if (except === undefined) {
    return () => false;
  }
  const { findings } = index.sources[source]!;
  const [codes, values] = [new Set<string>(except.codes), new Set(except.values)];
  return (finding) => {
    const code = findings.codeAt(finding);
    return codes.has(code) || (values.size > 0 && aboutUnknownValue.test(code) && values.has(findings.at(finding).args[0] ?? ''));
  };
}

/** Codes whose first argument is a value that nothing documents. */
const aboutUnknownValue = /^value\.unknown(?:Operation|Result|IdentityType|TargetType|Category)$/;

/** The findings that there is room for, in their order, and how many more there are of each code. */
async function cut(
  findings: FindingTable,
  order: Uint32Array,
  { limit, isFair }: { readonly limit: number; readonly isFair: boolean },
  work: CooperativeTask,
): Promise<{ readonly listed: readonly number[]; readonly more: PlacedFindings['more'] }> {
  const counts = new Map<string, number>();
  const count = (finding: number): unknown => counts.set(findings.codeAt(finding), (counts.get(findings.codeAt(finding)) ?? 0) + 1);
  await work.forEach(0, order.length, (place) => count(order[place]!));
  if (order.length <= limit) {
    return { listed: [...order], more: [] };
  }
  const left = new Map(isFair ? fairShares(counts, Math.max(0, limit - counts.size - 1)) : [...counts].map(([code]) => [code, limit]));
  const listed: number[] = [];
  for (const finding of order) {
    const code = findings.codeAt(finding);
    const share = left.get(code) ?? 0;
    if (share > 0 && listed.length < limit) {
      left.set(code, share - 1);
      counts.set(code, counts.get(code)! - 1);
      listed.push(finding);
    }
  }
  return { listed, more: [...counts].flatMap(([code, more]) => (more > 0 ? [{ code, count: more }] : [])) };
}

/** Visits the findings of one source one by one in the order of their places; errors first at one place. */
export async function visitPlacedFindings(
  { index, results }: AnswerContext,
  source: number,
  query: string,
  signal: AbortSignal,
  visit: (finding: FindingItem, range: TextRange, related: readonly RelatedPlace[]) => Promise<void>,
): Promise<void> {
  const work = new CooperativeTask(signal);
  const order = await findingOrder(index, source, 'byPlace', await matchingOf({ index, results }, source, query, work), work);
  const places = new Places(index);
  const related = new RelatedPlaces(index, places);
  for (const finding of order) {
    await work.pause();
    const item = await describeFinding(index, source, finding);
    await visit(item, await places.ofFinding(item.ref), await related.of(item));
  }
}

/** What is at a broken stretch. */
export function excerptOf(index: LogIndex, { source, finding }: FindingRef): Promise<Excerpt> {
  const { offset, length } = storedFinding(index, source, finding);
  return readExcerpt(index.sources[source]!.source.read, offset, length);
}

async function matchingOf(
  context: AnswerContext,
  source: number,
  query: string,
  work: CooperativeTask,
): Promise<(finding: number) => boolean> {
  const isCounted = await matchingFindings(context, query, work);
  return (finding) => isCounted(source, finding);
}

/** Whether a finding belongs to a filter: its record matches, or nothing is filtered and it may be of a broken stretch. */
export async function matchingFindings(
  { index, results }: AnswerContext,
  query: string,
  work: CooperativeTask,
): Promise<(source: number, finding: number) => boolean> {
  const rows = await results.matching(query, work.signal);
  if (rows.count === index.rows) {
    return () => true;
  }
  return (source, finding) => {
    const { findings, firstRow } = index.sources[source]!;
    const record = findings.recordAt(finding);
    return record !== -1 && rows.has(firstRow + record);
  };
}
