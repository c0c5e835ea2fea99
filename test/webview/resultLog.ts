import { openLog, type OpenedLog } from '../engine/openLog.ts';
import { inventedRecord } from './double/inventedRecords.ts';

/** One result of each group, in the order in which they are stacked. */
const results = ['Success', 'ClientError', 'Failure', 'Unknown'];
const day = 86_400_000;

/**
 * A log read by the real engine: on each of eight days three records of one result, and on the ninth `crowd` records, of
 * which one is a failure and all others succeeded. The caller of all is svc-deploy@contoso.com.
 */
export async function resultLog(crowd = 0): Promise<OpenedLog> {
  const at = (milliseconds: number) => new Date(Date.UTC(2020, 10, 2) + milliseconds).toISOString();
  const sorted = Array.from({ length: 24 }, (_, index) => ({
    resultType: results[Math.floor(index / 3) % 4]!,
    env_time: at(Math.floor(index / 3) * day + (index % 3) * 1000),
  }));
  const crowded = Array.from({ length: crowd }, (_, index) => ({
    resultType: index === 7 ? 'Failure' : 'Success',
    env_time: at(8 * day + index),
  }));
  const identity = { callerIdentityType: 'UPN', callerIdentity: 'svc-deploy@contoso.com' };
  return openLog(
    [...sorted, ...crowded]
      .map((facts, index) => JSON.stringify({ ...inventedRecord(index), callerIdentities: [identity], ...facts, env_seqNum: index + 1 }))
      .join('\n'),
  );
}
