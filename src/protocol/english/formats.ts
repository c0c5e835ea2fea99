/** English words for what is wrong in files that are to hold a format, keyed `format.*`. */
export const formatsEnglish: Readonly<Record<string, string>> = {
  'format.syntax': 'This is not valid JSON.',
  // A key.
  'format.required': '“{0}” is missing.',
  'format.unknownKey': '“{0}” is no part of a format.',
  'format.keyForm': '“{0}” must be in lower case and without spaces.',
  // A type of JSON Schema, such as string.
  'format.type': 'The value must be of type {0}.',
  'format.values': 'The value must be one of {0}.',
  'format.values.some': 'The value must be one of {0} names, such as {1}.',
  // A regular expression.
  'format.pattern': 'The value must match {0}.',
  'format.minimum': 'The value must be {0} or more.',
  'format.maximum': 'The value must be {0} or less.',
  'format.tooShort': 'The value must have a length of {0} or more.',
  'format.tooLong': 'The value must have a length of {0} or less.',
  'format.form': 'The value has none of the allowed forms.',
  'format.reservedId': '“{0}” is reserved: choose another id.',
  // The sum, and how much is needed.
  'format.evidence': 'The evidence adds up to {0}. No record can be recognised with less than {1}.',
};
