import { parseQuery } from '../../core/query/parseQuery.ts';
import { formatQuery } from '../../core/query/formatQuery.ts';

/** Where somebody wants to go in a log. */
export type RecordPlace =
  /** Number of a record as it is shown, from 0. */
  | { readonly kind: 'record'; readonly number: number }
  /** Line of the text, from 1. */
  | { readonly kind: 'line'; readonly number: number }
  /** The first record at or after a time; `query` is the filter that finds all of those. */
  | { readonly kind: 'time'; readonly query: string };

/** Reads `1277` or `#1277` (a record), `:1278` (a line), or a time as filters write it. Undefined for anything else. */
export function parseRecordPlace(text: string): RecordPlace | undefined {
  const trimmed = text.trim();
  const [, sign, digits] = /^([#:]?)\s*(\d{1,15})$/.exec(trimmed) ?? [];
  // Four digits alone are a year to filters, and a record to people who look at a list of records.
  if (digits !== undefined) {
    const isLine = sign === ':';
    return isLine && Number(digits) === 0 ? undefined : { kind: isLine ? 'line' : 'record', number: Number(digits) };
  }
  const parsed = parseQuery(`time>="${trimmed.replaceAll('"', '')}"`);
  const isOneTime = parsed.ok && parsed.query.kind === 'field' && parsed.query.matcher.kind === 'time';
  return isOneTime ? { kind: 'time', query: formatQuery(parsed.query) } : undefined;
}
