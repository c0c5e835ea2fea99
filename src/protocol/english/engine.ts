/** English words of why the engine does not answer a question, keyed `engine.*`. */
export const engineEnglish: Readonly<Record<string, string>> = {
  'engine.originalRemains': 'A value of the kind “{0}” would remain in the copy (record {1}), which was therefore not made.',
  'engine.noField': 'There is no field “{0}”.',
  'engine.noOrder': 'Records cannot be sorted by “{0}”.',
  'engine.tooManyValues': '“{0}” has more than {1} different values, too many to count each of them.',
  'engine.noRecord': 'There is no such record.',
  'engine.noFinding': 'There is no such finding.',
  'engine.noSource': 'There is no such source.',
  'engine.badRange': 'The time range must be two numbers of ticks, the first below the second.',
  // A fault of the engine itself, in its own words.
  'engine.failed': 'The engine failed: {0}',
  'engine.unknownEvent':
    '“{0}” is not a documented event. Expected the title or the operation of one, also with wildcards. Write operation:value to find any other operation.',

  'engine.regexOpenGroup': 'The “)” that closes a group is missing.',
  'engine.regexStrayParenthesis': 'Unmatched “)”. Write \\) to find the character.',
  'engine.regexOpenClass': 'The “]” that closes “{0}” is missing.',
  'engine.regexRepetition': 'There is nothing that “{0}” could repeat. Write a backslash before it to find the character.',
  'engine.regexCount': 'Repetitions such as “{0}” are at most 1000, those around them included.',
  'engine.regexEscape': 'Unknown escape “{0}”.',
  'engine.regexRange': 'Unknown class of characters “{0}”.',
  'engine.regexGroup': '“{0}” does not begin a kind of group that is supported.',
  'engine.regexGroupName': 'The name of the group “{0}” is used twice, or is no name.',
  'engine.regexTooComplex': 'The pattern is too complex.',
  'engine.regexOther': 'The pattern is malformed.',
};
