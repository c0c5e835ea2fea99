import { clampTicks, formatTicks, type Ticks } from '../record/ticks.ts';
import type {
  FieldTerm,
  Query,
  RelativeTimeMatcher,
  RelativeTimeRangeMatcher,
  SingleMatcher,
  TimeMatcher,
  TimeRangeMatcher,
} from './ast.ts';
import { isRelative, type RelativeTime } from './relativeTime.ts';
import type { TimeUnit } from './timeUnit.ts';

/** Whether a filter has a time that counts back from the end of the log. */
export function hasRelativeTimes(query: Query): boolean {
  switch (query.kind) {
    case 'and':
    case 'or':
      return query.items.some(hasRelativeTimes);
    case 'not':
      return hasRelativeTimes(query.item);
    case 'field': {
      const { matcher } = query;
      return matcher.kind === 'anyOf' ? matcher.items.some(isRelativeMatcher) : isRelativeMatcher(matcher);
    }
    default:
      return false;
  }
}

/**
 * The filter with times in place of what counts back from the end of a log.
 *
 * @param latest The time of the log's latest record. In a log without any time these terms stay as they are, and match nothing.
 */
export function resolveRelativeTimes(query: Query, latest: Ticks | undefined): Query {
  if (latest === undefined || !hasRelativeTimes(query)) {
    return query;
  }
  switch (query.kind) {
    case 'and':
    case 'or':
      return { ...query, items: query.items.map((item) => resolveRelativeTimes(item, latest)) };
    case 'not':
      return { ...query, item: resolveRelativeTimes(query.item, latest) };
    case 'field':
      return { ...query, matcher: resolveMatcher(query.matcher, latest) };
    default:
      return query;
  }
}

function resolveMatcher(matcher: FieldTerm['matcher'], latest: Ticks): FieldTerm['matcher'] {
  if (matcher.kind === 'anyOf') {
    return { ...matcher, items: matcher.items.map((item) => (isRelativeMatcher(item) ? resolve(item, latest) : item)) };
  }
  return isRelativeMatcher(matcher) ? resolve(matcher, latest) : matcher;
}

function resolve(matcher: RelativeTimeMatcher | RelativeTimeRangeMatcher, latest: Ticks): TimeMatcher | TimeRangeMatcher {
  const resolved = (end: TimeUnit | RelativeTime | undefined): TimeUnit | undefined => (isRelative(end) ? momentOf(end, latest) : end);
  if (matcher.kind === 'relativeTimeRange') {
    return { kind: 'timeRange', from: resolved(matcher.from), to: resolved(matcher.to) };
  }
  const unit = momentOf(matcher.time, latest);
  return matcher.operator === '=' ? { kind: 'timeRange', from: unit, to: undefined } : { kind: 'time', operator: matcher.operator, unit };
}

function momentOf({ ticksBack }: RelativeTime, latest: Ticks): TimeUnit {
  const moment = clampTicks(latest - ticksBack);
  return { text: formatTicks(moment), first: moment, last: moment };
}

function isRelativeMatcher(matcher: FieldTerm['matcher'] | SingleMatcher): matcher is RelativeTimeMatcher | RelativeTimeRangeMatcher {
  return matcher.kind === 'relativeTime' || matcher.kind === 'relativeTimeRange';
}
