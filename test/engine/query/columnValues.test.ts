import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldNames, resolveField, type FieldRef } from '../../../src/core/query/fields.ts';
import { blockRows, wholeBlock, type Block } from '../../../src/engine/columns/blocks.ts';
import type { LogIndex } from '../../../src/engine/index/logIndex.ts';
import type { ColumnPart } from '../../../src/engine/query/columnPart.ts';
import { columnParts, pairsOf } from '../../../src/engine/query/columnValues.ts';
import { RecordValues } from '../../../src/engine/query/recordValues.ts';
import { ResourceIds } from '../../../src/engine/query/resourceIds.ts';
import { recordText } from '../generate.ts';
import { readIndex } from '../readIndex.ts';
import { runs } from '../../runs.ts';

function field(name: string): FieldRef {
  const found = resolveField(name);
  if (found === undefined) {
    throw new Error(name);
  }
  return found;
}

function partsOf({ table, formats, seed }: LogIndex, name: string): readonly ColumnPart[] | undefined {
  return columnParts({ table, formats, resources: new ResourceIds(table, seed) }, field(name));
}

/** The values of each row of a block: those of all its parts together, each once. */
function valuesIn(block: Block, parts: readonly ColumnPart[]): readonly ReadonlySet<string | null>[] {
  const ofParts = parts.map((part) => Array.from(part.read(block).subarray(0, block.count), (id) => part.valuesOf(id)));
  return Array.from({ length: block.count }, (_, place) => new Set(ofParts.flatMap((values) => values[place] ?? [])));
}

const id = (subscription: string, group: string, name: string): string =>
  `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.Attestation/attestationProviders/${name}`;
const target = (targetResourceType: string, targetResourceName: string | null) => ({ targetResourceType, targetResourceName });
const caller = (callerIdentityType: string, callerIdentity: string | null) => ({ callerIdentityType, callerIdentity });

const full = {
  operationName: 'set policy',
  resultType: 'Success',
  resultSignature: '400',
  resultDescription: 'done',
  auditEventCategory: ['PolicyManagement', 'Other'],
  callerIpAddress: '192.0.2.1',
  callerDisplayName: 'Dana',
  callerIdentities: [caller('ObjectID', 'o1'), caller('UPN', 'dana@contoso.com'), caller('tenantid', 't1')],
  targetResources: [
    target('ResourceId', id('s1', 'g1', 'first')),
    target('ResourceId', id('s2', 'g2', 'second')),
    target('ResourceId', 'no id'),
    target('ServiceRegion', 'EastUS2'),
    target('ResourceRegion', null),
    target('ServiceRole', 'TargetRole'),
  ],
  env_epoch: 'E1',
  env_cloud_role: 'OwnRole',
};
const bare = {
  operationName: 'Nonsense',
  callerDisplayName: 'Nobody',
  callerIdentities: [caller('Strange', null)],
  targetResources: [target('ServiceRole', 'TargetRole'), target('ServiceRoleInstance', 'IN_1')],
};

const wanted: readonly (readonly [field: string, ofFull: readonly (string | null)[], ofBare: readonly (string | null)[]])[] = [
  ['operation', ['set policy'], ['Nonsense']],
  ['event', ['SetCurrentPolicy'], []],
  ['result', ['Success'], []],
  ['resultGroup', ['clientError'], ['other']],
  ['category', ['PolicyManagement', 'Other'], []],
  ['caller', ['o1', 'dana@contoso.com', 't1'], [null, 'Nobody']],
  ['caller.upn', ['dana@contoso.com'], []],
  ['caller.Strange', [], [null]],
  ['tenant', ['t1'], []],
  ['target', [id('s1', 'g1', 'first'), id('s2', 'g2', 'second'), 'no id', 'EastUS2', null, 'TargetRole'], ['TargetRole', 'IN_1']],
  ['target.ResourceId', [id('s1', 'g1', 'first'), id('s2', 'g2', 'second'), 'no id'], []],
  ['instance', ['first', 'second'], []],
  ['subscription', ['s1', 's2'], []],
  ['resourceGroup', ['g1', 'g2'], []],
  ['region', ['EastUS2', null], []],
  ['role', ['OwnRole'], ['TargetRole']],
  ['roleInstance', [], ['IN_1']],
  ['env_cloud_role', ['OwnRole'], []],
  ['env_cloud_roleInstance', [], []],
  ['ip', ['192.0.2.1'], []],
  ['description', ['done'], []],
  ['epoch', ['E1'], []],
  ['callerDisplayName', ['Dana'], ['Nobody']],
];

describe('the values of a field in columns', () => {
  it.each(wanted)('are those of the record: %s', async (name, ofFull, ofBare) => {
    const parts = partsOf(await readIndex([full, bare].map((record) => JSON.stringify(record)).join('\n')), name);
    expect(valuesIn(wholeBlock(0, 2), parts ?? [])).toEqual([new Set(ofFull), new Set(ofBare)]);
  });

  it('of an unknown caller are that label, and null', async () => {
    const parts = partsOf(await readIndex('{"operationName":"x"}'), 'caller');
    expect(valuesIn(wholeBlock(0, 1), parts ?? [])).toEqual([new Set(['unknown caller', null])]);
  });

  it.each(['request', 'seq', 'time', 'finding', 'source', 'record', 'line', 'text', 'key.more', 'env_ver', 'callerIdentities'])(
    'are not there for %s',
    async (name) => {
      expect(partsOf(await readIndex('{"operationName":"x","more":1}'), name)).toBeUndefined();
    },
  );

  it('are what the slow way takes from the text of any record, and no id is larger than the size tells', async () => {
    const names = [...fieldNames, 'caller.Strange', 'target.resourceid', 'target.Strange'];
    await fc.assert(
      fc.asyncProperty(fc.array(recordText, { minLength: 1, maxLength: 8 }), async (lines) => {
        const index = await readIndex(lines.join('\n'));
        const block = wholeBlock(0, lines.length);
        const slow = lines.map(
          (line) => new RecordValues(new TextEncoder().encode(line), { record: 0, line: 1, sourceNames: [], findings: [] }),
        );
        for (const name of names) {
          const parts = partsOf(index, name);
          if (parts !== undefined) {
            const orNull = (values: ReadonlySet<string | null>) => (values.size === 0 ? new Set([null]) : values);
            const expected = slow.map((record) => orNull(new Set(record.values(field(name)))));
            expect({ name, values: valuesIn(block, parts).map(orNull) }).toEqual({ name, values: expected });
            const largest = parts.map((part) => Math.max(...part.read(block).subarray(0, lines.length)) - part.size());
            expect(Math.max(...largest)).toBeLessThanOrEqual(0);
          }
        }
      }),
      { numRuns: runs(40) },
    );
  });

  it('that are whole resource ids become more while blocks are read', async () => {
    const index = await readIndex(JSON.stringify(full));
    const [others, whole] = partsOf(index, 'target.ResourceId') ?? [];
    expect([others?.growsByReading, whole?.growsByReading, whole?.size()]).toEqual([undefined, true, 0]);
    whole?.read(wholeBlock(0, 1));
    expect([whole?.size(), whole?.valuesOf(1)]).toEqual([1, [id('s1', 'g1', 'first')]]);
  });

  it('are read for chosen rows of a block, and behind the first one', async () => {
    const rows = blockRows + 3;
    const lines = Array.from({ length: rows }, (_, row) =>
      JSON.stringify(row % 2 === 0 ? { env_cloud_role: `own ${row}` } : { targetResources: [target('ServiceRole', `target ${row}`)] }),
    );
    const parts = partsOf(await readIndex(lines.join('\n')), 'role') ?? [];
    const chosen: Block = { start: blockRows, end: rows, count: 2, places: Uint16Array.of(1, 2) };
    expect(valuesIn(chosen, parts)).toEqual([new Set([`target ${blockRows + 1}`]), new Set([`own ${blockRows + 2}`])]);
  });
});

it('pairs stand in the order in which the record has them', async () => {
  const { table } = await readIndex(JSON.stringify(full));
  const pairs = pairsOf(table.callers, 1).map(([type, value]) => [table.identityTypes.text(type), table.identities.text(value)]);
  expect(pairs).toEqual([
    ['ObjectID', 'o1'],
    ['UPN', 'dana@contoso.com'],
    ['tenantid', 't1'],
  ]);
  expect(pairsOf(table.callers, 0)).toEqual([]);
});
