import { isDocumented } from '../record/fields.ts';
import { incomplete, scanString, skipBlanks, type Scan } from './jsonScanner.ts';
import { sourceText } from './utf8.ts';
import { stringAt } from './valueTree.ts';

/** A stretch of bytes. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** With these records of other writers are told, see `variants.ts`. */
const writerKeys: ReadonlySet<string> = new Set(['OperationName', 'CallerIdentities', 'TargetResources', 'payload']);

/** A key that a record has and no wrapper does. */
export function isRecordKey(key: string): boolean {
  return isDocumented(key) || writerKeys.has(key);
}

/** A key, decoded, and where it stands, with its quotes, and the index of its value. */
export interface Member {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: number;
}

/** Reads the key at `start` and finds its value. */
export function readMember(bytes: Uint8Array, start: number, length: number, scan: Scan): Member | 'invalid' | 'incomplete' {
  if (bytes[start] !== 0x22) {
    scan.failure = start;
    return 'invalid';
  }
  scan.escaped = false;
  const end = scanString(bytes, start, length, scan);
  const colon = end < 0 ? end : skipBlanks(bytes, end, length);
  if (colon < 0 || colon === length) {
    return colon === incomplete || colon === length ? 'incomplete' : 'invalid';
  }
  if (bytes[colon] !== 0x3a) {
    scan.failure = colon;
    return 'invalid';
  }
  const value = skipBlanks(bytes, colon + 1, length);
  if (value === length) {
    return 'incomplete';
  }
  const key = scan.escaped ? stringAt(bytes, start, end) : sourceText(bytes, start + 1, end - 1);
  return { key, keySpan: { start, end }, value };
}

/** The keys of lists that stand in one wrapper, the last one first. Never changed, so that forks of a reader may share it. */
export interface ListNames {
  readonly key: string;
  readonly count: number;
  readonly others: ListNames | undefined;
}

/** More keys are not kept in mind: a list under one of those beyond is not told as repeated. */
const mostNames = 64;

export function hasName(names: ListNames | undefined, key: string): boolean {
  for (let name = names; name !== undefined; name = name.others) {
    if (name.key === key) {
      return true;
    }
  }
  return false;
}

export function withName(names: ListNames | undefined, key: string): ListNames | undefined {
  const count = (names?.count ?? 0) + 1;
  return hasName(names, key) || count > mostNames ? names : { key, count, others: names };
}
