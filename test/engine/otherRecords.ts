import fc from 'fast-check';
import { builtInFormats } from '../../src/core/formats/builtInFormats.ts';
import { generic } from '../../src/core/formats/genericFormat.ts';
import { inventedRecords, type InventedFormat } from '../core/formats/inventedRecords.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** What may be where a format expects something else. */
const odd: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(
    null,
    true,
    0,
    404,
    '',
    ' ',
    'AccessDenied',
    'x',
    'Ünïcode "quoted"',
    '/subscriptions/s/resourceGroups/g/providers/Microsoft.Attestation/attestationProviders/p',
    '2026-02-30T00:00:00Z',
    '1772355600',
    1_772_355_600_123,
    '{"upn":"inner@example.com"}',
    '["a","b"]',
    '{"broken":',
  ),
  fc.constantFrom<Json>([], {}, ['a', null, 'a', 7], [{ ARN: 'arn:1', type: 'T', id: 'i' }, { ARN: '' }, 'text', { displayName: 'd' }], {
    value: 'v',
  }),
);

/** Every way to an inner value of a record. */
function pathsOf(value: Json, path: readonly string[] = []): readonly (readonly string[])[] {
  return value === null || typeof value !== 'object'
    ? [path]
    : [path, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]))];
}

function withValue(record: Json, [step, ...rest]: readonly string[], value: Json | undefined): Json {
  if (step === undefined || record === null || typeof record !== 'object') {
    return value ?? null;
  }
  const entries = Object.entries(record).flatMap(([key, inner]): readonly (readonly [string, Json])[] => {
    if (key !== step) {
      return [[key, inner]];
    }
    return rest.length === 0 && value === undefined ? [] : [[key, withValue(inner, rest, value)]];
  });
  return Array.isArray(record) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
}

/** First keys of the paths of a format, of which a record may lack some. */
const topKeys: ReadonlyMap<string, readonly string[]> = new Map(
  [...builtInFormats.forms.filter(({ envelope }) => envelope.length === 0), generic].map(({ format, paths }) => [
    format.id,
    [...new Set(paths.steps.map(([first]) => first ?? ''))],
  ]),
);

/** The members in which records of a format may be, by its id. */
function envelopesOf(id: InventedFormat): readonly (readonly string[])[] {
  return builtInFormats.forms.filter(({ format, envelope }) => format.id === id && envelope.length > 0).map(({ envelope }) => envelope);
}

/** The text of the record, or of an object that holds it in one of the envelopes of its format: as an object, or as JSON text. */
function enveloped(id: InventedFormat, record: string, form: number): string {
  const envelopes = envelopesOf(id);
  const envelope = envelopes[(form >> 2) % envelopes.length];
  if (envelope === undefined || (form & 1) === 0) {
    return record;
  }
  return envelope.reduceRight(
    (inner, key) => `{"id":1,${JSON.stringify(key)}:${inner}}`,
    (form & 2) === 0 ? record : JSON.stringify(record),
  );
}

const edit = fc.record({ at: fc.nat({ max: 1000 }), value: fc.option(odd, { nil: undefined }), adds: fc.boolean() });

function edited(
  id: InventedFormat,
  edits: readonly { readonly at: number; readonly value: Json | undefined; readonly adds: boolean }[],
): Json {
  let record: Json = structuredClone(inventedRecords[id]) as Json;
  for (const { at, value, adds } of edits) {
    const keys = topKeys.get(id) ?? [];
    const paths = pathsOf(record).filter((path) => path.length > 0);
    if (adds && value !== undefined) {
      record = { ...(record as object), [keys[at % keys.length] ?? 'x']: value };
    } else if (paths.length > 0) {
      record = withValue(record, paths[at % paths.length] ?? [], value);
    }
  }
  return record;
}

/** Lines with invented records of formats that are data, some of them with values that no writer meant. */
export const otherLogs: fc.Arbitrary<readonly string[]> = fc.array(
  fc
    .tuple(
      fc.constantFrom(...(Object.keys(inventedRecords) as InventedFormat[])),
      fc.array(edit, { maxLength: 4 }),
      fc.nat({ max: 5 }),
      fc.nat({ max: 31 }),
    )
    .map(([id, edits, twice, form]) => {
      const text = JSON.stringify(edited(id, edits));
      // Of a key that is there twice the last counts.
      const repeated = JSON.stringify(edited(id, edits.slice(1)));
      const isTwice = twice === 0 && text.length > 2 && repeated.length > 2;
      return enveloped(id, isTwice ? `${text.slice(0, -1)},${repeated.slice(1)}` : text, form);
    }),
  { minLength: 1, maxLength: 8 },
);

/** One value of a record is another text of the same kind in each of many records: what their writers do. */
function withVariation(record: Json, path: readonly string[], number: number): Json {
  const before = path.reduce<Json | undefined>(
    (value, step) => (value === null || typeof value !== 'object' ? undefined : (value as Record<string, Json>)[step]),
    record,
  );
  switch (typeof before) {
    case 'string':
      return withValue(
        record,
        path,
        /^\d{4}-\d\d-\d\dT/.test(before) ? `2026-03-0${1 + (number % 9)}T09:00:00Z` : `${before}${number % 5}`,
      );
    case 'number':
      return withValue(record, path, before + (number % 3));
    default:
      return record;
  }
}

/** Lines with many records of one format that differ in few values, and a few that differ more. */
export const similarOthers: fc.Arbitrary<readonly string[]> = fc
  .tuple(
    fc.constantFrom(...(Object.keys(inventedRecords) as InventedFormat[])),
    fc.array(fc.nat({ max: 1000 }), { minLength: 3, maxLength: 12 }),
    fc.array(fc.tuple(fc.nat({ max: 60 }), fc.array(edit, { maxLength: 2 })), { maxLength: 5 }),
    fc.nat({ max: 31 }),
  )
  .map(([id, places, different, form]) => {
    const plain = structuredClone(inventedRecords[id]) as Json;
    const paths = pathsOf(plain).filter((path) => path.length > 0);
    const lines = Array.from({ length: 40 }, (_, index) => {
      const record = places.reduce(
        (made, place, at): Json => withVariation(made, paths[place % paths.length] ?? [], index * (at + 1)),
        plain,
      );
      return enveloped(id, JSON.stringify(record), (form & ~1) | (form % 5 === 0 ? 1 : 0));
    });
    different.forEach(([at, edits]) => (lines[at % lines.length] = JSON.stringify(edited(id, edits))));
    return lines;
  });
