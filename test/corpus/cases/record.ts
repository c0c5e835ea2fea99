const cleanValues = {
  operationName: '"SetCurrentPolicy"',
  resultType: '"Success"',
  auditEventCategory: '["ApplicationManagement"]',
  callerIdentities: '[{"callerIdentityType":"UPN","callerIdentity":"ann@contoso.com"}]',
  targetResources: '[{"targetResourceType":"ServiceRegion","targetResourceName":"EastUS2"}]',
  env_ver: '"2.1"',
  env_name: '"#Ifx.AuditSchema"',
} as const;

/** A record in which nothing is to be found, at a second of its own; values are replaced and added as source text. */
export function fields(second: number, values: Readonly<Record<string, string>> = {}): string {
  const time = `"2020-11-23T18:23:${String(second).padStart(2, '0')}Z"`;
  const all = Object.entries({ ...cleanValues, env_time: time, ...values });
  return `{${all.map(([key, value]) => `"${key}":${value}`).join(',')}}`;
}

/** The same, marked as a record. */
export function record(second: number, values: Readonly<Record<string, string>> = {}): string {
  return `«${fields(second, values)}»`;
}

/** A record over several lines, its own brace indented by `indent`. */
export function pretty(second: number, indent = ''): string {
  return `«${prettyFields(second).replaceAll('\n', `\n${indent}`)}»`;
}

export function prettyFields(second: number): string {
  return JSON.stringify(JSON.parse(fields(second)), undefined, 2);
}

/** One raw byte. */
export function raw(...bytes: readonly number[]): string {
  return String.fromCharCode(...bytes.map((byte) => 0xe000 + byte));
}
