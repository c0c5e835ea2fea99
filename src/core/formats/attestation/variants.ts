import { isDocumented } from './fields.ts';
import { identifyingKeys } from './identifyingKeys.ts';
import { regularKey, regularPairKey } from './regularKey.ts';
import { Scan, scanValue } from '../../json/jsonScanner.ts';
import { RecordWriter, type Rewritten } from './recordWriter.ts';
import { encodeText } from '../../json/utf8.ts';
import { memberOf, nodeString, parseValueTree, type Member, type ValueNode } from '../../json/valueTree.ts';

/**
 * Records of other writers, rewritten with the documented keys before anything else looks at them:
 *
 * - PascalCase (Azure/ARO-RP): `OperationName`, `Category` (one text), `Result: {ResultType, ResultDescription}`,
 *   `CallerIdentities[].{CallerIdentityType, CallerIdentityValue, CallerDisplayName, CallerIpAddress}`, `TargetResources`. A
 *   `Result` that is no object is taken for its type. Where the documented key is there as well, that one counts, and
 *   the other one stays as it is.
 * - a record that is in the field `payload` of another, as JSON text or as an object.
 * - a record of the newer Attestation logs, whose time is in `Time`. What else they say in their own way stays as it is.
 *
 * Values are copied byte by byte, so a place in the new text leads back to the original; places within a payload lead to
 * the payload as a whole.
 */
export type VariantKind = 'pascalCase' | 'payload' | 'time';

export interface NormalizedRecord extends Rewritten {
  readonly root: ValueNode;
  readonly kinds: readonly VariantKind[];
}

/** Keys that make it worth asking {@link normalizeRecord}. */
export const variantKeys: readonly string[] = [
  'payload',
  'OperationName',
  'Category',
  'AuditEventCategory',
  'Result',
  'ResultType',
  'ResultDescription',
  'CallerIdentities',
  'TargetResources',
  'RequestId',
  'CallerIpAddress',
  'CallerDisplayName',
  'Time',
];

const askingKeys: ReadonlySet<string> = new Set(variantKeys);
const identifying: ReadonlySet<string> = new Set(identifyingKeys);

/** A member with the bytes that hold it and where these are in the original. */
interface PlacedMember extends Member {
  readonly bytes: Uint8Array;
  /** The stretch of the original that stands for all of it, or undefined where its bytes are the original's. */
  readonly within: { readonly start: number; readonly end: number } | undefined;
}

/**
 * Writes a record of another writer anew; undefined for one that has the documented form already. A record may have a
 * million members, so they are looked at one by one, and copied only where one of {@link variantKeys} is among them.
 */
export function normalizeRecord(bytes: Uint8Array, root: ValueNode): NormalizedRecord | undefined {
  if (!root.members.some(({ key }) => askingKeys.has(key))) {
    return undefined;
  }
  const kinds: VariantKind[] = [];
  let members: readonly PlacedMember[] = root.members.map((member) => ({ ...member, bytes, within: undefined }));
  const payload = memberOf(root, 'payload');
  const inner = payload === undefined ? undefined : payloadMembers(bytes, payload);
  if (inner !== undefined) {
    kinds.push('payload');
    members = [...outerMembers(members, inner), ...inner];
  }
  if (isPascalCase(members)) {
    kinds.push('pascalCase');
  }
  if (isNewerLog(members)) {
    kinds.push('time');
  }
  if (kinds.length === 0) {
    return undefined;
  }
  const rewritten = writeRecord(root, members, kinds);
  return { ...rewritten, root: parseValueTree(rewritten.bytes, 0, rewritten.bytes.length), kinds };
}

/** What is beside a payload and not in it. */
function outerMembers(members: readonly PlacedMember[], inner: readonly Member[]): readonly PlacedMember[] {
  const outer = members.filter(({ key }) => key !== 'payload');
  const innerKeys = new Set(outer.length === 0 ? [] : inner.map(({ key }) => key));
  return outer.filter(({ key }) => !innerKeys.has(key));
}

function payloadMembers(bytes: Uint8Array, payload: ValueNode): readonly PlacedMember[] | undefined {
  if (payload.kind === 'object') {
    return placedWithin(payload, payload.members, bytes);
  }
  const inner = payloadText(bytes, payload);
  return inner !== undefined && isWhole(inner) ? placedWithin(payload, parseValueTree(inner, 0, inner.length).members, inner) : undefined;
}

/** What is in a payload as text and begins as an object does. */
function payloadText(bytes: Uint8Array, payload: ValueNode): Uint8Array | undefined {
  const text = payload.kind === 'string' ? nodeString(bytes, payload).trim() : '';
  return text.startsWith('{') ? encodeText(text) : undefined;
}

function isWhole(bytes: Uint8Array): boolean {
  return scanValue(bytes, 0, bytes.length, new Scan()) === bytes.length;
}

/** The payload of a record that says nothing itself, if it begins an object and is no JSON: mostly it was cut off. */
export function brokenPayload(bytes: Uint8Array, root: ValueNode): ValueNode | undefined {
  const payload = memberOf(root, 'payload');
  const text = payload && !identifiesRecord(root.members) ? payloadText(bytes, payload) : undefined;
  return text === undefined || isWhole(text) ? undefined : payload;
}

/** The members of an audit record, which all are where its payload is; undefined for those of another object. */
function placedWithin({ start, end }: ValueNode, members: readonly Member[], bytes: Uint8Array): readonly PlacedMember[] | undefined {
  return identifiesRecord(members) ? members.map((member) => ({ ...member, bytes, within: { start, end } })) : undefined;
}

/** Whether it is an audit record by keys that are there in this casing only. */
function isPascalCase(members: readonly Member[]): boolean {
  const documented = documentedIn(members);
  return identifiesRecord(members.filter(({ key }) => !documented.has(regularKey(key))));
}

/** The documented keys that are there as they are documented. */
function documentedIn(members: readonly Member[]): ReadonlySet<string> {
  return new Set(members.map(({ key }) => key).filter(isDocumented));
}

/** Keys one of which each record of the newer Attestation logs has beside `Time`. */
const newerKeys: ReadonlySet<string> = new Set(['resourceId', 'identity', 'traceContext', 'resultSignature']);

function isNewerLog(members: readonly Member[]): boolean {
  const has = (wanted: string): boolean => members.some(({ key }) => key === wanted);
  const hasTime = members.some(({ key, value }) => key === 'Time' && value.kind === 'string') && !has('env_time');
  return hasTime && has('operationName') && !has('env_name') && members.some(({ key }) => newerKeys.has(key));
}

/** Whether the keys are those of an audit record, in either casing. */
function identifiesRecord(members: readonly Member[]): boolean {
  const seen = new Set<string>();
  for (const { key } of members) {
    const regular = regularKey(key);
    if (identifying.has(regular)) {
      seen.add(regular);
    }
  }
  return seen.size >= 2;
}

function writeRecord(root: ValueNode, members: readonly PlacedMember[], kinds: readonly VariantKind[]): Rewritten {
  const pascalCase = kinds.includes('pascalCase');
  const documented = documentedIn(members);
  const hasResultType = members.some(({ key }) => regularKey(key) === 'resultType');
  const keyOf = (key: string): string => (documented.has(regularKey(key)) ? key : regularKey(key));
  const writer = new RecordWriter();
  let separator = '{';
  const write = (key: string, member: PlacedMember, value: ValueNode, wrap = false): void => {
    const { keyStart } = member;
    writer.writeText(separator, ...(separator === '{' ? ([root.start, root.start + 1] as const) : placeOf(member, keyStart - 1, keyStart)));
    separator = ',';
    if (key === member.key && !wrap) {
      // In one piece, with what is between key and value: of a million such members one place is remembered.
      writer.write(member.bytes.subarray(keyStart, value.end), ...placeOf(member, keyStart, value.end));
      return;
    }
    writeKey(writer, key, member);
    writeLiteral(writer, wrap ? '[' : '', member, value.start);
    writeValue(writer, member, value);
    writeLiteral(writer, wrap ? ']' : '', member, value.end);
  };
  for (const member of members) {
    const { value } = member;
    if (!pascalCase) {
      write(member.key === 'Time' && kinds.includes('time') ? 'env_time' : member.key, member, value);
    } else if (member.key === 'Result' && value.kind === 'object') {
      value.members.forEach((part) => write(keyOf(part.key), { ...member, ...part }, part.value));
    } else if (member.key === 'Result' && !hasResultType) {
      write('resultType', member, value);
    } else {
      const key = keyOf(member.key);
      write(key, member, value, key !== member.key && member.key === 'Category' && value.kind === 'string');
    }
  }
  if (pascalCase && !documented.has('callerIdentities')) {
    for (const [key, member] of callerFields(members)) {
      write(key, member, member.value);
    }
  }
  writer.writeText(separator === '{' ? '{}' : '}', root.end - 1, root.end);
  return writer.finish();
}

/** Display name and address, which this writer gives with each identity: the first of each that is given. */
function callerFields(members: readonly PlacedMember[]): readonly (readonly [string, PlacedMember])[] {
  const identities = members.find(({ key }) => key === 'CallerIdentities');
  return ['callerDisplayName', 'callerIpAddress'].flatMap((key) => {
    const inner = (identities === undefined ? [] : itemsOf(identities.value)).flatMap(({ members: parts }) => parts);
    const part = inner.find((one) => regularKey(one.key) === key && one.value.kind !== 'null');
    const isThere = members.some((member) => regularKey(member.key) === key);
    return identities === undefined || part === undefined || isThere ? [] : [[key, { ...identities, ...part }] as const];
  });
}

/** The items of an array; of an array of one that PowerShell has collapsed, what is left of it. */
function itemsOf(value: ValueNode): readonly ValueNode[] {
  return value.kind === 'object' ? [value] : value.items;
}

/** Copies a value; pairs with the documented keys and without what is reported elsewhere. */
function writeValue(writer: RecordWriter, member: PlacedMember, value: ValueNode): void {
  const holdsPairs = member.key === 'CallerIdentities' || member.key === 'TargetResources';
  if (!holdsPairs || value.kind !== 'array') {
    (holdsPairs ? writePair : copyValue)(writer, member, value);
    return;
  }
  writeBracket(writer, '[', member, value.start);
  value.items.forEach((item, index) => {
    writeLiteral(writer, index === 0 ? '' : ',', member, item.start);
    writePair(writer, member, item);
  });
  writeBracket(writer, ']', member, value.end - 1);
}

function writePair(writer: RecordWriter, member: PlacedMember, pair: ValueNode): void {
  if (pair.kind !== 'object') {
    copyValue(writer, member, pair);
    return;
  }
  writeBracket(writer, '{', member, pair.start);
  pair.members
    .filter(({ key }) => key !== 'CallerDisplayName' && key !== 'CallerIpAddress')
    .forEach((part, index) => {
      writeLiteral(writer, index === 0 ? '' : ',', member, part.keyStart);
      writeKey(writer, regularPairKey(part.key), { ...member, ...part });
      copyValue(writer, member, part.value);
    });
  writeBracket(writer, '}', member, pair.end - 1);
}

function copyValue(writer: RecordWriter, { bytes, within }: PlacedMember, { start, end }: ValueNode): void {
  writer.write(bytes.subarray(start, end), ...placeOf({ within }, start, end));
}

function writeKey(writer: RecordWriter, key: string, member: PlacedMember): void {
  writer.writeText(JSON.stringify(key), ...placeOf(member, member.keyStart, member.keyEnd));
  writeLiteral(writer, ':', member, member.keyEnd);
}

function writeLiteral(writer: RecordWriter, text: string, member: PlacedMember, at: number): void {
  if (text !== '') {
    writer.writeText(text, ...placeOf(member, at, at));
  }
}

/** Writes a bracket of the original, so that findings about all that it encloses have their place. */
function writeBracket(writer: RecordWriter, bracket: string, member: PlacedMember, at: number): void {
  writer.writeText(bracket, ...placeOf(member, at, at + 1));
}

function placeOf({ within }: Pick<PlacedMember, 'within'>, start: number, end: number): readonly [start: number, end: number] {
  return within === undefined ? [start, end] : [within.start, within.end];
}
