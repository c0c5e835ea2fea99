import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { builtInFormats } from '../../../../src/core/formats/builtInFormats.ts';
import { checkRecord } from '../../../../src/core/rules/checkRecord.ts';
import { RecordReader } from '../../../../src/core/reading/recordReader.ts';
import { RecordScanner } from '../../../../src/core/json/recordScanner.ts';
import { parseValueTree } from '../../../../src/core/json/valueTree.ts';
import { ByteDictionary } from '../../../../src/engine/columns/byteDictionary.ts';
import { RecordTable, textOf } from '../../../../src/engine/columns/recordTable.ts';
import { brokenFinding } from '../../../../src/engine/ingest/general/brokenFinding.ts';
import { FindingTable, type NewFinding } from '../../../../src/engine/findings/findingTable.ts';
import { NoteLookup } from '../../../../src/engine/ingest/general/noteLookup.ts';
import { RecordIndexer } from '../../../../src/engine/ingest/general/recordIndexer.ts';
import { FindingWords } from '../../../../src/engine/findings/findingWords.ts';
import { similarRecords } from '../../generateSimilar.ts';
import { variedLogs } from '../../generateVaried.ts';
import { runs } from '../../../runs.ts';
import { Intake } from '../intake.ts';

const encoder = new TextEncoder();

interface Indexed {
  readonly table: RecordTable;
  readonly records: readonly { readonly offset: number; readonly length: number; readonly line: number }[];
  readonly findings: readonly NewFinding[];
}

/** Reads the bytes in pieces of this size, with templates. The pieces are Node's buffers, and gone once they have been read. */
function index(bytes: Uint8Array, piece: number): Indexed {
  const intake = new Intake();
  const { table, findings } = intake;
  const indexer = new RecordIndexer(table, findings.words, 1);
  const reader = new RecordReader(indexer, indexer);
  for (let offset = 0; offset < bytes.length; offset += piece) {
    const part = Buffer.from(bytes.slice(offset, offset + piece));
    reader.push(part);
    if (reader.offset === offset + part.length) {
      part.fill(0x20);
    }
    if (offset % 3 === 0) {
      intake.take(indexer);
    }
  }
  reader.end();
  intake.take(indexer);
  intake.perSourceFindings.finish(findings);
  for (const dictionary of Object.values(table).filter((part) => part instanceof ByteDictionary)) {
    // Only what bytes that are no UTF-8 become may be for several.
    const texts = Array.from({ length: dictionary.size }, (_, id) => dictionary.text(id + 1)).filter((text) => !text.includes('\ufffd'));
    expect(new Set(texts).size).toBe(texts.length);
  }
  return {
    table,
    records: Array.from({ length: table.length }, (_, row) => ({
      offset: table.offset.at(row),
      length: table.byteLength.data[row]!,
      line: table.line.data[row]!,
    })),
    findings: Array.from({ length: findings.length }, (_, finding) => findings.at(finding)),
  };
}

/** The same without templates and without columns: each record is scanned by itself and checked by the specification. */
function indexSlowly(bytes: Uint8Array): Omit<Indexed, 'table'> {
  const records: Indexed['records'][number][] = [];
  const findings: NewFinding[] = [];
  const reader = new RecordReader(new RecordScanner(), {
    record(piece, start, end, base, line) {
      const tree = parseValueTree(piece, start, end);
      findings.push(
        ...checkRecord(piece, tree, builtInFormats).map(({ code, pointer, args, start: from, end: to }) => {
          return { code, record: records.length, pointer, offset: base + from, length: to - from, line, args };
        }),
      );
      records.push({ offset: base + start, length: end - start, line });
    },
    broken(stretch) {
      findings.push(brokenFinding(stretch));
    },
  });
  reader.push(bytes);
  reader.end();
  return { records, findings };
}

const perSourceFindings: ReadonlySet<string> = new Set(['value.unknownKey', 'value.variant', 'value.unknownFormat']);

/** Findings of records and broken stretches; what is reported once for the source has a test of its own. */
function comparable({ records, findings }: Omit<Indexed, 'table'>): unknown {
  const own = findings.filter(({ code, record }) => record !== -1 && !perSourceFindings.has(code));
  return { records, findings: own, broken: findings.filter(({ record }) => record === -1) };
}

/** Bytes that a damaged file may hold in a place, and how many it replaces. */
const damage = fc.record({
  at: fc.nat(),
  drop: fc.nat({ max: 40 }),
  insert: fc.constantFrom('', '"', '\\', '{', '}', ',', '\n', '\u0001', 'é', '\\u0041', '"x":1,', '0', '[', ' '),
});

function damaged(bytes: Uint8Array, { at, drop, insert }: { at: number; drop: number; insert: string }): Uint8Array {
  const from = at % (bytes.length + 1);
  return Uint8Array.from([...bytes.subarray(0, from), ...encoder.encode(insert), ...bytes.subarray(from + drop)]);
}

/** What makes records unsound, or has something said of their values: text that is replaced, in the lines of these bits. */
const fault = fc
  .tuple(
    fc.integer(),
    fc.constantFrom<readonly [RegExp, string]>(
      [/^\{/, '{"operationName":"CreateInstance",'],
      [/"k(\d)": *\d+/, '"k$1":1,"\\u006b$1":2'],
      [/"k(\d)": *\d+/, '"k$1":18446744073709551615'],
      [/"callerIdentity"/, '"callerIdentityType"'],
      [/"targetResourceName"/, '"targetResource\\u004eame"'],
      [/"targetResourceName"/, '"targetResourceNam"'],
      [/"Environment"/, '"ResourceId"'],
      [/"Environment"/, '"environment"'],
      [/"ResourceId"/, '"R\\u0065sourceId"'],
      [/"PublicCloud"/, '""'],
      [/"UPN"/, '["UPN"]'],
      [/"UPN"/, '"upn"'],
      [/"Success"/, '"\\u0053uccess"'],
      [/"Success"/, '"\\ud800"'],
      [/"Success"/, '"\\u0000"'],
      [/"env_os": *"Windows"/, '"env_os":{"a":[]}'],
      [/"env_os": *"Windows"/, '"env_os":""'],
      [/"ApplicationManagement"/, '"Application Management",3'],
      [/"PublicCloud"/, '"","again":1,"again":2'],
      [/"env_epoch": *"[^"]*"/, '"payload":"{\\"operationName\\":"'],
      [/"env_seqNum": *\d+/, '"env_seqNum":1e400'],
    ),
  )
  .map(([inLines, [before, after]]) => ({ inLines, before, after }));

describe('the indexer with its templates tells what the scanner and the specification tell', () => {
  it('of records that are alike', () => {
    fc.assert(
      fc.property(similarRecords, fc.integer({ min: 1, max: 5000 }), (lines, piece) => {
        const bytes = encoder.encode(lines.join('\n'));
        expect(comparable(index(bytes, piece))).toEqual(comparable(indexSlowly(bytes)));
      }),
      { numRuns: runs(250) },
    );
  });

  it('of logs that are damaged', () => {
    fc.assert(
      fc.property(
        similarRecords,
        fc.array(damage, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 50, max: 5000 }),
        (lines, faults, piece) => {
          const bytes = faults.reduce(damaged, encoder.encode(lines.join('\n')));
          expect(comparable(index(bytes, piece))).toEqual(comparable(indexSlowly(bytes)));
        },
      ),
      { numRuns: runs(500) },
    );
  });

  it('of records that are written in another way each time, sound and not', () => {
    fc.assert(
      fc.property(variedLogs, fc.array(fault, { maxLength: 4 }), fc.integer({ min: 50, max: 5000 }), (lines, faults, piece) => {
        const changed = lines.map((line, place) =>
          faults.reduce((text, { inLines, before, after }) => (((inLines >> place) & 1) === 1 ? text.replace(before, after) : text), line),
        );
        const bytes = encoder.encode(changed.join('\n'));
        expect(comparable(index(bytes, piece))).toEqual(comparable(indexSlowly(bytes)));
      }),
      { numRuns: runs(250) },
    );
  });

  it('of such logs when they are damaged', () => {
    fc.assert(
      fc.property(
        variedLogs,
        fc.array(damage, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 50, max: 5000 }),
        (lines, faults, piece) => {
          const bytes = faults.reduce(damaged, encoder.encode(lines.join('\n')));
          expect(comparable(index(bytes, piece))).toEqual(comparable(indexSlowly(bytes)));
        },
      ),
      { numRuns: runs(250) },
    );
  });

  it('of logs with invalid UTF-8', () => {
    fc.assert(
      fc.property(
        similarRecords,
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0x80, max: 0xff })), { minLength: 1, maxLength: 3 }),
        (lines, bytes) => {
          const log = encoder.encode(lines.join('\n'));
          for (const [at, byte] of bytes) {
            log[at % log.length] = byte;
          }
          expect(comparable(index(log, 1000))).toEqual(comparable(indexSlowly(log)));
        },
      ),
      { numRuns: runs(500) },
    );
  });
});

/** A record with these targets, each a type and a name as JSON writes it between quotation marks. */
function withTargets(...targets: readonly (readonly [type: string, name: string])[]): string {
  const pairs = targets.map(([type, name]) => `{"targetResourceType":"${type}","targetResourceName":"${name}"}`);
  return (
    '{"operationName":"SetCurrentPolicy","resultType":"Success","auditEventCategory":["PolicyManagement"],' +
    `"callerIdentities":[{"callerIdentityType":"UPN","callerIdentity":"a@b.c"}],"targetResources":[${pairs.join(',')}]}`
  );
}

const resourceId = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Attestation/attestationProviders/contoso';

it('a finding behind a resource id with escapes has its place', () => {
  const lines = Array.from({ length: 6 }, (_, line) => {
    return withTargets(['ResourceId', `${resourceId.replaceAll('/', '\\/')}${line}`], ['Environment', line % 2 === 0 ? 'PublicCloud' : '']);
  });
  const bytes = encoder.encode(lines.join('\n'));
  const reported = index(bytes, 100_000);
  expect(comparable(reported)).toEqual(comparable(indexSlowly(bytes)));
  expect(reported.findings.map(({ pointer }) => pointer)).toEqual([1, 3, 5].map(() => '/targetResources/1/targetResourceName'));
});

it('pairs in the place of an empty array are told of like all others', () => {
  const filled = withTargets(['Environment', 'PublicCloud'], ['Strange', '']).replace('Success', 'success');
  const empty = filled.replace(/"targetResources":.*/, '"targetResources":[]}');
  const blank = empty.replace('[]}', '[ ]}');
  const bytes = encoder.encode([empty, blank, empty, blank, filled, empty, filled].join('\n'));
  expect(comparable(index(bytes, 100_000))).toEqual(comparable(indexSlowly(bytes)));
});

describe('the columns', () => {
  it('hold the parts of a resource id under a type that varies, though the id does not', () => {
    const types = ['Environment', 'ServiceRole', 'ServiceRole', 'ResourceId', 'Environment', 'ResourceId'];
    const lines = types.map((type) => withTargets([type, resourceId]));
    const { table } = index(encoder.encode(lines.join('\n')), 100_000);
    expect(types.map((_, row) => valuesOf(table, row))).toEqual(lines.map(valuesIn));
  });

  it('hold what JSON.parse reads, however it is written', () => {
    fc.assert(
      fc.property(variedLogs, fc.integer({ min: 50, max: 5000 }), (lines, piece) => {
        const { table } = index(encoder.encode(lines.join('\n')), piece);
        const read = Array.from({ length: table.length }, (_, row) => valuesOf(table, row));
        expect(read).toEqual(lines.map(valuesIn));
      }),
      { numRuns: runs(500) },
    );
  });
});

type Pair = Readonly<Record<string, string>>;

const textColumns = {
  operationName: (table: RecordTable, row: number) => textOf(table.operations, table.operation.data[row]!),
  resultDescription: (table: RecordTable, row: number) => textOf(table.descriptions, table.description.data[row]!),
  callerIpAddress: (table: RecordTable, row: number) => textOf(table.addresses, table.address.data[row]!),
  callerDisplayName: (table: RecordTable, row: number) => textOf(table.displayNames, table.displayName.data[row]!),
  env_epoch: (table: RecordTable, row: number) => textOf(table.epochs, table.epoch.data[row]!),
  env_cloud_role: (table: RecordTable, row: number) => textOf(table.cloudRoles, table.cloudRole.data[row]!),
} as const;

/** What the columns say of a record. */
function valuesOf(table: RecordTable, row: number): unknown {
  const texts = Object.fromEntries(Object.entries(textColumns).map(([key, read]) => [key, read(table, row)]));
  const callers = Array.from(table.callers.list(table.caller.data[row]!));
  const places = Array.from(table.placeLists.list(table.places.data[row]!));
  return {
    ...texts,
    categories: Array.from(table.categoryLists.list(table.categories.data[row]!), (id) => table.categoryNames.text(id)),
    callers: callers.map((id, place) => (place % 2 === 0 ? table.identityTypes : table.identities).text(id)),
    places: places.map((id, place) => (place % 2 === 0 ? table.targetTypes : table.targetNames).text(id)),
    instance: textOf(table.instances, table.instance.data[row]!),
    sequence: String(table.sequenceAt(row)),
  };
}

/** The same of the record as JSON.parse reads it; of its number, which that cannot hold, the text. */
function valuesIn(line: string): unknown {
  const record = JSON.parse(line) as Readonly<Record<string, unknown>>;
  const pairs = (key: string, typeKey: string, valueKey: string): readonly string[] =>
    (record[key] as readonly Pair[]).flatMap((pair) => [pair[typeKey]!, pair[valueKey]!]);
  const targets = record['targetResources'] as readonly Pair[];
  const others = targets.filter(({ targetResourceType }) => targetResourceType !== 'ResourceId');
  const resource = targets.find(({ targetResourceType }) => targetResourceType === 'ResourceId');
  return {
    ...Object.fromEntries(Object.keys(textColumns).map((key) => [key, record[key] ?? null])),
    categories: record['auditEventCategory'],
    callers: pairs('callerIdentities', 'callerIdentityType', 'callerIdentity'),
    places: others.flatMap((pair) => [pair['targetResourceType'], pair['targetResourceName']]),
    instance: resource?.['targetResourceName']?.split('/').at(-1) ?? null,
    sequence: /seqNum"\s*:\s*(\d+)/.exec(line)?.[1] ?? 'undefined',
  };
}

describe('of records that differ in one value only', () => {
  const values = ['-1', '-0', '1.5', '1e3', '1E400', '0.0', '18446744073709551616', '"1"', '""', 'true', '[]', '{"a":1}', '"odd"'];
  const keys = ['operationName', 'auditEventCategory', 'env_time', 'env_epoch', 'env_seqNum', 'env_flags', 'env_popSample', 'env_ver'];

  it.each(keys)('the indexer tells what the specification tells of %s', (key) => {
    const texts = (value: number): Readonly<Record<string, string>> => ({
      operationName: '"SetCurrentPolicy"',
      resultType: '"Success"',
      auditEventCategory: '["PolicyManagement"]',
      callerIdentities: '[]',
      targetResources: '[]',
      env_ver: '"2.1"',
      env_time: `"2020-11-23T18:23:29.${value}Z"`,
      env_epoch: `"epoch${value}"`,
      env_seqNum: `${value}`,
      env_flags: `${256 + value}`,
      env_popSample: `${value}`,
    });
    const line = (members: Readonly<Record<string, string>>): string =>
      `{${Object.entries(members)
        .map(([name, text]) => `"${name}":${text}`)
        .join()}}`;
    const regular = [0, 1, 2, 3].map((value) => line(texts(value)));
    const odd = values.flatMap((value, place) => [line({ ...texts(place), [key]: value }), line(texts(place + 4))]);
    const bytes = encoder.encode([...regular, ...odd].join('\n'));
    const reported = index(bytes, 100_000);
    expect(comparable(reported)).toEqual(comparable(indexSlowly(bytes)));
    expect(reported.findings.filter(({ pointer }) => pointer === `/${key}`).length).toBeGreaterThan(5);
  });

  it.each(['resultDescription', 'requestId', 'callerIpAddress', 'callerDisplayName', 'env_epoch', 'env_iKey', 'env_cloud_role'])(
    'the indexer tells of each empty %s',
    (key) => {
      const lines = Array.from({ length: 10 }, (_, line) => ({
        operationName: 'SetCurrentPolicy',
        resultType: 'Success',
        auditEventCategory: ['PolicyManagement'],
        callerIdentities: [{ callerIdentityType: 'UPN', callerIdentity: 'a@b.c' }],
        targetResources: [{ targetResourceType: 'Environment', targetResourceName: 'PublicCloud' }],
        [key]: line === 1 ? null : '',
        env_seqNum: line,
      }));
      const { findings } = index(encoder.encode(lines.map((line) => JSON.stringify(line)).join('\n')), 100_000);
      const empty = findings.filter(({ code, pointer }) => code === 'value.empty' && pointer === `/${key}`);
      expect(empty.map(({ record }) => record)).toEqual([0, 2, 3, 4, 5, 6, 7, 8, 9]);
    },
  );
});

describe('the general scanner', () => {
  it('is left alone where records are alike', () => {
    const scans = vi.spyOn(RecordScanner.prototype, 'read');
    const record = {
      operationName: 'SetCurrentPolicy',
      callerIdentities: [{ callerIdentityType: 'UPN', callerIdentity: 'a@b.c' }],
      env_seqNum: 0,
    };
    const lines = Array.from({ length: 1000 }, (_, line) => ({
      ...record,
      requestId: line % 3 === 0 ? null : `r${line}`,
      callerIdentities: [{ callerIdentityType: line % 2 === 0 ? 'UPN' : 'ObjectID', callerIdentity: `caller${line % 7}@contoso.com` }],
      env_seqNum: line,
    }));
    const { records } = index(encoder.encode(lines.map((line) => JSON.stringify(line)).join('\n')), 100_000);
    expect(records).toHaveLength(1000);
    // A few records to learn from, and those that a piece cuts off.
    expect(scans.mock.calls.length).toBeLessThan(20);
    scans.mockRestore();
  });
});

describe('what is told once for a source', () => {
  it('counts the records that match a template like all others', () => {
    const lines = Array.from({ length: 400 }, (_, line) =>
      JSON.stringify({
        operationName: 'SetCurrentPolicy',
        ...(line % 2 === 1 && { extra: line }),
        env_time: line % 4 === 0 ? `/Date(${1_606_155_809_942 + line})/` : `2020-11-23T18:23:29.${String(line).padStart(7, '0')}Z`,
        env_seqNum: line,
      }),
    );
    const bytes = encoder.encode(lines.join('\n'));
    const reported = index(bytes, 10_000).findings.filter(({ code }) => code === 'value.unknownKey' || code === 'value.variant');
    expect(reported.map(({ code, args, record, pointer, offset }) => ({ code, args, record, pointer, offset }))).toEqual([
      { code: 'value.variant', args: ['date', '100'], record: 0, pointer: '/env_time', offset: lines[0]!.indexOf('"/Date') },
      {
        code: 'value.unknownKey',
        args: ['extra', '200'],
        record: 1,
        pointer: '/extra',
        offset: lines[0]!.length + 1 + lines[1]!.indexOf('"extra"'),
      },
    ]);
  });
});

describe('what is learned from one source', () => {
  const lines = (first: number): string =>
    Array.from(
      { length: 4 },
      (_, number) => `{"operationName":"SetCurrentPolicy","resultType":"Success","env_seqNum":${first + number}}\n`,
    ).join('');

  it('need not be learned from the next', () => {
    const learned = [1, 50].map((sources) => {
      const table = new RecordTable(1);
      const words = new FindingWords(1);
      const indexer = new RecordIndexer(table, words, 1);
      for (let source = 0; source < sources; source++) {
        const intake = new Intake(table, new FindingTable(1, words));
        const reader = new RecordReader(indexer, indexer);
        reader.push(encoder.encode(lines(source * 4)));
        reader.end();
        intake.take(indexer);
      }
      expect(table.length).toBe(sources * 4);
      return indexer.steps.learned;
    });
    expect(learned[1]).toBe(learned[0]);
  });

  it('is told of each source by itself', () => {
    const lookup = new NoteLookup(1);
    const table = new RecordTable(1);
    const words = new FindingWords(1);
    const indexer = new RecordIndexer(table, words, 1);
    const reported = ['{"odd":1}\n{"odd":2}\n', '{"a":1}\n', '{"odd":3}\n'].map((keys) => {
      // A record without a documented key is of another format, and its keys are not told one by one.
      const text = keys.replaceAll('{', '{"requestId":null,');
      const intake = new Intake(table, new FindingTable(1, words), lookup);
      const { findings } = intake;
      const reader = new RecordReader(indexer, indexer);
      reader.push(encoder.encode(text));
      reader.end();
      intake.take(indexer);
      intake.perSourceFindings.finish(findings);
      return Array.from({ length: findings.length }, (_, finding) => findings.at(finding))
        .filter(({ code }) => code === 'value.unknownKey')
        .map(({ record, offset, args }) => ({ record, offset, args }));
    });
    expect(reported).toEqual([
      [{ record: 0, offset: 18, args: ['odd', '2'] }],
      [{ record: 0, offset: 18, args: ['a', '1'] }],
      [{ record: 0, offset: 18, args: ['odd', '1'] }],
    ]);
  });
});
