import { scanValue, skipBlanks, type Scan } from '../json/jsonScanner.ts';
import { lowerCase } from '../json/lowerCase.ts';
import { sourceText } from '../json/utf8.ts';
import { stringAt } from '../json/valueTree.ts';
import { readMember } from '../json/readMember.ts';
import { isRecordKey, sharedKeys } from './attestation/identifyingKeys.ts';

/**
 * What the keys of an object say of it, whoever wrote it: an event has a time and says what was done or by whom. Bits of a
 * set; `hint` is a key that many objects have which are no events.
 */
export const timeSign = 1;
export const deedSign = 2;
const hintSign = 4;
/** Two keys of an audit record, of which at least one is no key of its parts. */
export const auditSign = 8;

/** Lower case, as writers differ in casing. With a time as value only. */
const timeKeys: readonly string[] = [
  '@timestamp',
  'activitydatetime',
  'created_at',
  'createdat',
  'createddatetime',
  'creationdate',
  'creationtime',
  'date',
  'datetime',
  'env_time',
  'event_time',
  'event_timestamp',
  'eventdate',
  'eventtime',
  'eventtimestamp',
  'logtime',
  'occurred_at',
  'occurredat',
  'published',
  'receivetimestamp',
  'requestreceivedtimestamp',
  'stagetimestamp',
  'time',
  'timegenerated',
  'timestamp',
  'ts',
];

const deedKeys: readonly string[] = [
  'action',
  'activity_name',
  'activitydisplayname',
  'actor',
  'caller',
  'event_name',
  'event_type',
  'eventname',
  'eventtype',
  'method',
  'methodname',
  'op',
  'operation',
  'operationname',
  'operations',
  'principal',
  'protopayload',
  'user',
  'user_id',
  'user_name',
  'userid',
  'userids',
  'useridentity',
  'username',
  'userprincipalname',
  'verb',
];

const hintKeys: readonly string[] = ['category', 'event', 'kind', 'level', 'message', 'msg', 'name', 'severity', 'type'];

const signOfKey: ReadonlyMap<string, number> = new Map([
  ...timeKeys.map((key) => [key, timeSign] as const),
  ...deedKeys.map((key) => [key, deedSign] as const),
  ...hintKeys.map((key) => [key, hintSign] as const),
]);
const maxKeyLength = Math.max(...[...signOfKey.keys()].map(({ length }) => length));

/** Seconds from 1990 up to 2100. */
const firstEpoch = 631_152_000;
const lastEpoch = 4_102_444_800;

/** The sign that a member gives, or 0; its value is up to `end`. */
export function signOf(bytes: Uint8Array, key: string, value: number, end: number): number {
  const sign = key.length > maxKeyLength ? 0 : (signOfKey.get(lowerCase(key)) ?? 0);
  return sign === timeSign && !isTime(bytes, value, end) ? 0 : sign;
}

/** Whether the signs are those of an event: a time, and what was done or by whom. */
export function isEvent(signs: number): boolean {
  return (signs & timeSign) !== 0 && (signs & (deedSign | hintSign)) !== 0;
}

/** An object, its signs, and the index after it, or where it cannot be read on. */
export interface SignedObject {
  readonly signs: number;
  readonly end: number;
  readonly isWhole: boolean;
}

/**
 * The signs of the object at `brace`, as far as it is before `limit`: those of its members, and those of the members of
 * objects right in it, as some exports put each record into one more object.
 */
export function signsOf(bytes: Uint8Array, brace: number, limit: number, scan: Scan, looksInside = true): SignedObject {
  let signs = 0;
  let recordKeys = 0;
  let hasOwnKey = false;
  let position = skipBlanks(bytes, brace + 1, limit);
  while (position < limit && bytes[position] === 0x22) {
    const member = readMember(bytes, position, limit, scan);
    if (typeof member === 'string') {
      break;
    }
    if (isRecordKey(member.key)) {
      recordKeys++;
      hasOwnKey ||= !sharedKeys.has(member.key);
      signs |= recordKeys > 1 && hasOwnKey ? auditSign : 0;
    }
    signs |= looksInside ? signsInside(bytes, member.value, limit, scan) : 0;
    const end = scanValue(bytes, member.value, limit, scan);
    if (end < 0) {
      break;
    }
    signs |= signOf(bytes, member.key, member.value, end);
    position = skipBlanks(bytes, end, limit);
    if (isClosed(bytes, position, limit)) {
      return { signs, end: position + 1, isWhole: true };
    }
    if (bytes[position] !== 0x2c) {
      break;
    }
    position = skipBlanks(bytes, position + 1, limit);
  }
  const isEmpty = isClosed(bytes, position, limit);
  return { signs, end: isEmpty ? position + 1 : position, isWhole: isEmpty };
}

/** The signs that an object within another gives for that one; none if the value is no object. */
function signsInside(bytes: Uint8Array, value: number, limit: number, scan: Scan): number {
  return bytes[value] === 0x7b ? signsOf(bytes, value, limit, scan, false).signs & (timeSign | deedSign) : 0;
}

function isClosed(bytes: Uint8Array, position: number, limit: number): boolean {
  return position < limit && bytes[position] === 0x7d;
}

/** How times begin as text: a date, also of the form 11/23/2020, or what .NET wrote in former times. */
const beginsTime = /^(?:\d{4}-\d\d-\d\d|\d{1,2}\/\d{1,2}\/\d{4}\b|\/Date\(-?\d)/;

/** Whether a value is a time, as text or as a number of seconds since 1970 or parts of them. */
function isTime(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start > 64) {
    return false;
  }
  const isText = bytes[start] === 0x22;
  const text = isText ? stringAt(bytes, start, end) : sourceText(bytes, start, end);
  return (isText && beginsTime.test(text)) || isEpoch(text);
}

function isEpoch(text: string): boolean {
  if (!/^\d{9,19}(\.\d+)?$/.test(text)) {
    return false;
  }
  const number = Number(text);
  return [1, 1e3, 1e6, 1e9].some((parts) => number >= firstEpoch * parts && number <= lastEpoch * parts);
}
