import { describe, expect, it } from 'vitest';
import { Scan } from '../../../../src/core/json/jsonScanner.ts';
import { parseValueTree } from '../../../../src/core/json/valueTree.ts';
import { normalizeRecord, variantKeys } from '../../../../src/core/formats/attestation/variants.ts';
import type { NewFinding } from '../../../../src/engine/findings/findingTable.ts';
import { NoteLookup } from '../../../../src/engine/ingest/general/noteLookup.ts';
import { PerSourceFindings } from '../../../../src/engine/ingest/general/perSourceFindings.ts';
import { RecordNotes } from '../../../../src/engine/ingest/general/recordNotes.ts';
import { TemplateReader } from '../../../../src/engine/ingest/template/templateReader.ts';
import { Templates } from '../../../../src/engine/ingest/template/templates.ts';
import { ingestSeed, ScannedRecords } from '../scannedRecords.ts';

const encoder = new TextEncoder();

/** Notes of a source whose records are lines of a hundred bytes. */
class Noting {
  readonly records = new ScannedRecords(variantKeys);
  readonly notes: RecordNotes;
  private readonly found: NewFinding[] = [];
  private readonly templates: Templates;
  private readonly templateReader: TemplateReader;
  private record = 0;

  constructor() {
    const { keys, table, values, shapes } = this.records;
    this.notes = new RecordNotes(
      new PerSourceFindings(new NoteLookup(ingestSeed)),
      keys,
      new Set(variantKeys.map((key) => keys.idOf(key))),
    );
    this.templates = new Templates(table, values, new Scan(), ingestSeed, (key) => this.notes.isUnknown(key));
    this.templateReader = new TemplateReader(table, values, shapes);
  }

  /** The next record begins. */
  begin(): void {
    this.notes.begin(this.record, this.record * 100, this.record + 1);
    this.record++;
  }

  /** Notes what a record shows that is read member by member, and learns from it. */
  members(text: string): this {
    this.begin();
    const bytes = encoder.encode(text);
    const fields = this.records.read(bytes);
    this.notes.members(bytes, this.records.layout, fields);
    this.templates.missed(bytes, 0, bytes.length, this.records.layout, fields);
    return this;
  }

  /** Notes what a record shows that matches a template, and begins at its third byte. */
  matched(text: string): this {
    this.begin();
    const bytes = encoder.encode(`  ${text}`);
    if (this.templates.match(bytes, 2, bytes.length) === -1) {
      throw new Error('This record matches no template.');
    }
    this.templateReader.read(this.templates.matched, bytes);
    this.notes.matched(this.templates.matched, bytes, 2, this.records.layout);
    return this;
  }

  /** Notes what the record of another writer shows. */
  variant(text: string): this {
    this.begin();
    const bytes = encoder.encode(text);
    const root = parseValueTree(bytes, 0, bytes.length);
    const normalized = normalizeRecord(bytes, root);
    if (normalized === undefined) {
      throw new Error('This record has the documented form.');
    }
    this.notes.rewrite(root, normalized);
    const fields = this.records.read(normalized.bytes);
    this.notes.members(normalized.bytes, this.records.layout, fields);
    return this;
  }

  /** What is reported so far: `code pointer arguments`, and where. */
  get reported(): readonly (readonly [sentence: string, record: number, offset: number, length: number, line: number])[] {
    this.found.length = 0;
    this.notes.perSourceFindings.finish({ add: (finding) => this.found.push(finding) });
    return this.found.map(({ code, pointer, args, record, offset, length, line }) => [
      [code, pointer, ...args].join(' '),
      record,
      offset,
      length,
      line,
    ]);
  }
}

const date = '"/Date(1606155809942)/"';

describe('a key that nothing documents', () => {
  it('is noted at its first place, and counted after that', () => {
    const noting = new Noting().members('{"env_os":1}').members('{"env_os":1,"other":2}').members('{"other":{},"env_os":1,"more":1}');
    expect(noting.reported).toEqual([
      ['value.unknownKey /other other 2', 1, 112, 7, 2],
      ['value.unknownKey /more more 1', 2, 223, 6, 3],
    ]);
    expect(noting.notes.made).toBe(2);
  });

  it('is one key however it is written, and may hold what a pointer escapes', () => {
    const noting = new Noting().members('{"a\\/b~":1}').members('{"a/b~":1}').members('{"\\u0061/b~":1}');
    expect(noting.reported).toEqual([['value.unknownKey /a~1b~0 a/b~ 3', 0, 1, 7, 1]]);
  });

  it('is counted once where it appears twice', () => {
    expect(new Noting().members('{"a":1,"a":2}').reported).toEqual([['value.unknownKey /a a 1', 0, 1, 3, 1]]);
  });

  it('is noted of a record that matches a template, at the place in that record', () => {
    const noting = new Noting();
    // Learned before there is anything that counts it.
    noting.members('{"env_seqNum":1,"other":2}').members('{"env_seqNum":22,"other":2}');
    noting.notes.perSourceFindings.take();
    noting.matched('{"env_seqNum":333,"other":2}').matched('{"env_seqNum":4,"other":2}');
    expect(noting.reported).toEqual([['value.unknownKey /other other 2', 2, 220, 7, 3]]);
  });

  it('is left open if it is one of other writers, until it is known that the record is not theirs', () => {
    const noting = new Noting().members('{"operationName":"A","Time":1}');
    const time = noting.records.keys.idOf('Time');
    expect([noting.notes.isUnknown(time), noting.reported]).toEqual([false, []]);
    noting.notes.keysOfVariants(encoder.encode('{"operationName":"A","Time":1}'), noting.records.layout);
    expect(noting.reported).toEqual([['value.unknownKey /Time Time 1', 0, 21, 6, 1]]);
  });
});

describe('a record of another writer', () => {
  const pascal = '{ "Unheard" :1,"OperationName":"A","CallerIdentities":[],"TargetResources":[]}';

  it('is noted as a whole, and what is in it where it is written', () => {
    const noting = new Noting().members('{"env_os":1}').variant(pascal).variant(pascal);
    expect(noting.reported).toEqual([
      ['value.variant  pascalCase 2', 1, 100, pascal.length, 2],
      ['value.unknownKey /Unheard Unheard 2', 1, 102, 9, 2],
    ]);
    expect(noting.notes.made).toBe(2);
  });

  it('has no keys that are left open', () => {
    const noting = new Noting().variant(pascal);
    const { keys } = noting.records;
    expect([keys.idOf('Time'), keys.idOf('more'), keys.idOf('env_time')].map((key) => noting.notes.isUnknown(key))).toEqual([
      true,
      true,
      false,
    ]);
    noting.begin();
    expect(noting.notes.isUnknown(keys.idOf('Time'))).toBe(false);
  });

  it('in a payload has the places of the payload, and the pointer to it', () => {
    const payload = JSON.stringify('{"operationName":"A","resultType":"B","callerIdentities":[],"unheardOf":1}');
    const noting = new Noting().variant(`{"payload":${payload}}`);
    expect(noting.reported).toEqual([
      ['value.variant  payload 1', 0, 0, payload.length + 12, 1],
      ['value.unknownKey /payload unheardOf 1', 0, 11, payload.length, 1],
    ]);
  });
});

describe('the time of a record in the form of .NET', () => {
  it('is noted at the first', () => {
    const noting = new Noting().members('{"env_time":"2020-11-23T18:23:29Z"}').members(`{"env_os":1,"env_time":${date}}`);
    expect(noting.members(`{"env_time":${date}}`).reported).toEqual([['value.variant /env_time date 2', 1, 123, date.length, 2]]);
  });

  it('is noted of records that match a template', () => {
    const noting = new Noting().members('{"env_os":1,"env_time":"2020-11-23T18:23:29Z"}');
    noting.matched('{"env_os":1,"env_time":"2020-11-23T18:23:30Z"}').matched(`{"env_os":1,"env_time":${date}}`);
    expect(noting.reported).toEqual([['value.variant /env_time date 1', 2, 225, date.length, 3]]);
  });
});

it('records that no format is recognised in are noted at the brace of the first', () => {
  const noting = new Noting();
  for (const brace of [7, 3]) {
    noting.begin();
    noting.notes.unknownFormat(brace);
  }
  expect(noting.reported).toEqual([['value.unknownFormat  2', 0, 7, 1, 1]]);
  expect(noting.notes.made).toBe(1);
});

it('lists in a record are noted once for the key of the record that leads to them', () => {
  const noting = new Noting();
  for (const path of [['a', 'b'], ['a', 'c'], ['b'], ['a', 'b']]) {
    noting.begin();
    noting.notes.listInside({ path, start: 10, end: 13 });
  }
  expect(noting.reported).toEqual([
    ['value.listInside /a/b a.b 3', 0, 10, 3, 1],
    ['value.listInside /b b 1', 2, 210, 3, 3],
  ]); // The key itself is another matter.
  expect(noting.members('{"b":1}').reported.at(-1)).toEqual(['value.unknownKey /b b 1', 4, 401, 3, 5]);
});
