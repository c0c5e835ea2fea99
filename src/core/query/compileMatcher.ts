import { canonicalAddress } from '../record/address.ts';
import { eventOf } from '../formats/attestation/events.ts';
import { parseTime } from '../record/parseTime.ts';
import type { SingleMatcher } from './ast.ts';
import type { ValueKind } from './fields.ts';
import { compileQuantity } from './quantities.ts';
import { matchesNumber, tickRangeOf } from './ranges.ts';
import { compileWildcard } from './wildcard.ts';

/** Whether one value of a field matches; null stands for a key that is missing or null. */
export type ValuePredicate = (value: string | null) => boolean;

/** Compiles what one matcher demands of one value of a field. */
export function compileMatcher(matcher: SingleMatcher, kind: ValueKind): ValuePredicate {
  switch (matcher.kind) {
    case 'null':
      return (value) => value === null;
    case 'equals': {
      if (kind === 'sourceText') {
        return compileContains(matcher.value);
      }
      const wanted = wantedTexts(matcher.value, kind);
      return (value) => value !== null && wanted.includes(comparedText(value, kind));
    }
    case 'exact': {
      const wanted = kind === 'event' ? withoutBlanks(matcher.value) : matcher.value;
      return kind === 'sourceText'
        ? (value) => value !== null && value.includes(wanted)
        : (value) => value !== null && (kind === 'event' ? withoutBlanks(value) : value) === wanted;
    }
    case 'wildcard': {
      const folded = matcher.pattern.toLowerCase();
      const fits = compileWildcard(kind === 'sourceText' ? `*${folded}*` : folded);
      return kind === 'address'
        ? (value) => value !== null && (fits(value.toLowerCase()) || fits(comparedText(value, kind)))
        : (value) => value !== null && fits(value.toLowerCase());
    }
    case 'number':
    case 'numberRange':
      if (kind !== 'any') {
        return (value) => value !== null && matchesNumber(matcher, value);
      }
      return compileAny(matcher);
    case 'time':
    case 'timeRange': {
      if (kind === 'any') {
        return compileAny(matcher);
      }
      const { from, to } = tickRangeOf(matcher);
      return (value) => {
        const ticks = value === null ? undefined : parseTime(value)?.ticks;
        return ticks !== undefined && from <= ticks && ticks <= to;
      };
    }
    case 'relativeTime':
    case 'relativeTimeRange':
      // Resolved before, unless the log has no end from which to count: then no record has a time.
      return () => false;
    case 'quantity':
    case 'quantityRange':
      return compileAny(matcher);
  }
}

/** Whether a text contains `part` without regard to case. */
export function compileContains(part: string): ValuePredicate {
  const folded = part.toLowerCase();
  return (value) => value !== null && value.toLowerCase().includes(folded);
}

/** The text by which values of a field are equal: without regard to case, of addresses their canonical form, of events without blanks. */
export function comparedText(value: string, kind: ValueKind): string {
  switch (kind) {
    case 'address':
      return (canonicalAddress(value) ?? value).toLowerCase();
    case 'event':
      return withoutBlanks(value).toLowerCase();
    default:
      return value.toLowerCase();
  }
}

/** The texts of which a value must have one, as {@link comparedText} gives it: an event of Attestation may be called by a synonym. */
export function wantedTexts(value: string, kind: ValueKind): readonly string[] {
  const synonymous = kind === 'event' ? eventOf(value) : undefined;
  return [value, ...(synonymous === undefined ? [] : [synonymous.operation])].map((text) => comparedText(text, kind));
}

function compileAny(matcher: Parameters<typeof compileQuantity>[0]): ValuePredicate {
  const test = compileQuantity(matcher);
  return (value) => value !== null && test(value);
}

function withoutBlanks(value: string): string {
  return value.replace(/\s/g, '');
}
