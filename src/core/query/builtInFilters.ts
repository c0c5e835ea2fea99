import type { FormatFilters, FormatQuestion } from '../formats/definition/formatFilters.ts';

/** A question that many ask of their logs. */
export type BuiltInName = 'failures' | 'firstSeenCallers' | FormatQuestion;

/** A question as a filter of the filter language. */
export interface BuiltInFilter {
  readonly name: BuiltInName;
  readonly query: string;
}

/** What is to be known of each format that a log has records of. */
interface FormatInLog {
  readonly id: string;
  readonly filters: FormatFilters;
}

/** The questions that formats put into filters of their own, in the order in which they are offered. */
const questions: readonly FormatQuestion[] = ['policyChanges', 'certificateChanges', 'adminOnly', 'loginsWithoutMfa', 'deletes'];

/**
 * The questions that can be asked of a log with records of these formats. Where it has records of several, each part of a filter is for
 * those of the formats that it was written for.
 */
export function builtInFilters(formats: readonly FormatInLog[]): readonly BuiltInFilter[] {
  const ofFormats = questions.map((name) => ({ name, query: queryOf(name, formats) }));
  return [
    { name: 'failures', query: 'resultGroup:failure' },
    { name: 'firstSeenCallers', query: 'first(caller)' },
    ...ofFormats.filter(({ query }) => query !== ''),
  ];
}

function queryOf(question: FormatQuestion, formats: readonly FormatInLog[]): string {
  const known = formats.flatMap(({ id, filters }) => ({ id, query: filters[question] ?? '' })).filter(({ query }) => query !== '');
  if (formats.length === 1) {
    return known[0]?.query ?? '';
  }
  return [...new Set(known.map(({ query }) => query))]
    .map((query) => {
      const ids = known.filter((format) => format.query === query).map(({ id }) => id);
      return `(format:(${ids.join(', ')}) (${query}))`;
    })
    .join(' OR ');
}
