/** English words of why the engine does not answer a question, keyed `engine.*`. */
export const engineEnglish: Readonly<Record<string, string>> = {
  'engine.noField': 'There is no field “{0}”.',
  'engine.noOrder': 'Records cannot be sorted by “{0}”.',
  'engine.noRecord': 'There is no such record.',
  'engine.noFinding': 'There is no such finding.',
  'engine.noSource': 'There is no such source.',
  'engine.badRange': 'The time range must be two numbers of ticks, the first below the second.',
  // A fault of the engine itself, in its own words.
  'engine.failed': 'The engine failed: {0}',
  'engine.unknownEvent':
    '“{0}” is not a documented event. Expected the title or the operation of one, also with wildcards. Write operation:value to find any other operation.',
};
