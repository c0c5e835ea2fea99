import { builtInFormats } from '../../../src/core/formats/builtInFormats.ts';
import { checkRecord } from '../../../src/core/rules/checkRecord.ts';
import type { Finding, Place } from '../../../src/core/finding/finding.ts';
import { parseValueTree } from '../../../src/core/json/valueTree.ts';

/** A record in which nothing is to be found: the source text of each value by its key. */
const regular: Readonly<Record<string, string>> = {
  operationName: '"SetCurrentPolicy"',
  resultType: '"Success"',
  resultDescription: 'null',
  auditEventCategory: '["ApplicationManagement"]',
  nCloud: 'null',
  requestId: 'null',
  callerIpAddress: '"10.0.0.1"',
  callerDisplayName: 'null',
  callerIdentities: '[{"callerIdentityType":"UPN","callerIdentity":"ann@contoso.com"}]',
  targetResources: '[{"targetResourceType":"ServiceRegion","targetResourceName":"EastUS2"}]',
  ifxAuditFormat: '"Json"',
  env_ver: '"2.1"',
  env_name: '"#Ifx.AuditSchema"',
  env_time: '"2020-11-23T18:23:29.9427158Z"',
  env_epoch: '"MKZ6G"',
  env_seqNum: '1277',
  env_popSample: '0.0',
  env_iKey: 'null',
  env_flags: '257',
  env_cv: 'null',
  env_os: 'null',
  env_osVer: 'null',
  env_appId: 'null',
  env_appVer: 'null',
  env_cloud_ver: '"1.0"',
  env_cloud_name: 'null',
  env_cloud_role: 'null',
  env_cloud_roleVer: 'null',
  env_cloud_roleInstance: 'null',
  env_cloud_environment: 'null',
  env_cloud_location: 'null',
  env_cloud_deploymentUnit: 'null',
};

/** The text of the regular record with some values replaced or added, or left out where null is given. */
export function recordText(values: Readonly<Record<string, string | null>> = {}): string {
  const members = Object.entries<string | null>({ ...regular, ...values }).filter(([, value]) => value !== null);
  return `{${members.map(([key, value]) => `${JSON.stringify(key)}:${value}`).join(',')}}`;
}

/** Takes the marks «…» out of a text; places are byte offsets in the rest, in the order of their beginnings. */
export function unmark(marked: string): { readonly bytes: Uint8Array; readonly places: readonly Place[] } {
  const encoder = new TextEncoder();
  const places: { start: number; end: number }[] = [];
  const open: { start: number; end: number }[] = [];
  let text = '';
  for (const character of marked) {
    if (character === '«') {
      const place = { start: encoder.encode(text).length, end: -1 };
      places.push(place);
      open.push(place);
    } else if (character === '»') {
      Object.assign(open.pop() ?? {}, { end: encoder.encode(text).length });
    } else {
      text += character;
    }
  }
  return { bytes: encoder.encode(text), places };
}

export function findingsOf(bytes: Uint8Array): readonly Finding[] {
  return checkRecord(bytes, parseValueTree(bytes, 0, bytes.length), builtInFormats);
}
