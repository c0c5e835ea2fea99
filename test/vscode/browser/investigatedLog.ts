import { createWriteStream, readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export const recordCount = 100_000;
/** Milliseconds from one record to the next. */
const pace = 25_000;
const begin = Date.UTC(2026, 9, 1);

/** What an investigation of the log is to find. Records are counted from 0; times are as the list shows them, to the second. */
export const facts = {
  suspect: 'mallory@contoso.example',
  noisy: 'poller@fabrikam.example',
  noisyRecords: 60_000,
  /** The suspect's failed operations. */
  failures: 40,
  firstFailure: { record: 70_001, time: timeOf(70_001) },
  /** The policy in force when they began. */
  policy: { setBy: 'ben@contoso.example', record: 50_001, time: timeOf(50_001) },
  /** All callers, in the order in which the log sees them first. */
  callers: [
    'poller@fabrikam.example',
    'ana@contoso.example',
    'ci@contoso.example',
    'dana@northwind.example',
    'ben@contoso.example',
    'mallory@contoso.example',
  ],
  /** The one record with an error. */
  faulty: 99_991,
};

function timeOf(record: number): string {
  return new Date(begin + record * pace).toISOString().slice(0, 19).replace('T', ' ');
}

interface Act {
  readonly caller: string;
  readonly operation: string;
  readonly result: string;
}

/** What the record at a place says. Of five records, three are the noisy caller's. */
function actAt(record: number): Act {
  if (record === 20_001) {
    return { caller: 'ana@contoso.example', operation: 'SetCurrentPolicy', result: 'Success' };
  }
  if (record === facts.policy.record) {
    return { caller: facts.policy.setBy, operation: 'SetCurrentPolicy', result: 'Success' };
  }
  const sinceFailure = record - facts.firstFailure.record;
  if (sinceFailure >= 0 && sinceFailure % 50 === 0 && sinceFailure < facts.failures * 50) {
    return { caller: facts.suspect, operation: 'SetCurrentPolicy', result: 'Failure' };
  }
  if (record % 5 !== 1 && record % 5 !== 3) {
    return { caller: facts.noisy, operation: 'PrepareToUpdatePolicy', result: 'Success' };
  }
  const others = ['ana@contoso.example', 'ci@contoso.example', 'dana@northwind.example'];
  return { caller: others[(record >> 1) % 3]!, operation: 'AddPolicyCertificate', result: 'Success' };
}

/** Writes the log, whose records are those of `sample` (a file with one record on a line) but for what {@link facts} are about. */
export async function writeInvestigatedLog(sample: string, path: string): Promise<void> {
  const base = JSON.parse(readFileSync(sample, 'utf8')) as object;
  function* pieces(): Generator<string> {
    for (let from = 0; from < recordCount; from += 1000) {
      yield Array.from({ length: 1000 }, (_, index) => lineOf(base, from + index)).join('');
    }
  }
  await pipeline(Readable.from(pieces()), createWriteStream(path));
}

function lineOf(base: object, record: number): string {
  const { caller, operation, result } = actAt(record);
  return `${JSON.stringify({
    ...base,
    operationName: operation,
    resultType: record === facts.faulty ? 700_700 : result,
    callerIdentities: [{ callerIdentityType: 'UPN', callerIdentity: caller }],
    env_time: new Date(begin + record * pace).toISOString(),
    env_seqNum: 1000 + record,
  })}\n`;
}
