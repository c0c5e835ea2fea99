import { describe, expect, it } from 'vitest';
import { builtInChoice } from '../../../src/core/formats/formatChoice.ts';
import { encodeText } from '../../../src/core/json/utf8.ts';
import type { BlockWorkers } from '../../../src/engine/parallel/blockWorkers.ts';
import { nodeCompression } from '../../../src/engine/node/nodeCompression.ts';
import { steadyClock } from '../../../src/engine/scheduling/clock.ts';
import { compileSchema } from '../../../src/engine/schemas/compileSchema.ts';
import { safeAjv } from '../../../src/engine/schemas/safeAjv.ts';
import { SchemaChecks, type OwnSchema } from '../../../src/engine/schemas/schemaChecks.ts';
import { LogSession } from '../../../src/engine/session/logSession.ts';
import { BytesSource } from '../../../src/engine/sources/bytesSource.ts';
import { BytesBlockWorkers } from '../parallel/bytesBlockWorkers.ts';

type Mode = OwnSchema['mode'];

const noted = '{"properties":{"env_seqNum":{"maximum":499}}}';

async function findings(log: Uint8Array | string, text: string, mode: Mode, workers?: BlockWorkers): Promise<readonly string[]> {
  const compiled = compileSchema(encodeText(text), safeAjv);
  if (!compiled.ok) {
    throw new Error('The schema is at fault.');
  }
  const checks = new SchemaChecks([{ name: 'own.json', mode, validate: compiled.validate }]);
  const schemas = { checks, unusable: [] };
  const session = new LogSession(() => undefined, nodeCompression, workers, builtInChoice, steadyClock, schemas);
  await session.read([new BytesSource('log.ndjson', typeof log === 'string' ? new TextEncoder().encode(log) : log)]);
  const found: string[] = [];
  await session.visitFindings(0, '', new AbortController().signal, ({ code, record, pointer }) => {
    found.push(`${record?.index} ${code} ${pointer}`);
    return Promise.resolve();
  });
  await session.close();
  return found;
}

/** Records alike, so that most are read by comparison with a template. */
function alike(count: number): string {
  const record = (n: number): string =>
    `{"operationName":"SetCurrentPolicy","resultType":"Success","auditEventCategory":["ApplicationManagement"],"callerIdentities":[{"callerIdentityType":"UPN","callerIdentity":"ann@contoso.com"}],"targetResources":[{"targetResourceType":"ServiceRegion","targetResourceName":"EastUS2"}],"env_ver":"2.1","env_name":"#Ifx.AuditSchema","env_time":"2020-11-23T18:23:29Z","env_seqNum":${n}}\n`;
  return Array.from({ length: count }, (_, n) => record(n)).join('');
}

const custom = (found: readonly string[]): readonly string[] => found.filter((line) => line.includes('schema.custom'));

describe('schemas of users’ own', () => {
  it('are held against every record, whichever way it is read', async () => {
    const expected = Array.from({ length: 500 }, (_, index) => `${index + 500} schema.custom /env_seqNum`);
    expect(custom(await findings(alike(1000), noted, 'extend'))).toEqual(expected);
  });

  it('are held against all records of logs that other threads would read else', async () => {
    const log = new TextEncoder().encode(alike(1000));
    const workers = new BytesBlockWorkers(log, 2, 20_000);
    expect(custom(await findings(log, noted, 'extend', workers))).toHaveLength(500);
    expect(workers.started).toBe(0);
  });

  it('are held against records of any format', async () => {
    const log = '{"ts":1600000000,"act":"x","user":"ana"}\n{"ts":1600000001,"act":7,"user":"ana"}\n';
    expect(custom(await findings(log, '{"properties":{"act":{"type":"string"}}}', 'extend'))).toEqual(['1 schema.custom /act']);
  });

  it('extend the format’s own schema, or replace it', async () => {
    const log = '{"env_seqNum":"7","resultType":"Success"}\n';
    const text = '{"required":["door"]}';
    const extended = await findings(log, text, 'extend');
    expect(extended).toContain('0 schema.type /env_seqNum');
    expect(extended).toContain('0 schema.custom ');
    expect(await findings(log, text, 'replace')).toEqual(extended.filter((line) => !/schema\.(required|type|value)/.test(line)));
  });

  it('say where a record is too deep for them', async () => {
    const deep = `{"env_seqNum":1,"a":${'{"a":'.repeat(6000)}1${'}'.repeat(6001)}\n`;
    const text = '{"additionalProperties":{"$ref":"#"}}';
    expect(custom(await findings(`${deep}${alike(1)}`, text, 'extend'))).toContain('0 schema.custom ');
  });

  it('are left out from the record on that takes too many steps', async () => {
    const deep = `{"env_seqNum":1,"a":${'{"a":'.repeat(60)}1${'}'.repeat(61)}\n`;
    const text = '{"properties":{"env_seqNum":{"maximum":0},"a":{"allOf":[{"$ref":"#"},{"$ref":"#"}]}}}';
    const found = await findings(`${alike(2)}${deep}${alike(2)}`, text, 'extend');
    expect(found.filter((line) => /schema\.(custom|unusable)/.test(line))).toEqual(['1 schema.custom /env_seqNum', '2 schema.unusable ']);
  });
});
