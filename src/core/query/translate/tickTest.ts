import type { RelativeTimeMatcher, RelativeTimeRangeMatcher, TimeMatcher, TimeRangeMatcher } from '../ast.ts';
import { tickRangeOf } from '../ranges.ts';
import { isRelative, type RelativeTime } from '../relativeTime.ts';
import type { TimeUnit } from '../timeUnit.ts';
import type { TickBound, ValueTest } from './condition.ts';

/** The ticks that a time matcher finds, where they may count back from the end of the log. */
export function tickTest(matcher: TimeMatcher | TimeRangeMatcher | RelativeTimeMatcher | RelativeTimeRangeMatcher): ValueTest {
  switch (matcher.kind) {
    case 'time':
    case 'timeRange': {
      const { from, to } = tickRangeOf(matcher);
      return { kind: 'ticks', from: { ticks: from }, to: { ticks: to } };
    }
    case 'relativeTime':
      return relative(matcher);
    case 'relativeTimeRange':
      return { kind: 'ticks', from: end(matcher.from, 'first'), to: end(matcher.to, 'last') };
  }
}

function relative({ operator, time }: RelativeTimeMatcher): ValueTest {
  switch (operator) {
    case '=':
    case '>=':
      return { kind: 'ticks', from: bound(time), to: undefined };
    case '>':
      return { kind: 'ticks', from: bound(time, 1n), to: undefined };
    case '<=':
      return { kind: 'ticks', from: undefined, to: bound(time) };
    case '<':
      return { kind: 'ticks', from: undefined, to: bound(time, -1n) };
  }
}

function end(at: TimeUnit | RelativeTime | undefined, edge: 'first' | 'last'): TickBound | undefined {
  return at === undefined ? undefined : isRelative(at) ? bound(at) : { ticks: at[edge] };
}

/** So many ticks after the moment. */
function bound({ ticksBack }: RelativeTime, after = 0n): TickBound {
  return { ticksBack, after };
}
