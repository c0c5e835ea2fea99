import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Scan } from '../../../../src/core/json/jsonScanner.ts';
import { validTime } from '../../../../src/engine/columns/recordTable.ts';
import { TemplateReader } from '../../../../src/engine/ingest/template/templateReader.ts';
import { Templates } from '../../../../src/engine/ingest/template/templates.ts';
import { RecordFields } from '../../../../src/engine/ingest/values/recordFields.ts';
import { similarRecords } from '../../generateSimilar.ts';
import { variedLogs } from '../../generateVaried.ts';
import { ingestSeed, ScannedRecords } from '../scannedRecords.ts';
import { runs } from '../../../runs.ts';

const encoder = new TextEncoder();

/** What was found out about a record. */
interface Found {
  readonly fields: RecordFields;
  readonly clean: boolean;
  readonly isRegular: boolean;
  readonly hasEmptyPairs: boolean;
}

/** Reads records by templates where one matches, and member by member where none does. */
class Reading {
  readonly records = new ScannedRecords();
  readonly templates: Templates;
  private readonly reader: TemplateReader;

  constructor() {
    const { table, values, shapes } = this.records;
    this.templates = new Templates(table, values, new Scan(), ingestSeed, () => false);
    this.reader = new TemplateReader(table, values, shapes);
  }

  /** Undefined of a record that matches no template; regular ones are learned from. */
  byTemplate(text: string): Found | undefined {
    const bytes = encoder.encode(text);
    if (this.templates.match(bytes, 0, bytes.length) === -1) {
      this.learn(bytes);
      return undefined;
    }
    const known = this.templates.matched;
    this.reader.read(known, bytes);
    return this.found(known.fields);
  }

  byMembers(text: string): Found {
    return this.found(this.records.read(encoder.encode(text)));
  }

  private learn(bytes: Uint8Array): void {
    const fields = this.records.read(bytes);
    const { layout, values } = this.records;
    this.templates.missed(bytes, 0, bytes.length, values.isRegular ? layout : undefined, fields);
  }

  private found(found: RecordFields): Found {
    const { clean, isRegular, hasEmptyPairs } = this.records.values;
    const fields = new RecordFields();
    fields.copy(found);
    if (fields.timeState !== validTime) {
      // Nobody looks at what was left of another time.
      Object.assign(fields.time, { day: 0, ticksOfDay: 0, zone: 'utc' });
    }
    return { fields, clean, isRegular, hasEmptyPairs };
  }
}

/** The last of records with the same keys, read by the template of those before it. */
function readLast(...texts: readonly string[]): { readonly reading: Reading; readonly last: Found | undefined } {
  const reading = new Reading();
  return { reading, last: texts.map((text) => reading.byTemplate(text)).at(-1) };
}

describe('a record read by a template', () => {
  it.each([
    ['similar records', similarRecords],
    ['records that writers vary', variedLogs],
  ])('says what it says when it is read member by member: %s', (_, logs) => {
    let matched = 0;
    fc.assert(
      fc.property(logs, (lines) => {
        const reading = new Reading();
        for (const line of lines) {
          const found = reading.byTemplate(line);
          if (found !== undefined) {
            matched++;
            expect(found).toEqual(reading.byMembers(line));
          }
        }
      }),
      { numRuns: runs(200) },
    );
    expect(matched).toBeGreaterThan(400);
  });

  it('keeps what does not vary, and has its own values of what does', () => {
    const record = (operation: string, number: number): string =>
      `{"resultType":"Failure","operationName":"${operation}","env_seqNum":${number}}`;
    const { reading, last } = readLast(record('A', 1), record('B', 2), record('C', 3));
    const { operations, results } = reading.records.table;
    expect(last?.fields.sequence).toBe(3);
    expect([results.text(last?.fields.result ?? 0), operations.text(last?.fields.operation ?? 0)]).toEqual(['Failure', 'C']);
  });

  it('has the callers and places of its own pairs', () => {
    const pairs = (identity: string, region: string): string =>
      `{"callerIdentities":[{"callerIdentityType":"UPN","callerIdentity":"${identity}"}],"targetResources":[{"targetResourceType":"Environment","targetResourceName":"E"},{"targetResourceType":"ServiceRegion","targetResourceName":"${region}"}]}`;
    const { reading, last } = readLast(pairs('a', 'b'), pairs('c', 'd'), pairs('e', '\\u0066'));
    const { callers, identityTypes, identities, placeLists, targetTypes, targetNames } = reading.records.table;
    const textsOf = (ids: Uint32Array, types: typeof targetTypes, values: typeof targetTypes): readonly string[] =>
      [...ids].map((id, index) => (index % 2 === 0 ? types : values).text(id));
    expect(textsOf(callers.list(last?.fields.caller ?? 0), identityTypes, identities)).toEqual(['UPN', 'e']);
    const places = textsOf(placeLists.list(last?.fields.places ?? 0), targetTypes, targetNames);
    expect(places).toEqual(['Environment', 'E', 'ServiceRegion', 'f']);
  });

  it('has the first resource id taken apart, and any other among its places', () => {
    const id = (name: string): string => `/subscriptions/s/resourceGroups/g/providers/Microsoft.Attestation/attestationProviders/${name}`;
    const resources = (...names: readonly string[]): string =>
      `{"targetResources":[${names.map((name) => `{"targetResourceType":"ResourceId","targetResourceName":"${name}"}`).join(',')}]}`;
    const { reading, last } = readLast(resources(id('a'), id('b')), resources('no id', id('c')), resources(id('d'), id('\\u0065')));
    const { instances, placeLists, targetNames } = reading.records.table;
    const nameIn = (found: Found | undefined): string => targetNames.text(placeLists.list(found?.fields.places ?? 0)[1] ?? 0);
    expect([instances.text(last?.fields.instance ?? 0), nameIn(last)]).toEqual(['d', id('e')]);
    const other = reading.byTemplate(resources('none either', id('f')));
    expect([instances.text(other?.fields.instance ?? 0), nameIn(other)]).toEqual(['f', 'none either']);
    const none = reading.byTemplate(resources('none', 'at all'));
    expect([none?.fields.resourceForm, none?.fields.instance, none?.fields.subscription]).toEqual([0, 0, 0]);
  });
});

it.each<[name: string, record: (value: string) => string, regular: readonly [string, string, string], remarkable: string]>([
  ['operation', (value) => `{"operationName":"${value}"}`, ['CreateInstance', 'DestroyInstance', 'SetCurrentPolicy'], 'Nonsense'],
  [
    'identity',
    (value) => `{"callerIdentities":[{"callerIdentityType":"UPN","callerIdentity":"${value}"}]}`,
    ['a@b', 'b@c', 'c@d'],
    'nobody',
  ],
  [
    'identity type',
    (value) => `{"callerIdentities":[{"callerIdentityType":"${value}","callerIdentity":"a@b"}]}`,
    ['UPN', 'PUID', 'UPN'],
    'Strange',
  ],
  ['target', (value) => `{"targetResources":[{"targetResourceType":"Environment","targetResourceName":"${value}"}]}`, ['a', 'b', 'c'], ''],
])('a remarkable %s shows in its own record and in no other', (_, record, [first, second, last], remarkable) => {
  const reading = new Reading();
  const areClean = [first, second, remarkable, last].map((value) => reading.byTemplate(record(value))?.clean);
  expect(areClean).toEqual([undefined, undefined, false, true]);
});

describe('the shape of a record read by a template', () => {
  it('is asked for until it is clean, and again where a kind changes', () => {
    const { reading } = readLast('{"env_cv":"a"}', '{"env_cv":"b"}', '{"env_cv":"c"}');
    const { templates, records } = reading;
    const isClean = (text: string): boolean => {
      expect(reading.byTemplate(text)).toBeDefined();
      return templates.matched.isShapeClean;
    };
    expect(isClean('{"env_cv":"d"}')).toBe(false);
    records.shapes.setClean();
    expect([isClean('{"env_cv":"e"}'), isClean('{"env_cv":"f"}')]).toEqual([true, true]);
    expect([isClean('{"env_cv":7}'), isClean('{"env_cv":"g"}')]).toEqual([false, true]);
  });
});
