import { closeSync, existsSync, mkdirSync, openSync, renameSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../../scripts/paths.ts';
import { createRandom } from '../../scripts/sample/random.ts';
import { inventedRecords } from '../core/formats/inventedRecords.ts';

/** The logs that are invented here: of the formats that are met most, and of CloudTrail with other parameters in each record. */
export const benchFormats = ['cloudTrail', 'cloudTrailVaried', 'kubernetesAudit', 'm365Audit'] as const;
export type BenchFormat = (typeof benchFormats)[number];

/** Raised whenever other bytes are invented. */
const version = 1;
const start = Date.UTC(2026, 2, 1);

type Random = ReturnType<typeof createRandom>;

const users = Array.from({ length: 200 }, (_, index) => `user${index}`);
const verbs = ['Get', 'List', 'Put', 'Create', 'Delete', 'Describe'];

/** Parameters of a request, or elements of a response: some of forty, with values of several kinds. */
function parameters(random: Random): Readonly<Record<string, unknown>> {
  const values = [
    () => random.integer(1_000_000),
    () => `value ${random.integer(1_000_000_000)}`,
    () => ({ name: random.guid(), tags: ['a', 'b', random.integer(9)] }),
  ];
  const entry = () => [`parameter${random.integer(40)}`, random.pick(values)()] as const;
  return Object.fromEntries(Array.from({ length: 3 + random.integer(10) }, entry));
}

function cloudTrailRecord(index: number, random: Random): object {
  const record = inventedRecords.cloudTrail;
  const user = random.pick(users);
  const bucket = `bucket${random.integer(500)}`;
  const { errorCode: _, errorMessage: __, ...sound } = record;
  return {
    ...(random.integer(20) === 0 ? record : sound),
    userIdentity: { ...record.userIdentity, arn: `arn:aws:iam::111122223333:user/${user}`, principalId: `AIDA${user}` },
    eventTime: new Date(start + index * 1000).toISOString().replace('.000', ''),
    eventName: `${random.pick(verbs)}Object`,
    sourceIPAddress: `203.0.113.${random.integer(255)}`,
    requestParameters: { bucketName: bucket, key: `a/${random.integer(1_000_000_000)}` },
    requestID: random.guid(),
    eventID: random.guid(),
    resources: [
      { type: 'AWS::S3::Object', ARN: `arn:aws:s3:::${bucket}/a` },
      { accountId: '111122223333', type: 'AWS::S3::Bucket', ARN: `arn:aws:s3:::${bucket}` },
    ],
  };
}

/** A record like the invented one, with its own time, ids, caller, operation and target. */
const vary: Readonly<Record<BenchFormat, (index: number, random: Random) => unknown>> = {
  cloudTrail: cloudTrailRecord,
  cloudTrailVaried: (index, random) => ({
    ...cloudTrailRecord(index, random),
    requestParameters: parameters(random),
    responseElements: random.integer(2) === 0 ? null : parameters(random),
  }),
  kubernetesAudit: (index, random) => ({
    ...inventedRecords.kubernetesAudit,
    auditID: random.guid(),
    verb: random.pick(verbs).toLowerCase(),
    user: { ...inventedRecords.kubernetesAudit.user, username: random.pick(users) },
    objectRef: { ...inventedRecords.kubernetesAudit.objectRef, name: `web-${random.integer(500)}` },
    responseStatus: { metadata: {}, code: random.pick([200, 200, 200, 201, 403, 404, 500]) },
    requestReceivedTimestamp: new Date(start + index * 250).toISOString(),
  }),
  m365Audit: (index, random) => ({
    ...inventedRecords.m365Audit,
    CreationTime: new Date(start + index * 1000).toISOString().slice(0, 19),
    Id: random.guid(),
    Operation: `File${random.pick(verbs)}`,
    UserId: `${random.pick(users)}@contoso.example`,
    ObjectId: `https://contoso.example/sites/a/${random.integer(1_000_000)}.docx`,
  }),
};

/** Writes a log of one format, or takes the one that an earlier run left in the cache. */
export function otherFormatLog(
  format: BenchFormat,
  bytes: number,
): { readonly path: string; readonly bytes: number; readonly records: number } {
  const folder = join(cacheFolder, 'bench');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${format}-${bytes}.o${version}.ndjson`);
  const random = createRandom(7);
  let records = 0;
  let written = 0;
  const exists = existsSync(path);
  const file = exists ? undefined : openSync(`${path}.part`, 'w');
  while (written < bytes) {
    const line = `${JSON.stringify(vary[format](records, random))}\n`;
    records++;
    written += line.length;
    if (file !== undefined) {
      writeSync(file, line);
    }
  }
  if (file !== undefined) {
    closeSync(file);
    renameSync(`${path}.part`, path);
  }
  return { path, bytes: statSync(path).size, records };
}
