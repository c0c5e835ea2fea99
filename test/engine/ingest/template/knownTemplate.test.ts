import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Scan } from '../../../../src/core/json/jsonScanner.ts';
import { viewOf } from '../../../../src/engine/columns/byteView.ts';
import { KnownTemplate } from '../../../../src/engine/ingest/template/knownTemplate.ts';
import { sampleRecord } from '../../../../src/engine/ingest/template/sampleRecord.ts';
import { slotsOf } from '../../../../src/engine/ingest/template/slot.ts';
import { Template } from '../../../../src/engine/ingest/template/template.ts';
import { TextScan } from '../../../../src/engine/ingest/template/textScan.ts';
import { keyNumbers } from '../../../../src/engine/ingest/values/keys.ts';
import { RecordLayout } from '../../../../src/engine/ingest/values/recordLayout.ts';
import { ingestSeed, placesIn, ScannedRecords } from '../scannedRecords.ts';
import { runs } from '../../../runs.ts';

const encoder = new TextEncoder();
const rules = { alwaysVaries: () => false, neverVaries: () => false, needsHash: () => true };

/** What is known of a record in which the values with these texts vary. */
function know(text: string, varying: readonly string[] | 'all' = [], records = new ScannedRecords()): KnownTemplate {
  const bytes = encoder.encode(text);
  const fields = records.read(bytes);
  const { layout, table, values, keys } = records;
  const slots = slotsOf(layout, 0, keyNumbers.callers, keyNumbers.targets);
  const varies = slots.map(({ start, end }) => varying === 'all' || varying.includes(text.slice(start, end)));
  const template = new Template(sampleRecord(slots, bytes, ingestSeed), varies, rules);
  return new KnownTemplate(template, bytes, layout, fields, table, values, (key) => keys.text(key).startsWith('unheardOf'));
}

const callers = (...pairs: readonly (readonly [type: string, value: string])[]): string =>
  `[${pairs.map(([type, value]) => `{"callerIdentityType":${type},"callerIdentity":${value}}`).join(' , ')}]`;
/** The first of them with the name before the type. */
const targets = (...pairs: readonly (readonly [type: string, value: string])[]): string => {
  const items = pairs.map(([type, value], index) => {
    const members = [`"targetResourceType":${type}`, `"targetResourceName": ${value}`];
    return `{${(index === 0 ? members.toReversed() : members).join(', ')}}`;
  });
  return `[ ${items.join(',')}\t]`;
};

const upn = '"dana@contoso.com"';
const resource = '"/subscriptions/s/resourceGroups/g/providers/Microsoft.Attestation/attestationProviders/p"';

describe('of the record that a template was made from is known', () => {
  it('which keys nothing documents', () => {
    const known = know('{"unheardOf1":1,"operationName":"A","other":2,"unheardOf2":3}');
    expect(known.unknownMembers).toEqual([0, 3]);
  });

  it('which ids its pairs have, but for the names of resources', () => {
    const records = new ScannedRecords();
    const text = `{"callerIdentities":${callers(['"UPN"', upn], ['"\\u0055PN"', '"b@c.d"'])},"targetResources":${targets(['"ResourceId"', resource], ['"Environment"', '"PublicCloud"'])}}`;
    const { callerIds, targetIds } = know(text, [], records);
    const { identityTypes, identities, targetTypes, targetNames } = records.table;
    const texts = [...callerIds].map((id, index) => (index % 2 === 0 ? identityTypes : identities).text(id));
    expect(texts).toEqual(['UPN', 'dana@contoso.com', 'UPN', 'b@c.d']);
    expect([targetTypes.text(targetIds[0] ?? 0), targetIds[1]]).toEqual(['ResourceId', 0]);
    expect([targetTypes.text(targetIds[2] ?? 0), targetNames.text(targetIds[3] ?? 0)]).toEqual(['Environment', 'PublicCloud']);
  });

  it.each<[varying: readonly string[], callersVary: boolean, targetsVary: boolean, targetAt: readonly number[]]>([
    [[], false, false, [-1, -1]],
    [['"SetPolicy"'], false, false, [-1, -1]],
    [['"UPN"'], true, false, [-1, -1]],
    [[upn], true, false, [-1, -1]],
    [['"Environment"', '"ServiceRegion"'], false, true, [-1, -1]],
    [['"EastUS"'], false, true, [-1, 0]],
    [['"SetPolicy"', upn, '"PublicCloud"', '"EastUS"'], true, true, [2, 3]],
  ])('where its callers and targets vary, if %j do', (varying, callersVary, targetsVary, targetAt) => {
    const known = know(
      `{"operationName":"SetPolicy","callerIdentities":${callers(['"UPN"', upn])},"targetResources":${targets(['"Environment"', '"PublicCloud"'], ['"ServiceRegion"', '"EastUS"'])}}`,
      varying,
    );
    expect({ callersVary: known.callersVary, targetsVary: known.targetsVary, targetAt: [...known.targetAt] }).toEqual({
      callersVary,
      targetsVary,
      targetAt,
    });
  });

  it.each<[text: string, varying: readonly string[], areClean: boolean]>([
    ['{"operationName":"SetCurrentPolicy"}', [], true],
    ['{"operationName":"Nonsense"}', [], false],
    ['{"operationName":"Nonsense"}', ['"Nonsense"'], true],
    ['{"operationName":"Nonsense","resultType":"Success"}', ['"Success"'], false],
    ['{"env_cv":""}', [], false],
    ['{"auditEventCategory":["No category"]}', [], false],
    [`{"callerIdentities":${callers(['"UPN"', '"nobody"'])}}`, [], false],
    [`{"callerIdentities":${callers(['"UPN"', '"nobody"'])}}`, ['"nobody"'], true],
    [`{"targetResources":${targets(['"Strange"', '"x"'])}}`, [], false],
  ])('whether there is nothing to say of what stays the same: %s, %j', (text, varying, areClean) => {
    expect(know(text, varying).constantsAreClean).toBe(areClean);
  });

  it('whether its arrays of pairs are empty', () => {
    const empty = ['{"callerIdentities":[]}', '{"targetResources":[]}', `{"callerIdentities":${callers(['"UPN"', upn])}}`];
    expect(empty.map((text) => know(text).constantsHaveEmptyPairs)).toEqual([true, true, false]);
  });

  it('what its fields are, whatever is read after it', () => {
    const records = new ScannedRecords();
    const known = know('{"operationName":"A","env_seqNum":7}', [], records);
    records.read(encoder.encode('{"operationName":"B","env_seqNum":8}'));
    expect([records.table.operations.text(known.fields.operation), known.fields.sequence]).toEqual(['A', 7]);
  });
});

/** Fills the layout with the places in the record at `start`, which is said to match. */
function matchAndFill(known: KnownTemplate, bytes: Uint8Array, start: number, layout: RecordLayout): void {
  expect(known.template.match(bytes, viewOf(bytes), start, bytes.length, new TextScan(ingestSeed), new Scan())).toBe(bytes.length);
  known.fill(layout, start);
}

describe('the places in a record that has matched', () => {
  const members = [
    ['"operationName"', '"A"', '"Another"'],
    ['"auditEventCategory" ', '["x"]', '[]'],
    ['"callerIdentities"', callers(['"UPN"', upn], ['"UPN"', '"b"']), callers(['"T"', '"a longer one"'], ['"T"', '""'])],
    [
      '"targetResources"',
      targets(['"Environment"', '"P"'], ['"ResourceId"', '"/x"']),
      targets(['"E"', '"PublicCloud"'], ['"R"', '"\\u0041"']),
    ],
    ['"unheardOf" ', '[]', '[ ]'],
    ['"env_seqNum"', '1', '[{"env_seqNum":1}]'],
  ] as const;

  it('are those that a scan of it finds', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...members], { minLength: 1 }),
        fc.nat({ max: 9 }),
        fc.func(fc.boolean()),
        (chosen, start, changes) => {
          const set = (take: (index: number) => 1 | 2): string =>
            `{ ${chosen.map((member, index) => `${member[0]}: ${member[take(index)]}`).join(' ,')}}`;
          const records = new ScannedRecords();
          const known = know(
            set(() => 1),
            'all',
            records,
          );
          const bytes = encoder.encode(`${' '.repeat(start)}${set((index) => (changes(index) ? 2 : 1))}`);
          const layout = new RecordLayout();
          // What the layout held before does not count.
          matchAndFill(known, bytes, start, layout);
          matchAndFill(known, bytes, start, layout);
          records.read(bytes, start);
          expect(placesIn(layout)).toEqual(placesIn(records.layout));
        },
      ),
      { numRuns: runs(300) },
    );
  });

  it.each([
    ['"x"', 'plain'],
    ['"\\u0078"', 'escaped'],
  ])('of pairs, one of them %s, tell that they are %s', (value, writing) => {
    const known = know(`{"callerIdentities":${callers(['"UPN"', '"y"'])}}`, ['"y"']);
    const bytes = encoder.encode(`{"callerIdentities":${callers(['"UPN"', value])}}`);
    const layout = new RecordLayout();
    matchAndFill(known, bytes, 0, layout);
    expect(layout.callers.writing).toBe(writing);
  });
});
