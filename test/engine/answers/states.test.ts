import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import type { StateLane } from '../../../src/protocol/answers/states.ts';
import { openLog } from '../openLog.ts';

const month = readFileSync('media/samples/attestation-month.audit.ndjson', 'utf8');

interface ReadRecord {
  readonly instance: string;
  readonly operation: string;
  readonly time: string;
  readonly isSuccess: boolean;
  readonly line: number;
}

/** The records of the sample, as JSON.parse reads them: those with a valid time and an instance, in the order of time. */
function readRecords(): readonly ReadRecord[] {
  const lines = month.split('\n').flatMap((line, number) => {
    try {
      const record = JSON.parse(line) as Record<string, unknown>;
      const targets = (record['targetResources'] ?? []) as readonly Record<string, string>[];
      const id = targets.find((target) => target['targetResourceType'] === 'ResourceId')?.['targetResourceName'] ?? '';
      const time = typeof record['env_time'] === 'string' ? record['env_time'] : '';
      const isValid = /^2020-.*Z$/.test(time) && id !== '';
      const operation = String(record['operationName']);
      return isValid
        ? [{ instance: id.toLowerCase(), operation, time, isSuccess: record['resultType'] === 'Success', line: number + 1 }]
        : [];
    } catch {
      return [];
    }
  });
  // Fractions have up to seven digits, which compare as text once they are filled up.
  const key = ({ time }: ReadRecord): string => {
    const [whole, fraction = ''] = time.slice(0, -1).split('.');
    return `${whole}.${fraction.padEnd(7, '0')}`;
  };
  return lines.sort((left, right) => (key(left) < key(right) ? -1 : key(left) > key(right) ? 1 : left.line - right.line));
}

/** The state of each instance's policy up to a moment, replayed record by record. */
function policiesAt(records: readonly ReadRecord[], count: number): ReadonlyMap<string, string> {
  const states = new Map<string, string>();
  for (const { instance, operation, isSuccess } of records.slice(0, count)) {
    if (!isSuccess) {
      continue;
    }
    if (operation === 'SetCurrentPolicy' || operation === 'ResetAttestationPolicy') {
      states.set(instance, operation === 'SetCurrentPolicy' ? 'sets' : 'resets');
    } else if (operation === 'DestroyInstance' && states.has(instance)) {
      states.set(instance, 'deletes');
    } else if (operation === 'CreateInstance' && states.get(instance) === 'deletes') {
      states.set(instance, 'unknown');
    }
  }
  return states;
}

function ticksOf(time: string): bigint {
  const [whole, fraction = ''] = time.slice(0, -1).split('.');
  return BigInt(Date.parse(`${whole}Z`)) * 10_000n + 621_355_968_000_000_000n + BigInt(fraction.padEnd(7, '0'));
}

function instanceOf({ targets }: StateLane): string {
  const [subscription, group, instance] = targets[0]!.map(({ name }) => name.toLowerCase());
  return `/subscriptions/${subscription}/resourcegroups/${group}/providers/microsoft.attestation/attestationproviders/${instance}`;
}

describe('the states of targets', () => {
  it('are at fifty moments what a slow replay of the records finds', async () => {
    const log = await openLog(month);
    const records = readRecords();
    for (let moment = 1; moment <= 50; moment++) {
      const count = Math.floor((records.length * moment) / 50);
      const end = ticksOf(records[count - 1]!.time) + 1n;
      const { lanes } = await log.request('states', { query: '', range: [String(end - 1n), String(end)], width: 1, limit: 1000 });
      const found = lanes.filter(({ what }) => what === 'policy').map((lane) => [instanceOf(lane), lane.periods.at(-1)!.state] as const);
      const known = new Map(found.filter(([, state]) => state !== 'unknown'));
      const expected = new Map([...policiesAt(records, count)].filter(([, state]) => state !== 'unknown'));
      expect(known, `moment ${moment}`).toEqual(expected);
    }
  });

  it('name who began each, and the record', async () => {
    const log = await openLog(month);
    const { lanes } = await log.request('states', { query: '', width: 4096, limit: 1 });
    const [{ periods, attempts }] = lanes as [StateLane];
    expect(periods[0]).toEqual({ state: 'unknown', since: null, by: null, ref: null, changes: 0 });
    for (const { ref, by, state } of periods.slice(1)) {
      const record = await log.request('record', { ref: ref! });
      expect(record.row.caller).toEqual(by);
      expect(record.row.group).toBe('success');
      expect(['sets', 'resets', 'deletes', 'unknown']).toContain(state);
    }
    const groups = await Promise.all(attempts.map(async ({ ref }) => (await log.request('record', { ref })).row.group));
    expect(groups.length).toBeGreaterThan(3);
    expect(groups).not.toContain('success');
  });

  it('are shown for targets of which the filter finds a record, whatever else it leaves out', async () => {
    const log = await openLog(month);
    const all = await log.request('states', { query: '', width: 100, limit: 1000 });
    const some = await log.request('states', {
      query: 'operation:SetCurrentPolicy instance:contosoeu',
      width: 100,
      limit: 1000,
      range: [all.from, all.to],
    });
    expect(some.lanes.map(({ what, targets }) => [what, targets[0]!.at(-1)!.name])).toEqual([['policy', 'contosoeu']]);
    const same = all.lanes.find(({ what, targets }) => what === 'policy' && targets[0]!.at(-1)!.name === 'contosoeu');
    expect(some.lanes[0]!.periods).toEqual(same!.periods);
    expect(some.lanes[0]!.records).toBeLessThan(same!.records);
  });

  it('are cut to those that most records are about', async () => {
    const log = await openLog(month);
    const all = await log.request('states', { query: '', width: 10, limit: 1000 });
    const some = await log.request('states', { query: '', width: 10, limit: 3 });
    expect(all.lanes).toHaveLength(all.lanesTotal);
    expect([some.lanes.map(({ records }) => records), some.lanesTotal]).toEqual([
      all.lanes.slice(0, 3).map(({ records }) => records),
      all.lanesTotal,
    ]);
  });

  it('follow the log as it grows, and are none in a log without events that change anything', async () => {
    const lines = month.split('\n');
    const first = await openLog(lines.slice(0, 5).join('\n'));
    const { lanesTotal } = await first.request('states', { query: '', width: 10, limit: 10 });
    expect(lanesTotal).toBeGreaterThan(0);
    const other = await openLog('{"a":1}\n{"b":2}\n');
    expect(await other.request('states', { query: '', width: 10, limit: 10 })).toMatchObject({ lanes: [], lanesTotal: 0 });
  });

  it('of policies are apart by attestation type, where the records tell it', async () => {
    const id = '/SUBSCRIPTIONS/s/RESOURCEGROUPS/g/PROVIDERS/MICROSOFT.ATTESTATION/ATTESTATIONPROVIDERS/contoso';
    const event = (minute: number, operationName: string, path: string, resultSignature = '200') =>
      JSON.stringify({
        Time: `2026-03-01T09:0${minute}:00.0000000Z`,
        resourceId: id,
        operationName,
        category: 'AuditEvent',
        resultType: 'Succeeded',
        resultSignature,
        identity: '{"callerAadUPN":["mia@contoso.example"]}',
        uri: `https://contoso.example${path}?api-version=2022-08-01`,
      });
    const log = await openLog(
      [
        event(1, 'SetCurrentPolicy', '/policies/SgxEnclave'),
        event(2, 'SetCurrentPolicy', '/policies/TdxVm'),
        event(3, 'ResetAttestationPolicy', '/policies/SgxEnclave:reset'),
        event(4, 'ResetAttestationPolicy', '/policies/TdxVm:reset', '403'),
        event(5, 'SetCurrentPolicy', '/other'),
      ].join('\n'),
    );
    const { lanes } = await log.request('states', { query: '', width: 1000, limit: 10 });
    const states = lanes.map(({ what, periods, attempts }) => [what, periods.map(({ state }) => state).join(' '), attempts.length]);
    expect(states).toEqual([
      ['policy (SgxEnclave)', 'unknown sets resets', 0],
      ['policy (TdxVm)', 'unknown sets', 1],
      ['policy', 'unknown sets', 0],
    ]);
  });

  it('are changed by a record without a result only where nothing but what was done is recorded', async () => {
    const event = (minute: number, Operation: string, more = {}): string =>
      JSON.stringify({
        CreationTime: `2026-03-01T09:0${minute}:00`,
        Id: `00000000-0000-4000-8000-00000000000${minute}`,
        Operation,
        OrganizationId: '00000000-0000-4000-8000-000000000011',
        RecordType: 6,
        UserKey: '1003',
        Workload: 'SharePoint',
        UserId: 'ana@contoso.example',
        ObjectId: `https://contoso.example/${Operation.startsWith('File') ? 'a.docx' : 'b'}`,
        ...more,
      });
    const log = await openLog(
      [
        event(1, 'FileUploaded'),
        event(2, 'FileModified', { ResultStatus: 'Failed' }),
        event(3, 'FileDeleted', { ResultStatus: 'PartiallySucceeded' }),
        event(4, 'FileModified'),
        event(5, 'Set-Mailbox'),
      ].join('\n'),
    );
    const { lanes } = await log.request('states', { query: '', width: 1000, limit: 10 });
    expect(lanes.map(({ what, periods, attempts }) => [what, periods.map(({ state }) => state).join(' '), attempts.length])).toEqual([
      [null, 'unknown creates sets', 2],
      ['settings', 'unknown', 1],
    ]);
    const { changes } = await log.request('stateChanges', { ref: { source: 0, index: 3 } });
    expect(changes).toEqual([
      expect.objectContaining({
        before: expect.objectContaining({ state: 'creates' }) as unknown,
        after: expect.objectContaining({ state: 'sets' }) as unknown,
      }),
    ]);
  });

  it('are the same after a question that was given up while they were found', async () => {
    const records = Array.from({ length: 30_000 }, (_, row) =>
      JSON.stringify({
        operationName: ['SetCurrentPolicy', 'ResetAttestationPolicy', 'DestroyInstance', 'CreateInstance'][(row * 7) % 4],
        resultType: row % 5 === 0 ? 'Failure' : 'Success',
        env_time: new Date(1_600_000_000_000 + ((row * 7919) % 30_000) * 1000).toISOString(),
        targetResources: [
          {
            targetResourceType: 'ResourceId',
            targetResourceName: `/subscriptions/s/resourceGroups/g/providers/Microsoft.Attestation/attestationProviders/contoso${row % 9}`,
          },
        ],
      }),
    ).join('\n');
    const question = { query: '', width: 50, limit: 100 } as const;
    const whole = await (await openLog(records)).request('states', question);
    expect(whole.lanes).toHaveLength(18);
    const { session } = await openLog(records);
    // Each turn is over at once.
    let time = 0;
    vi.spyOn(process, 'hrtime').mockImplementation(() => [0, (time += 20) * 1e6]);
    const statuses: string[] = [];
    for (let turns = 1; !statuses.includes('ok'); turns++) {
      const controller = new AbortController();
      const asked = session.request('states', question, controller.signal);
      for (let turn = 0; turn < turns; turn++) {
        await new Promise(setImmediate);
      }
      controller.abort();
      const outcome = await asked;
      statuses.push(outcome.status);
      expect(outcome.status === 'ok' ? outcome.answer.lanes : whole.lanes).toEqual(whole.lanes);
    }
    vi.restoreAllMocks();
    expect(statuses.length).toBeGreaterThan(3);
  });

  it.each(['cloudtrail.audit.json', 'kubernetes.audit.ndjson', 'azure-activity.audit.json'])('of %s are known', async (name) => {
    const log = await openLog(readFileSync(`media/samples/${name}`));
    const { lanes } = await log.request('states', { query: '', width: 100, limit: 1000 });
    expect(lanes.filter(({ periods }) => periods.length > 1).length).toBeGreaterThan(5);
  });
});
