import { exact, makeComparison, makeItem, nothing, quoted, swapCase, type Item, type Sort } from './items.ts';
import { makeFunction } from './functions.ts';
import { makeRegex } from './patterns.ts';
import { isJsonNumber, ticksOf } from './quantities.ts';
import { makeRelativeTime } from './relativeTimes.ts';
import { valuesOf, type NaiveRecord } from './fieldValues.ts';

/** A filter as text, and which records it means, from what the documentation of the language says. */
export interface NaiveFilter {
  readonly text: string;
  readonly matches: (record: NaiveRecord) => boolean;
  /** Field and operator, for counting what was tried. */
  readonly kinds: readonly string[];
}

const sorts: Readonly<Record<string, Sort>> = {
  event: 'closed',
  resultGroup: 'closed',
  finding: 'closed',
  ip: 'address',
  callerIpAddress: 'address',
  seq: 'number',
  env_seqNum: 'number',
  env_flags: 'number',
  env_popSample: 'number',
  record: 'counted',
  line: 'counted',
  time: 'time',
  env_time: 'time',
  text: 'contains',
};

/** Paths of keys that other formats document, through objects, lists and JSON text: fields by themselves. */
export const documentedPaths: readonly string[] = [
  'userIdentity.arn',
  'USERIDENTITY.ARN',
  'requestParameters.name',
  'AuditData.UserId',
  'eventVersion',
];

/** Keys that no format documents, and paths of keys, also into documented ones. */
export const pathFields: readonly string[] = [
  'key.n',
  'key.at',
  'key.extra',
  'key.extra.who',
  'key.extra.at',
  'key.extra.n',
  'key.extra.a.b',
  'key.extra.who.who',
  'key.extra.a.c.d',
  'key.x y',
  'key.constructor',
  'key.missing',
  'key.missing.too',
  'key.callerIdentities.callerIdentity',
  'key.callerIdentities.since',
  'key.userIdentity.arn',
  'key.AuditData.UserId',
  'key.resultDescription.who',
];

function sortOf(field: string): Sort {
  return sorts[field] ?? (field.startsWith('key.') || documentedPaths.includes(field) ? 'any' : 'text');
}

/** Where no record has a value: these fields know all that they can have. */
const defaults: Readonly<Record<string, string>> = { event: 'CreateInstance', finding: 'error' };

/** Numbers that decide what is made; any will do. */
export interface Choice {
  readonly operator: number;
  readonly picks: readonly number[];
}

/** A term on a field, made of values that occur in the records, so that it finds some. */
export function makeTerm(records: readonly NaiveRecord[], field: string, { operator, picks }: Choice): NaiveFilter {
  const sort = sortOf(field);
  const values = records.flatMap((record) => valuesOf(record, field)).filter((value) => value !== null);
  // Where values may be of any kind, comparing needs some that have an order.
  const ordered = sort !== 'any' ? [] : values.filter((value) => isJsonNumber(value) || ticksOf(value, true) !== undefined);
  const from = ordered.length > 0 && picks[7]! % 2 === 0 ? ordered : values;
  const pick = (at: number): string => from[picks[at]! % Math.max(1, from.length)] ?? defaults[field] ?? '5';
  const item = (at: number): Item => makeItem(sort, pick(at), pick(at + 1), picks[at + 2]!);
  const written = field.replace(/^key\.(?=.*\s)(.*)$/, 'key."$1"');
  const finish = (head: string, one: Item): NaiveFilter => ({
    text: written + head + one.text,
    matches: (record) => {
      const found = valuesOf(record, field);
      return found.length === 0 ? one.test(null) : found.some(one.test);
    },
    kinds: [`${sort} ${one.kind}`, `${field} any`],
  });
  switch (operator % 8) {
    case 0: {
      const items = [item(0), item(3), ...(picks[6]! % 3 === 0 && sort !== 'contains' ? [nothing] : [])];
      return finish(':', {
        text: `(${items.map(({ text }) => text).join(', ')})`,
        test: (value) => items.some(({ test }) => test(value)),
        kind: 'list',
      });
    }
    case 1:
      // Text is never missing: there, null is a word like any other.
      return finish(':', sort === 'contains' ? item(0) : nothing);
    case 2:
      return sort === 'closed' || sort === 'counted' ? finish(':', item(0)) : finish('=', exact(sort, pick(0)));
    case 3: {
      const comparison = makeComparison(sort, pick(0), picks[1]!);
      return comparison === undefined ? finish(':', item(0)) : finish('', comparison);
    }
    case 4:
      return isSearched(sort, field) ? finish('', makeRegex(sort, pick(0), picks[1]!)) : finish(':', item(0));
    case 5:
    case 6: {
      if (sort === 'time') {
        return finish('', makeRelativeTime(values, picks));
      }
      const made = makeFunction(records, field, written, sort, picks);
      return made === undefined ? finish(':', item(0)) : { ...made, kinds: [`${sort} ${made.kind}`, `${field} any`] };
    }
    default:
      return finish(':', item(0));
  }
}

/** Whether regular expressions search the values of a field: those of some fields are no text. */
function isSearched(sort: Sort, field: string): boolean {
  return !['number', 'counted', 'time'].includes(sort) && field !== 'epoch' && field !== 'env_epoch';
}

const bareFields = ['operation', 'result', 'caller', 'target', 'description'];

/** A bare word or quoted text: a part of what a reader sees first. */
export function makeBare(records: readonly NaiveRecord[], { picks }: Choice): NaiveFilter {
  const values = records.flatMap((record) => bareFields.flatMap((field) => valuesOf(record, field))).filter((value) => value !== null);
  const words = values.flatMap((value) => value.match(/[A-Za-z]{2,}/g) ?? []);
  const word = (words[picks[0]! % Math.max(1, words.length)] ?? 'zz').slice(0, 2 + (picks[1]! % 12));
  const wanted = word.toLowerCase();
  return {
    text: picks[2]! % 2 === 0 || /^(?:and|or|not)$/i.test(word) ? quoted(swapCase(word)) : swapCase(word),
    matches: (record) =>
      bareFields.some((field) => valuesOf(record, field).some((value) => value?.toLowerCase().includes(wanted) === true)),
    kinds: ['bare'],
  };
}
