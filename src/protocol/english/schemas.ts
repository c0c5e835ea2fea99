/** English words for what is wrong in JSON Schemas of users' own beside `format.*`, keyed `format.schema.*`. */
export const schemasEnglish: Readonly<Record<string, string>> = {
  // A version, and those that can be used.
  'format.schema.dialect': '“{0}” is no version of JSON Schema that can be used; there are {1}.',
  // A reference.
  'format.schema.reference': '“{0}” is not in this file; schemas are not loaded from elsewhere.',
  // How many values a schema may have.
  'format.schema.tooLarge': 'The schema is too large to be compiled: it has more than {0} values.',
  // How many errors are said.
  'format.schema.more': 'Only {0} errors are reported; there are more.',
  'format.schema.async': 'An asynchronous schema cannot be used.',
  // The words of the validator.
  'format.schema.failed': 'The schema cannot be used: {0}.',
};
