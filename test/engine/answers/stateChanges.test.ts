import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { StateChanges } from '../../../src/protocol/answers/states.ts';
import { openLog, type OpenedLog } from '../openLog.ts';

const sample = (name: string): Promise<OpenedLog> => openLog(readFileSync(`media/samples/${name}`));
const changesOf = (log: OpenedLog, index: number): Promise<StateChanges> => log.request('stateChanges', { ref: { source: 0, index } });

const id = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Attestation/attestationProviders/contoso';

function record(operationName: string, caller: string, second: number, resultType = 'Success'): string {
  return JSON.stringify({
    operationName,
    resultType,
    env_time: `2020-11-02T00:00:0${second}Z`,
    callerIdentities: [{ callerIdentityType: 'UPN', callerIdentity: caller }],
    targetResources: [{ targetResourceType: 'ResourceId', targetResourceName: id }],
  });
}

/** Each change as text: `policy contoso: sets ana 0 -> sets ben 1`, with the numbers of the records. */
async function told(log: OpenedLog, index: number): Promise<readonly string[]> {
  const { changes } = await changesOf(log, index);
  return changes.map(({ targets, what, before, after }) => {
    const [from, to] = [before, after].map(
      (period) => period && [period.state, period.by?.value, period.ref?.index].filter((part) => part !== undefined).join(' '),
    );
    return `${what} ${targets.map((path) => path.at(-1)!.name).join(' ')}: ${from} -> ${to}`;
  });
}

describe('what a record changed', () => {
  it('is the state from the record before in the order of time', async () => {
    const log = await openLog(
      [
        record('SetCurrentPolicy', 'ben', 2),
        record('SetCurrentPolicy', 'ana', 1),
        record('ResetAttestationPolicy', 'eve', 3, 'Failure'),
        record('ResetAttestationPolicy', 'dan', 4),
        record('Get', 'dan', 5),
      ].join('\n'),
    );
    expect(await told(log, 1)).toEqual(['policy contoso: unknown -> sets ana 1']);
    expect(await told(log, 0)).toEqual(['policy contoso: sets ana 1 -> sets ben 0']);
    expect(await told(log, 2)).toEqual(['policy contoso: sets ben 0 -> null']);
    expect(await told(log, 3)).toEqual(['policy contoso: sets ben 0 -> resets dan 3']);
    expect(await told(log, 4)).toEqual([]);
  });

  it('is everything of a target that is deleted', async () => {
    const log = await openLog(
      [record('CreateInstance', 'ana', 1), record('SetCurrentPolicy', 'ben', 2), record('DestroyInstance', 'eve', 3)].join('\n'),
    );
    expect(await told(log, 2)).toEqual(['null contoso: creates ana 0 -> deletes eve 2', 'policy contoso: sets ben 1 -> deletes eve 2']);
  });

  it('is nothing for an attempt that failed, also where nothing is known of the state', async () => {
    const log = await openLog(record('SetCurrentPolicy', 'ana', 1, 'Failure'));
    expect(await told(log, 0)).toEqual(['policy contoso: unknown -> null']);
  });

  it('follows the order of the log among records of one time', async () => {
    const log = await openLog([record('SetCurrentPolicy', 'ana', 1), record('SetCurrentPolicy', 'ben', 1)].join('\n'));
    expect([await told(log, 0), await told(log, 1)]).toEqual([
      ['policy contoso: unknown -> sets ana 0'],
      ['policy contoso: sets ana 0 -> sets ben 1'],
    ]);
  });

  it('is nothing for a record without a valid time', async () => {
    const log = await openLog(record('SetCurrentPolicy', 'ana', 1).replace('2020-11-02T00:00:01Z', 'yesterday'));
    expect(await changesOf(log, 0)).toMatchObject({ changes: [], total: 0 });
  });

  it.each(['attestation-month.audit.ndjson', 'cloudtrail.audit.json', 'kubernetes.audit.ndjson'])(
    'goes from state to state as the lanes of %s show them',
    async (name) => {
      const log = await sample(name);
      const { lanes } = await log.request('states', { query: '', width: 4096, limit: 40 });
      let compared = 0;
      for (const { targets, what, periods } of lanes) {
        for (const [place, period] of periods.entries()) {
          const earlier = periods[place - 1];
          // Periods of several changes are one for the chart only.
          if (earlier !== undefined && period.state !== 'unknown' && period.changes === 1) {
            const { changes } = await changesOf(log, period.ref!.index);
            const change = changes.find((one) => one.what === what && JSON.stringify(one.targets) === JSON.stringify(targets))!;
            const shown = ({ state, ref }: typeof period): unknown => ({ state, ref });
            expect([shown(change.before), shown(change.after!)]).toEqual([shown(earlier), shown(period)]);
            compared++;
          }
        }
      }
      expect(compared).toBeGreaterThan(20);
    },
  );

  it('begins with the last of many states', async () => {
    const log = await openLog(Array.from({ length: 30 }, (_, index) => record('SetCurrentPolicy', `u${index}`, 1)).join('\n'));
    expect(await told(log, 29)).toEqual(['policy contoso: sets u28 28 -> sets u29 29']);
  });
});
