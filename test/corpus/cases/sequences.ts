import type { CorpusCase } from '../corpusCase.ts';
import { fields, pretty, raw, record } from './record.ts';

type Values = Readonly<Record<string, string>>;

/** A record with a sequence number, on a line of its own. */
function line(number: number | string, second: number, values: Values = {}): string {
  return `${record(second, { env_epoch: '"MKZ6G"', env_seqNum: String(number), ...values })}\n`;
}

/** The same, as the place of a finding. */
function found(number: number | string, second: number, values: Values = {}): string {
  return line(number, second, values).replace(/^«/, '⟨«').replace(/»\n$/, '»⟩\n');
}

/** The same as JSON text in a payload. */
function inPayload(number: number, values: Values = {}): string {
  return `{"payload":${JSON.stringify(fields(1, { env_epoch: '"MKZ6G"', env_seqNum: String(number), ...values }))}}`;
}

/** The same under the keys of the PascalCase writer. */
function pascalCase(number: number): string {
  return JSON.stringify({
    OperationName: 'SetCurrentPolicy',
    Result: { ResultType: 'Success', ResultDescription: null },
    Category: 'ApplicationManagement',
    CallerIdentities: [{ CallerIdentityType: 'UPN', CallerIdentityValue: 'ann@contoso.com' }],
    TargetResources: [{ TargetResourceType: 'ServiceRegion', TargetResourceName: 'EastUS2' }],
    env_ver: '2.1',
    env_name: '#Ifx.AuditSchema',
    env_time: '2020-11-23T18:23:01Z',
    env_epoch: 'MKZ6G',
    env_seqNum: number,
  });
}

const heartbeat: Values = {
  operationName: '"IFxAuditHeartBeatOperationIFx"',
  auditEventCategory: '[]',
  callerIdentities: '[]',
  targetResources: '[]',
};

function time(text: string): Values {
  return { env_time: `"2020-11-23T18:23:${text}Z"` };
}

/** What records say together. A number that is missing is not in this file; that it was lost nobody can say. */
export const sequenceCases: readonly CorpusCase[] = [
  {
    file: 'sequences/dense.ndjson',
    why: 'Numbers in a row, the first of them not 1: nothing can be said before the first or behind the last.',
    log: `${line(1277, 1)}${line(1278, 2)}${line(1279, 3)}`,
  },
  {
    file: 'sequences/duplicate.ndjson',
    why: 'The same pair of epoch and number with the same content is a duplicate, told at the later of the two.',
    log: `${line(5, 1)}${found(5, 1)}${line(6, 2)}`,
    findings: ['sequence.duplicate'],
  },
  {
    file: 'sequences/overlap.ndjson',
    why: 'Two files that overlap were put together: records stand twice, and time falls where the second file begins.',
    log: `${line(1, 1)}${line(2, 2)}${line(3, 3)}⟨${found(2, 2).trim()}⟩\n${found(3, 3)}${line(4, 4)}`,
    findings: ['order.inversion', 'sequence.duplicate', 'sequence.duplicate'],
  },
  {
    file: 'sequences/duplicate-pretty.json',
    why: 'Indentation is no content: a record that was formatted is the same record.',
    log: `${pretty(1)}\n⟨${record(1)}⟩\n`.replaceAll(/"operationName":( ?)/g, '"env_epoch":$1"MKZ6G","env_seqNum":$15,"operationName":$1'),
    findings: ['sequence.duplicate'],
  },
  {
    file: 'sequences/duplicate-members.ndjson',
    why: 'The order of members is no content, at any depth: the record is the same.',
    log: `${line(5, 1, { resultDescription: '"a, b"' })}⟨«${membersReversed(fields(1, { env_epoch: '"MKZ6G"', env_seqNum: '5', resultDescription: '"a, b"' }))}»⟩\n`,
    findings: ['sequence.duplicate'],
  },
  {
    file: 'sequences/duplicate-escapes.ndjson',
    why: 'An escape is a way to write a character and no content: a solidus or a letter that was escaped is the same one.',
    log: `${line(5, 1, { resultDescription: '"A/B ä 😀"' })}${found(5, 1, { resultDescription: '"\\u0041\\/B \\u00E4 \\ud83d\\ude00"' })}`,
    findings: ['sequence.duplicate'],
  },
  {
    file: 'sequences/duplicate-numbers.ndjson',
    why: 'Numbers are compared by their value: 257, 257.0 and 2.57e2 are one.',
    log: `${line(5, 1, { env_flags: '257' })}${found(5, 1, { env_flags: '257.0' })}${found('5.0', 1, { env_flags: '2.57e2' })}`,
    findings: ['sequence.duplicate', 'sequence.duplicate'],
  },
  {
    file: 'sequences/duplicate-hidden.ndjson',
    why: 'Of equal keys the last counts, also where records are compared.',
    log: `${line(5, 1, { resultDescription: '"a"' })}⟨«{‹"resultDescription"›:"b",${fields(1, {
      env_epoch: '"MKZ6G"',
      env_seqNum: '5',
      resultDescription: '"a"',
    })
      .slice(1)
      .replace('"resultDescription"', '⟨"resultDescription"⟩')}»⟩\n`,
    findings: ['sequence.duplicate', 'syntax.duplicateKey /resultDescription'],
  },
  {
    file: 'sequences/duplicate-payload.ndjson',
    why: 'What is compared is the record, wherever it stands: as JSON text in a payload it is the same one, or another one.',
    log: `${line(5, 1)}⟨⟨«${inPayload(5)}»⟩⟩\n⟨«${inPayload(5, { resultType: '"Failure"' })}»⟩\n`,
    findings: ['value.variant', 'sequence.duplicate', 'sequence.conflict'],
  },
  {
    file: 'sequences/duplicate-pascal.ndjson',
    why: 'A record under the keys of another writer says what it says under the documented ones.',
    log: `${line(5, 1, { resultDescription: 'null' })}⟨⟨«${pascalCase(5)}»⟩⟩\n`,
    findings: ['value.variant', 'sequence.duplicate'],
  },
  {
    file: 'sequences/conflict-digits.ndjson',
    why: 'Numbers that JavaScript takes for one are told apart by their digits.',
    log: `${line(5, 1, { env_flags: '9007199254740992' })}${found(5, 1, { env_flags: '⟨9007199254740993⟩' })}`,
    findings: ['sequence.conflict', 'value.number /env_flags'],
  },
  {
    file: 'sequences/conflict-invalid.ndjson',
    why: 'Bytes that are no text are compared as they are, though all of them are shown alike.',
    log: `${line(5, 1, { resultDescription: `"⟨${raw(0xe9)}⟩"` })}${found(5, 1, { resultDescription: `"⟨${raw(0xe8)}⟩"` })}`,
    findings: ['syntax.encoding /resultDescription', 'sequence.conflict', 'syntax.encoding /resultDescription'],
  },
  {
    file: 'sequences/conflict.ndjson',
    why: 'The same pair of epoch and number with other content: two records claim one number.',
    log: `${line(5, 1)}${found(5, 1, { resultType: '"Failure"' })}${line(6, 2)}`,
    findings: ['sequence.conflict'],
  },
  {
    file: 'sequences/conflict-blank.ndjson',
    why: 'Blanks within a value are content: the two differ.',
    log: `${line(5, 1, { resultDescription: '"a b"' })}${found(5, 1, { resultDescription: '"ab"' })}`,
    findings: ['sequence.conflict'],
  },
  {
    file: 'sequences/gap.ndjson',
    why: 'Numbers that are not in this file are told at the record behind them, one finding for each gap.',
    log: `${line(549, 1)}${found(560, 2)}${line(561, 3)}${found(563, 4)}`,
    findings: ['sequence.gap', 'sequence.gap'],
  },
  {
    file: 'sequences/gap-unsorted.ndjson',
    why: 'The record behind a gap may stand before it in the file.',
    log: `${line(5, 1)}${found(9, 9)}${found(6, 2)}${line(10, 10)}`,
    findings: ['sequence.gap', 'order.inversion'],
  },
  {
    file: 'sequences/gap-exact.ndjson',
    why: 'Beyond 2^53 neighbours differ in digits that JavaScript’s numbers do not hold.',
    log: `${line('18446744073709551611', 1)}${line('18446744073709551612', 2)}${found('18446744073709551614', 3)}${line('18446744073709551615', 4)}`,
    findings: ['sequence.gap'],
  },
  {
    file: 'sequences/epochs.ndjson',
    why: 'The counter starts anew with each epoch, so epochs are not compared with each other.',
    log: `${line(1, 1)}${line(9, 2, { env_epoch: '"P9QRF"' })}${line(2, 3)}${line(1, 4, { env_epoch: '"P9QRF2"' })}`,
  },
  {
    file: 'sequences/role-instances.ndjson',
    why: 'Where Part A names the role instance, each instance counts for itself.',
    log: `${line(1, 1, { env_cloud_roleInstance: '"IN_0"' })}${line(9, 2, { env_cloud_roleInstance: '"IN_1"' })}${line(1, 3, { env_cloud_roleInstance: '"IN_2"' })}`,
  },
  {
    file: 'sequences/target-instances.ndjson',
    why: 'A ServiceRoleInstance among the targets is a target and no writer: it does not split an epoch.',
    log: `${line(1, 1, { targetResources: roleInstance('IN_0') })}${found(9, 2, { targetResources: roleInstance('IN_1') })}`,
    findings: ['sequence.gap'],
  },
  {
    file: 'sequences/without-pair.ndjson',
    why: 'Without an epoch, or without a number, nothing can be said.',
    log: `${line(1, 1, { env_epoch: 'null' })}${line(9, 2, { env_epoch: 'null' })}${line(9, 3, { env_epoch: 'null' })}${line('null', 4)}${line('null', 5)}`,
  },
  {
    file: 'sequences/heartbeats.ndjson',
    why: 'Heartbeats have no categories, identities and targets; they count as present, and repeat within a second.',
    log: `${line(1, 1)}${line(2, 2, heartbeat)}${line(3, 2, heartbeat)}${line(4, 3)}`,
  },
  {
    file: 'sequences/inversion.ndjson',
    why: 'Several processes wrote to one log: one record is earlier than the one before.',
    log: `${record(1)}\n${record(5)}\n⟨${record(3)}⟩\n${record(9)}\n`,
    findings: ['order.inversion'],
    time: ['2020-11-23T18:23:01Z', '2020-11-23T18:23:09Z'],
  },
  {
    file: 'sequences/inversion-tick.ndjson',
    why: 'Earlier by 100 ns, which JavaScript’s Date cannot tell.',
    log: `${line(2, 1, time('29.9427159'))}${found(1, 1, { ...time('29.9427158'), resultType: '"Failure"' })}`,
    findings: ['order.inversion'],
  },
  {
    file: 'sequences/newest-first.ndjson',
    why: 'Many exports stand newest first: one finding for the file in place of one for each record.',
    log: `${found(4, 9)}${line(3, 7)}${line(2, 5)}${line(1, 3)}`,
    findings: ['order.descending'],
    time: ['2020-11-23T18:23:03Z', '2020-11-23T18:23:09Z'],
  },
  {
    file: 'sequences/mostly-newest-first.ndjson',
    why: 'A file that is mostly newest first is so as a whole, with a record out of its order.',
    log: `⟨${record(9)}⟩\n${record(6)}\n${record(7)}\n${record(4)}\n${record(2)}\n`,
    findings: ['order.descending'],
  },
  {
    file: 'sequences/clock-step.ndjson',
    why: 'The number rises while the time falls: the clock was set back, or records were put into another order.',
    log: `${line(1, 5)}${found(2, 3)}${line(3, 6)}`,
    findings: ['order.clockStep'],
  },
  {
    file: 'sequences/clock-step-sorted.ndjson',
    why: 'Sorting by time hides a step of the clock from the order of the file, but not from the numbers.',
    log: `${found(2, 3)}${line(1, 5)}${line(3, 6)}`,
    findings: ['order.clockStep'],
  },
  {
    file: 'sequences/double-logging.ndjson',
    why: 'The same event twice within a second, under two numbers, may have been logged twice.',
    log: `${line(1, 1, time('29.1'))}${found(2, 1, time('29.9'))}${line(3, 1, time('31'))}${line(4, 1, time('31.5')).replace('EastUS2', 'WestUS')}`,
    findings: ['sequence.doubleLogging'],
  },
];

/** The text of a record with the members of all its objects in the reverse order. */
function membersReversed(text: string): string {
  return JSON.stringify(JSON.parse(text), (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).toReversed()) : value,
  );
}

function roleInstance(name: string): string {
  return `[{"targetResourceType":"ServiceRoleInstance","targetResourceName":"${name}"}]`;
}
