import { lowerCase } from '../json/lowerCase.ts';

/**
 * The keys under which a wrapper has its list, though a record may have them too: the one list of the whole program. Lower
 * case: writers differ in casing, and so keys are compared without regard to it.
 */
export const listKeys: readonly string[] = ['records', 'value', 'items', 'events'];

/** Further keys of lists in exports, lower case. Other objects have them as well: the items must look like records. */
const usualKeys: ReadonlySet<string> = new Set([
  'activities',
  'auditevents',
  'auditlogs',
  'data',
  'entries',
  'hits',
  'log',
  'logentries',
  'logevents',
  'logs',
  'results',
  'rows',
]);

const nextLinkKeys: ReadonlySet<string> = new Set(['nextlink', '@odata.nextlink', '@nextlink']);

/** A key under which a wrapper has its list. */
export function isListKey(key: string): boolean {
  return listKeys.includes(lowerCase(key));
}

/** A key with which many exports have their list of records. */
export function isUsualKey(key: string): boolean {
  return usualKeys.has(lowerCase(key));
}

/** A key that says where a partial export goes on. */
export function isNextLinkKey(key: string): boolean {
  return nextLinkKeys.has(lowerCase(key));
}

/** A key that says something of a page of records and nothing of a record. */
export function isPageKey(key: string): boolean {
  return isListKey(key) || isNextLinkKey(key) || key.startsWith('@') || lowerCase(key) === 'count';
}
