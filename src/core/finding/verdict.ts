import { maskSecrets } from '../record/maskSecrets.ts';
import type { FindingCode } from './codes.ts';

/**
 * What a rule has to say about a value: a finding without its place. A rule looks at one value and at nothing else, so
 * that the verdict on a value that a log repeats a million times can be made once.
 */
export interface Verdict {
  readonly code: FindingCode;
  readonly args: readonly string[];
}

/** The verdicts on a value with which nothing is wrong. */
export const clean: readonly Verdict[] = [];

/** One verdict; its arguments are cut to what a sentence can hold. */
export function verdict(code: FindingCode, ...args: readonly string[]): readonly Verdict[] {
  return [{ code, args: args.map(excerpt) }];
}

const longest = 200;

/** Text of a log as an argument: at most 200 UTF-16 units, without what gives access. */
export function excerpt(text: string): string {
  return maskSecrets(text.length <= longest ? text : `${text.slice(0, longest - 1).toWellFormed()}…`);
}
