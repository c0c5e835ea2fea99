/**
 * What anyone would write first: JSON.parse for each line, and a Map of counts for each field that the engine has a dictionary
 * for. No validation, no findings, no order, nothing to ask later; request ids, of which there are as many as records, are left out.
 */
import { forEachBlock } from './forEachBlock.ts';

interface LogRecord {
  // Records of other formats have none of these.
  readonly auditEventCategory?: readonly string[];
  readonly callerIdentities?: readonly { readonly callerIdentityType: string; readonly callerIdentity: string }[];
  readonly targetResources?: readonly { readonly targetResourceType: string; readonly targetResourceName: string }[];
  readonly [key: string]: unknown;
}

const counted = [
  'operationName',
  'resultType',
  'resultDescription',
  'callerIpAddress',
  'callerDisplayName',
  'env_epoch',
  'env_cloud_role',
  'env_cloud_roleInstance',
] as const;
const counts = new Map<string, Map<unknown, number>>();
let records = 0;
let first = '';
let last = '';
let sequences = 0;

function count(field: string, value: unknown): void {
  let values = counts.get(field);
  if (values === undefined) {
    counts.set(field, (values = new Map<unknown, number>()));
  }
  values.set(value, (values.get(value) ?? 0) + 1);
}

function take(line: string): void {
  const record = JSON.parse(line) as LogRecord;
  records++;
  for (const field of counted) {
    count(field, record[field]);
  }
  for (const category of record.auditEventCategory ?? []) {
    count('auditEventCategory', category);
  }
  for (const { callerIdentityType, callerIdentity } of record.callerIdentities ?? []) {
    count(callerIdentityType, callerIdentity);
  }
  for (const { targetResourceType, targetResourceName } of record.targetResources ?? []) {
    count(targetResourceType, targetResourceName);
  }
  const time = String(record['env_time']);
  first = first === '' || time < first ? time : first;
  last = time > last ? time : last;
  sequences += Number(record['env_seqNum']);
}

let rest = Buffer.alloc(0);
forEachBlock(process.argv[2]!, (block) => {
  let from = 0;
  for (let end = block.indexOf(10); end !== -1; end = block.indexOf(10, from)) {
    take(rest.length === 0 ? block.toString('utf8', from, end) : Buffer.concat([rest, block.subarray(0, end)]).toString('utf8'));
    rest = Buffer.alloc(0);
    from = end + 1;
  }
  rest = Buffer.concat([rest, block.subarray(from)]);
});
if (rest.length > 0) {
  take(rest.toString('utf8'));
}
const distinct = Object.fromEntries([...counts].map(([field, values]) => [field, values.size]));
console.log(JSON.stringify({ records, first, last, sequences, distinct }));
