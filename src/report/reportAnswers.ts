import type { Message } from '../core/finding/message.ts';
import { ticksFromText } from '../core/record/ticks.ts';
import type { Buckets } from '../core/timeline/buckets.ts';
import { roundBuckets } from '../core/timeline/roundBuckets.ts';
import { spanOfText, textOfSpan } from '../core/timeline/spanText.ts';
import { clampEnd, type TimeSpan } from '../core/timeline/timeSpan.ts';
import type { Coverage } from '../protocol/answers/coverage.ts';
import type { Findings } from '../protocol/answers/findings.ts';
import type { Fingerprint, FingerprintPart } from '../protocol/answers/fingerprints.ts';
import type { Summary } from '../protocol/answers/snapshot.ts';
import type { States } from '../protocol/answers/states.ts';
import type { Timeline } from '../protocol/answers/timeline.ts';
import type { RequestName, Requests } from '../protocol/requests.ts';
import { chartWidth } from './reportChart.ts';
import type { ReportOptions, ReportSource } from './reportOptions.ts';

/** Why a report was not made: a sentence, or that it was cancelled or the engine started again. */
export class ReportProblem extends Error {
  readonly reason: Message | 'cancelled' | 'restarted';

  constructor(reason: Message | 'cancelled' | 'restarted') {
    super(typeof reason === 'string' ? reason : reason.code);
    this.reason = reason;
  }
}

/** Asks for answers; rejects with a {@link ReportProblem} where there is none. */
export type Ask = <Name extends RequestName>(
  name: Name,
  params: Requests[Name]['params'],
  onPart?: (part: unknown) => void,
) => Promise<Requests[Name]['answer']>;

/** @param signal Ends it. */
export function asking(source: ReportSource, signal: AbortSignal): Ask {
  return async (name, params, onPart) => {
    const outcome = await source.request(name, params, signal, (part) => Promise.resolve(onPart?.(part)));
    switch (outcome.status) {
      case 'ok':
        return outcome.answer;
      case 'error':
        throw new ReportProblem(outcome.message);
      case 'restarted':
        throw new ReportProblem('restarted');
      case 'cancelled':
      case 'closed':
        throw new ReportProblem('cancelled');
    }
  };
}

/** Everything in a report but the records, of one snapshot. */
export interface ReportAnswers {
  readonly summary: Summary;
  /** Undefined where no record that matches has a time. */
  readonly chart: { readonly span: TimeSpan; readonly buckets: Buckets; readonly timeline: Timeline; readonly states: States } | undefined;
  readonly findings: Findings;
  readonly coverage: Coverage;
  readonly fingerprints: readonly Fingerprint[];
  /** Records of the whole log. */
  readonly total: number;
}

/** Bars of the chart, about. */
const wishedBars = 200;
/** What is listed at most: of states, findings, epochs, and values of callers. */
const limits = { states: 20, findings: 100, items: 0, epochs: 50, gaps: 0, stretches: 400, top: 10 };

/** Asks for all of it. @param onBytes Told how many bytes of all were read for fingerprints, which takes longest. */
export async function reportAnswers(
  ask: Ask,
  { query, span: wished }: Pick<ReportOptions, 'query' | 'span'>,
  onBytes: (read: number, total: number) => void,
): Promise<ReportAnswers> {
  const summary = await ask('summary', { query, top: limits.top });
  const whole = await ask('timeline', { query, width: 1 });
  const span = wished === undefined ? await usualSpan(ask, query, whole) : spanOfText(wished);
  const chart = span && whole.untimed < whole.matching ? await chartAnswers(ask, query, span) : undefined;
  const findings = await ask('findings', { query, limit: limits.findings, items: limits.items });
  const coverage = await ask('coverage', {
    epochs: limits.epochs,
    gaps: limits.gaps,
    stretches: limits.stretches,
    sort: { by: 'missing', isDescending: true },
  });
  const onPart = (part: unknown): void => {
    const { bytes, total } = part as FingerprintPart;
    onBytes(bytes, total);
  };
  const { sources, snapshot } = await ask('fingerprints', {}, onPart);
  const all = [summary, whole, findings, coverage, ...(chart ? [chart.timeline, chart.states] : [])];
  if (all.some((one) => one.snapshot !== snapshot)) {
    // The log grew in between: what is said of it would not agree.
    throw new ReportProblem('restarted');
  }
  return { summary, chart, findings, coverage, fingerprints: sources, total: whole.total };
}

/** From the first to the last record that matches, without a few that lie far from all others. */
async function usualSpan(ask: Ask, query: string, whole: Timeline): Promise<TimeSpan | undefined> {
  const { dense } = await ask('outliers', { query });
  return spanOfText(dense === null ? [whole.from, String(clampEnd(BigInt(whole.to)))] : [dense.from, dense.to]);
}

async function chartAnswers(ask: Ask, query: string, span: TimeSpan): Promise<ReportAnswers['chart']> {
  const { from, to, count } = roundBuckets(span, wishedBars);
  const range = textOfSpan({ from, to });
  const timeline = await ask('timeline', { query, range, width: count });
  const states = await ask('states', { query, range: textOfSpan(span), width: chartWidth, limit: limits.states });
  const [first, width] = [ticksFromText(timeline.from)!, BigInt(timeline.bucket)];
  return { span, buckets: { from: first, to: clampEnd(BigInt(timeline.to)), width, groups: timeline.groups }, timeline, states };
}
