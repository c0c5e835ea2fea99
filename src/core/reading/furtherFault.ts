import type { TokenFault } from './looseToken.ts';

/** What else is wrong in a broken record. */
export type FurtherFault =
  TokenFault | 'other' | 'bareKey' | 'singleQuotes' | 'control' | 'escape' | 'trailingComma' | 'comma' | 'colon' | 'value' | 'extraComma';
