/** What is wrong with a token that is no value of JSON. */
export type TokenFault = 'notANumber' | 'literal' | 'number' | 'bareText';

/** What else is wrong in a broken record. */
export type AdditionalFault =
  TokenFault | 'other' | 'bareKey' | 'singleQuotes' | 'control' | 'escape' | 'trailingComma' | 'comma' | 'colon' | 'value' | 'extraComma';
