import { describe, expect, it } from 'vitest';
import { isRequest, requestParams, type RequestName, type Requests } from '../../src/protocol/requests.ts';

/** All parameters of a request, those that may be missing as well. */
type Whole<T> = T extends unknown ? { readonly [Key in keyof T]-?: T[Key] } : never;

const ref = { source: 0, index: 1 };
const position = { source: 0, line: 2, column: 3 };

/** Of each request, parameters of each form that they may have. The type demands every parameter. */
const examples: { readonly [Name in RequestName]: readonly Whole<Requests[Name]['params']>[] } = {
  timeline: [
    {
      query: '',
      soFar: true,
      range: ['0', '637417526099427158'],
      width: 800,
      lanesBy: { field: 'caller', limit: 5, values: ['a', null], isApart: true },
    },
  ],
  outliers: [{ query: '', soFar: false }],
  facets: [{ query: '', soFar: true, field: 'operation', limit: 100, containing: 'set', isDated: true }],
  page: [
    { query: '', soFar: true, order: 'file', from: { at: 0 }, count: 50, fields: ['ip'], isWhole: true },
    { query: '', soFar: true, order: 'newest', from: { around: ref }, count: 50, fields: ['ip', 'key.a'], isWhole: true },
    { query: '', soFar: true, order: { field: 'key.a', descending: true }, from: { at: 0 }, count: 50, fields: ['ip'], isWhole: true },
  ],
  rowMarks: [{ query: '', soFar: true, order: 'newest', at: 7, count: 50 }],
  fingerprints: [{}],
  redaction: [{ source: 0, examples: 3 }],
  redact: [{ source: 0 }],
  export: [{ query: '', format: 'csv', fields: 'time, caller', first: 0, limit: 10 }],
  writtenRecords: [
    { query: 'seq>1', order: 'file', at: 0, count: 10 },
    { query: '', order: { field: 'seq', descending: true }, at: 5, count: 1 },
    { refs: [{ source: 0, index: 1 }] },
  ],
  recordTexts: [
    { query: '', soFar: true, order: 'oldest', at: 0, count: 50 },
    { query: '', soFar: true, order: { field: 'key.a', descending: true }, at: 7, count: 1000 },
  ],
  record: [{ ref }],
  neighbour: [{ ref, direction: 'previous', query: '', soFar: true }],
  comparison: [{ first: ref, second: { source: 1, index: 0 } }],
  occurrences: [{ filters: ['caller:a', 'operation:b'], isLast: true }],
  findings: [{ query: '', soFar: true, limit: 100, items: 10 }],
  findingCodes: [{ query: '', soFar: true }],
  findingRows: [{ query: '', soFar: true, code: 'value.time', at: 0, count: 100 }],
  placedFindings: [
    {
      source: 0,
      limit: 100,
      query: 'result:Failure',
      except: { codes: ['value.empty'], values: ['Succeed'] },
      isFair: true,
      records: [4, 7],
    },
  ],
  locate: [{ record: ref }, { finding: { source: 0, finding: 7 } }],
  hover: [position],
  enclosing: [position],
  outline: [{ source: 0, line: 7, limit: 5000 }],
  references: [
    { source: 0, of: { line: 2, column: 3 }, within: ref, limit: 100 },
    { source: 0, of: { filter: 'caller:a' }, within: ref, limit: 100 },
  ],
  hints: [
    { source: 0, firstLine: 3, lastLine: 70, limit: 100 },
    { source: 0, records: [7, 3] },
  ],
  tokens: [
    { source: 0, firstLine: 3, lastLine: 70, limit: 100 },
    { source: 0, records: [7, 3] },
  ],
  results: [
    { source: 0, firstLine: 3, lastLine: 70, limit: 100 },
    { source: 0, records: [7, 3] },
  ],
  completions: [{ of: 'keys', path: ['properties', 'log'], limit: 100 }],
  profile: [{ query: '', soFar: true, limit: 50, whole: 'caller:a' }],
  joinedCaller: [{ type: 'UPN', value: 'mia@contoso.com', apart: [{ type: 'Certificate', value: 'a1' }] }],
  matrix: [{ query: '', soFar: true, rows: 'operation', columns: 'instance', limit: 50 }],
  firsts: [{ query: 'caller:a', soFar: true, fields: ['operation', 'ip'], limit: 50 }],
  sameRequests: [{ query: 'caller:a', soFar: true, fields: ['operation', 'caller'], limit: 50 }],
  recordAt: [position],
  coverage: [{ epochs: 10, gaps: 10, stretches: 10, sort: { by: 'missing', isDescending: true } }],
  search: [{ query: 'text:a' }],
  readField: [{ field: 'key.a' }],
  seenFields: [{ limit: 100 }],
  states: [{ query: '', soFar: true, range: ['0', '637417526099427158'], width: 800, limit: 20 }],
  stateChanges: [{ ref }],
  summary: [{ query: '', top: 5 }],
  formats: [{}],
};

/** Values of other types; what a parameter of each type must not be. */
const strangers: readonly unknown[] = [null, undefined, true, 1.5, -1, 'x'.repeat(100_001), [], {}, { toString: 'x' }, () => 'x'];

/** The value with the one at a path replaced. */
function replaced(value: unknown, path: readonly string[], by: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) {
    return by;
  }
  const copy: unknown = Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) };
  Object.assign(copy as object, { [key]: replaced((value as Record<string, unknown>)[key], rest, by) });
  return copy;
}

/** The paths of all members of a value, at any depth. */
function pathsOf(value: unknown): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([key, inner]) => [[key], ...pathsOf(inner).map((path) => [key, ...path])]);
}

/** Values of lanes that may be null: records without one have a lane too. */
const nullable: ReadonlySet<string> = new Set(['lanesBy.values.0', 'lanesBy.values.1']);

/** Lists that may be empty. */
const possiblyEmpty: ReadonlySet<string> = new Set(['except.codes', 'except.values', 'path']);

function isAllowed(stranger: unknown, own: unknown, path: string): boolean {
  return (
    (Array.isArray(stranger) && possiblyEmpty.has(path)) ||
    (typeof stranger === 'boolean' && typeof own === 'boolean') ||
    (stranger === null && nullable.has(path))
  );
}

const cases = Object.entries(examples).flatMap(([name, forms]) => forms.map((params) => ({ name, params: params as unknown })));
const members = cases.flatMap(({ name, params }) => pathsOf(params).map((path) => ({ name, params, path: path.join('.') })));

describe('the guards of requests', () => {
  it('have an example of every request', () => {
    expect(Object.keys(examples).toSorted()).toEqual(Object.keys(requestParams).toSorted());
    expect(members.length).toBeGreaterThan(50);
  });

  it.each(cases)('accept $name with $params', ({ name, params }) => expect(isRequest(name, params)).toBe(true));

  it.each(members)('refuse $name with another type as $path', ({ name, params, path }) => {
    const keys = path.split('.');
    const own = keys.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], params);
    const accepted = strangers.filter((stranger) => !isAllowed(stranger, own, path) && isRequest(name, replaced(params, keys, stranger)));
    expect(accepted).toEqual([]);
  });

  it.each(['export', 'constructor', '__proto__', 7, undefined])('refuse %s, which is no request', (name) =>
    expect(isRequest(name, {})).toBe(false),
  );
});
