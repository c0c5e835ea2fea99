import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { builtInFormats } from '../../../src/core/formats/builtInFormats.ts';
import { inventedRecords } from '../../core/formats/inventedRecords.ts';
import { openLog } from '../openLog.ts';

const attestation = JSON.parse(readFileSync(new URL('../../vscode/workspace/documented.audit.ndjson', import.meta.url), 'utf8')) as object;
const { _ResourceId: resourceOfRow } = inventedRecords.azureLogAnalytics;
const records: Readonly<Record<string, object>> = { attestation, ...inventedRecords };

/** Values of one record of each format, by the kind of their token: what was done, how it ended, by whom, and on what. */
const expected: Readonly<Record<string, readonly string[]>> = {
  attestation: ['operation SetCurrentPolicy', 'success Success', 'caller <some object ID>', 'target PublicCloud', 'target EastUS2'],
  cloudTrail: ['operation PutBucketPolicy', 'clientError AccessDenied', 'caller AROAEXAMPLE:deploy', 'target invoices', 'target eu-west-1'],
  // The operation is put together from the verb and the resource: no value of the text is it.
  kubernetesAudit: ['success 101', 'caller dev@example.com', 'caller system:serviceaccount:shop:deployer', 'target web-0', 'target shop'],
  gcpAudit: ['operation storage.buckets.delete', 'clientError 7', 'caller ops@example.com', 'target projects/_/buckets/invoices'],
  azureResourceLog: [
    'operation SecretGet',
    'clientError Success',
    'caller ana@contoso.example',
    `target ${inventedRecords.azureResourceLog.resourceId}`,
  ],
  azureLogAnalytics: [
    'operation MICROSOFT.COMPUTE/VIRTUALMACHINES/WRITE',
    'success Success',
    'caller ana@contoso.example',
    `target ${resourceOfRow}`,
  ],
  azureActivityEvent: [
    'operation Microsoft.Storage/storageAccounts/delete',
    'failure Failed',
    'caller ana@contoso.example',
    `target ${inventedRecords.azureActivityEvent.resourceId}`,
  ],
  entraAudit: ['operation Add member to group', 'success success', 'caller ana@contoso.example', 'target ben@contoso.example'],
  entraSignIn: ['failure 50126', 'caller ana@contoso.example', 'target Payroll Web', 'target Payroll API'],
  m365Audit: ['operation UserLoginFailed', 'failure Success', 'caller ana@contoso.example', 'target AzureActiveDirectory'],
  generic: ['operation login', 'clientError denied', 'caller carol', 'target console'],
};

/** The tokens of a text with what each marks, and whether that is a whole value: between quotes, or a number. */
async function marked(text: string): Promise<readonly { readonly shown: string; readonly isWhole: boolean }[]> {
  const lines = text.split('\n');
  const log = await openLog(text);
  const { tokens } = await log.request('tokens', { source: 0, firstLine: 0, lastLine: lines.length - 1, limit: 10 });
  return tokens.map(({ line, column, length, kind }) => {
    const value = lines[line]!.slice(column, column + length);
    const around = lines[line]!.slice(column - 1, column + length + 1);
    return { shown: `${kind} ${value}`, isWhole: around === `"${value}"` || /^[ :]-?\d+[,}\n]?$/.test(around) };
  });
}

describe('tokens of every format', () => {
  it('are known of all built-in formats', () => {
    expect(Object.keys(expected)).toEqual(expect.arrayContaining(builtInFormats.formats.map(({ id }) => id)));
  });

  const layouts: readonly (readonly [name: string, write: (record: object) => string])[] = [
    ['JSON Lines', (record) => JSON.stringify(record)],
    ['JSON', (record) => JSON.stringify([record], null, 2)],
  ];
  describe.each(layouts)('in %s', (_, write) => {
    it.each(Object.entries(expected))('%s: operation, result, callers and targets, each from end to end', async (id, values) => {
      const tokens = await marked(write(records[id]!));
      expect(tokens.map(({ shown }) => shown)).toEqual(expect.arrayContaining([...values]));
      expect(tokens.filter(({ isWhole }) => !isWhole)).toEqual([]);
    });
  });
});
