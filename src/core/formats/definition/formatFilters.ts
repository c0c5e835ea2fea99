/** A question that many ask of their logs, and that each format puts into a filter of its own. */
export type FormatQuestion = 'policyChanges' | 'certificateChanges' | 'adminOnly' | 'loginsWithoutMfa' | 'deletes';

/** Questions as filters of the filter language. */
export type FormatFilters = Readonly<Partial<Record<FormatQuestion, string>>>;
