/** English words of what leaves the timeline: exports, and translations of filters. */
export const exportEnglish: Readonly<Record<string, string>> = {
  'query.errorAtFields': '{1} (character {0} of the fields)',
  'query.expectedField': 'Expected the name of a field here.',
  'query.fieldSeparator': 'Expected “,” between the names of fields.',
  'engine.sameColumn': 'A table cannot have both “{0}” and “{1}”: engines tell no columns apart by case.',

  // Why a part of a filter is not translated.
  'query.translateWholeLog': 'Terms on the whole log, such as first(…), cannot be translated.',
  'query.translateAnyKind':
    'A value of “{0}” may be a number, a time or text, and is compared as what it is, which cannot be translated. Put a text in quotes.',
  'query.translateNumberField': 'The table has no column by which the numbers of “{0}” could be compared.',
  'query.translateNumberText': 'jq does not keep how numbers are written: compare “{0}” as a number.',
  'query.translateFraction': 'Numbers are compared with whole numbers only, not with “{0}”.',
  'query.translateLargeNumber': '“{0}” is too large a number for other engines.',
  'query.translateLetter': 'The lower case of “{0}” is not the same everywhere. Write field="value" to compare with case.',
  'query.translateCharacter': 'The character {0} is not the same everywhere.',
  'query.translateEscape': '“{0}” is not known to the regular expressions of other engines: write \\x{…}.',
  'query.translateNull': 'KQL does not tell a missing value from an empty text.',
  'query.translateEmpty': 'This finds the empty text too, which KQL does not tell from a missing value.',
  'query.translateJqField': '“{0}” cannot be translated to jq: the program has only what the record itself says in its documented keys.',
  'query.translateAddress': 'jq cannot compare addresses in all their spellings. Write {0}="…" to compare the text.',
  'query.translateRegex': 'The regular expressions of jq are others.',
  'query.translateRelativeTime': 'jq reads one record at a time and does not know the end of the log. Write a time.',

  // Comments of a translation.
  'translate.filter': 'Finds the same records as the filter: {0}',
  'translate.table': 'Asks the file that this command writes: {0}',
  'translate.kqlTable': 'Asks the table {1}, into which the file is read that this command writes: {0}',
  'translate.columns': 'Fields and their columns: {0}',
  'translate.duckDb': 'For DuckDB 1.3 or newer.',
  'translate.jqInput': 'Reads one record on each line, for jq 1.7 or newer: {0}',
  'translate.jqFormats': 'For records of Azure Attestation in the documented form. It stops with an error at any other.',
  'translate.jqForm': 'This is no record of Azure Attestation in the documented form.',
  'translate.jqValue': 'A value is a number, an object or an array where text is compared.',
  'translate.jqTime': 'A time is not written like 2020-11-23T18:23:29.9427158Z.',
};
