import { describe, expect, it } from 'vitest';
import { builtInFormats } from '../../../src/core/formats/builtInFormats.ts';
import { describeChanges } from '../../../src/core/describe/describeChanges.ts';
import { shownLength } from '../../../src/core/describe/fieldDescription.ts';
import { parseRecord } from '../../../src/core/formats/parsedRecord.ts';
import { encodeText } from '../../../src/core/json/utf8.ts';
import { inventedRecords } from '../../core/formats/inventedRecords.ts';

const { entraAudit, m365Audit, cloudTrail } = inventedRecords;

function changesOf(record: unknown, limit = 10): ReturnType<typeof describeChanges> {
  return describeChanges(parseRecord(encodeText(JSON.stringify(record)), builtInFormats), limit);
}

function inWords(record: unknown): readonly string[] {
  return changesOf(record).changes.map(({ name, before, after }) => `${name}: ${before?.text ?? '-'} → ${after?.text ?? '-'}`);
}

/** https://learn.microsoft.com/graph/api/resources/modifiedproperty */
const entra = {
  ...entraAudit,
  targetResources: [
    {
      type: 'User',
      userPrincipalName: 'ben@contoso.example',
      modifiedProperties: [
        { displayName: 'AccountEnabled', oldValue: '[true]', newValue: '[false]' },
        { displayName: 'Included Updated Properties', oldValue: null, newValue: '"AccountEnabled"' },
      ],
    },
    { type: 'Group', modifiedProperties: [] },
    { type: 'Group', modifiedProperties: [{ displayName: 'Name', oldValue: '"a"' }] },
  ],
};

/** https://learn.microsoft.com/office/office-365-management-api/office-365-management-activity-api-schema */
const m365 = {
  ...m365Audit,
  ModifiedProperties: [
    { Name: 'Role', OldValue: '', NewValue: 'Owner' },
    { NewValue: 'without a name' },
    'Role',
    { Name: 'List', NewValue: ['a', 1] },
  ],
};

describe('the changes that a record reports', () => {
  it('are those of all targets of a directory audit', () => {
    expect(inWords(entra)).toEqual([
      'AccountEnabled: [true] → [false]',
      'Included Updated Properties: - → "AccountEnabled"',
      'Name: "a" → -',
    ]);
  });

  it('are those of a Microsoft 365 record, also in the text of a search result', () => {
    const expected = ['Role:  → Owner', 'List: - → ["a",1]'];
    expect(inWords(m365)).toEqual(expected);
    expect(inWords({ UserIds: 'x', AuditData: JSON.stringify(m365) })).toEqual(expected);
  });

  it('are none of a record of another format', () => {
    expect(changesOf({ ...cloudTrail, ModifiedProperties: m365.ModifiedProperties })).toEqual({ changes: [], total: 0 });
    expect(changesOf({ operationName: 'x' })).toEqual({ changes: [], total: 0 });
  });

  it('are counted where they are not all described', () => {
    expect(changesOf(entra, 1)).toMatchObject({ changes: [{ name: 'AccountEnabled' }], total: 3 });
  });

  it('are cut, without what gives access and without what could rearrange a line', () => {
    const { changes } = changesOf({
      ...m365Audit,
      ModifiedProperties: [{ Name: 'a\u202eb', OldValue: 'x'.repeat(10_000), NewValue: 'https://a.example/?sv=1&sig=abcdefghijklmnop' }],
    });
    expect(changes).toEqual([
      {
        name: 'a\ufffdb',
        before: { text: 'x'.repeat(shownLength), isCut: true },
        after: { text: 'https://a.example/?sv=1&sig=…', isCut: false },
      },
    ]);
  });
});
