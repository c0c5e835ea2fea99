import { expect, it } from 'vitest';
import { findingCodes, type FindingCode } from '../../../src/core/finding/codes.ts';
import { findingMessage, firstKeyMessage, furtherMessage, moreFailuresMessage } from '../../../src/core/finding/findingMessage.ts';
import type { Message } from '../../../src/core/finding/message.ts';
import type { AdditionalFault } from '../../../src/core/finding/additionalFault.ts';
import { findingsEnglish } from '../../../src/protocol/english/findings.ts';
import { say } from '../../../src/protocol/say.ts';

/** Arguments as the rules give them, and the sentence. Each code and each of its sentences occurs. */
const sentences: readonly (readonly [FindingCode, readonly string[], string])[] = [
  ['syntax.invalid', [], 'Unexpected character: this is not JSON.'],
  ['syntax.invalid', ['expectedValue'], 'Unexpected character: a value is expected here.'],
  ['syntax.invalid', ['expectedKey'], 'Unexpected character: a key in double quotes is expected here.'],
  ['syntax.invalid', ['expectedColon'], 'Unexpected character: a colon is expected after the key.'],
  ['syntax.invalid', ['expectedEndOfObject'], 'Unexpected character: a comma or the end of the object is expected here.'],
  ['syntax.invalid', ['expectedEndOfArray'], 'Unexpected character: a comma or the end of the array is expected here.'],
  ['syntax.invalid', ['notANumber'], 'JSON cannot express NaN or infinity.'],
  ['syntax.invalid', ['comma'], 'Missing comma.'],
  ['syntax.trailingComma', [], 'Trailing comma: JSON does not allow a comma before the end of an object or array.'],
  ['syntax.truncated', [], 'The file ends inside this record.'],
  ['syntax.truncated', ['between'], 'The file ends before the array or object around the records is closed.'],
  ['syntax.notAnObject', [], 'Not a record: a record is a JSON object.'],
  ['syntax.encoding', ['1'], 'One byte of this record is not valid UTF-8; it is shown as �.'],
  ['syntax.encoding', ['12'], '12 bytes of this record are not valid UTF-8; they are shown as �.'],
  ['syntax.encoding', ['1', 'utf-16le'], 'One character of this record is an unpaired UTF-16 surrogate; it is shown as �.'],
  ['syntax.encoding', ['3', 'utf-16be'], '3 characters of this record are unpaired UTF-16 surrogates; they are shown as �.'],
  ['syntax.encoding', ['seam', 'utf-8', 'utf-16le', 'utf-16le'], 'The encoding changes here from UTF-8 to UTF-16LE; both parts are read.'],
  ['syntax.encoding', ['half', 'utf-16le'], 'The file ends in the middle of a UTF-16 character; its last byte is ignored.'],
  ['syntax.compression', ['truncated'], 'The compressed data is truncated: the rest is missing from this file.'],
  ['syntax.compression', ['corrupt'], 'The compressed data is corrupt: the rest cannot be read.'],
  ['syntax.compression', ['checksum'], 'The compressed data does not match its checksum: some of it may be wrong.'],
  ['syntax.compression', ['trailing'], 'The bytes after the compressed data are not gzip; they are ignored.'],
  ['syntax.tooLong', [], 'This record is longer than 16 MB and is skipped.'],
  ['syntax.padding', [], 'Padding, such as NUL bytes, outside of any record.'],
  ['syntax.duplicateKey', [], 'Duplicate key in the object around the records; the records of all its lists are read.'],
  ['syntax.duplicateKey', ['{0}'], 'Duplicate key “{0}”: the last value is used.'],
  ['schema.required', ['resultType'], 'The required field “resultType” is missing.'],
  ['schema.type', ['resultType', 'string', 'object'], '“resultType” must be a string, but is an object.'],
  ['schema.type', ['env_seqNum', 'integer,null', 'fraction'], '“env_seqNum” must be an integer or null, but is a number with a fraction.'],
  ['schema.type', ['env_cloud_ver', 'string,number,null', 'array'], '“env_cloud_ver” must be a string, a number or null, but is an array.'],
  ['schema.type', ['env_name', 'string', 'boolean'], '“env_name” must be a string, but is true or false.'],
  ['schema.value', ['outcome', 'enum', ''], '“outcome” has a value that its documentation does not list.'],
  ['schema.value', ['operationName', 'minLength', '1'], '“operationName” must not be empty.'],
  ['schema.value', ['env_seqNum', 'minimum', '0'], '“env_seqNum” must not be below 0.'],
  ['schema.value', ['env_popSample', 'maximum', '100'], '“env_popSample” must not be above 100.'],
  ['schema.value', ['x', 'pattern', ''], '“x” has a value that the schema does not allow.'],
  ['schema.custom', ['s.json', '', 'required', 'id'], 'The record is not as s.json demands: the field “id” is missing.'],
  ['schema.custom', ['s.json', 'id', 'forbidden'], '“id” is not as s.json demands: there must be no such field.'],
  ['schema.custom', ['s.json', 'id', 'type', 'string', 'null'], '“id” is not as s.json demands: it must be a string or null.'],
  ['schema.custom', ['s.json', 'id', 'const', '"a"'], '“id” is not as s.json demands: it must be "a".'],
  ['schema.custom', ['s.json', 'id', 'enum', '"a", 7'], '“id” is not as s.json demands: it must be one of "a", 7.'],
  ['schema.custom', ['s.json', 'id', 'pattern', '^a$'], '“id” is not as s.json demands: it must match ^a$.'],
  ['schema.custom', ['s.json', 'id', 'format', 'email'], '“id” is not as s.json demands: it must have the form “email”.'],
  ['schema.custom', ['s.json', 'id', 'minimum', '7'], '“id” is not as s.json demands: it must be 7 or more.'],
  ['schema.custom', ['s.json', 'id', 'maximum', '7'], '“id” is not as s.json demands: it must be 7 or less.'],
  ['schema.custom', ['s.json', 'id', 'exclusiveMinimum', '7'], '“id” is not as s.json demands: it must be above 7.'],
  ['schema.custom', ['s.json', 'id', 'exclusiveMaximum', '7'], '“id” is not as s.json demands: it must be below 7.'],
  ['schema.custom', ['s.json', 'id', 'tooShort', '7'], '“id” is not as s.json demands: it must have a length of 7 or more.'],
  ['schema.custom', ['s.json', 'id', 'tooLong', '7'], '“id” is not as s.json demands: it must have a length of 7 or less.'],
  ['schema.custom', ['s.json', 'id', 'uniqueItems', '0', '2'], '“id” is not as s.json demands: its items 0 and 2 are equal.'],
  ['schema.custom', ['s.json', 'id', 'keyword', 'anyOf'], '“id” is not as s.json demands: it does not meet “anyOf”.'],
  ['schema.custom', ['s.json', '', 'more', '7'], 'The record is not as s.json demands: so many more of its demands are not met: 7.'],
  ['schema.unusable', ['s.json', 'faulty'], 'Records are not checked against s.json, because this schema has errors of its own.'],
  ['schema.unusable', ['s.json', 'unreadable'], 'Records are not checked against s.json, because this file cannot be read.'],
  [
    'schema.unusable',
    ['s.json', 'steps'],
    'From this record on, records are not checked against s.json, because this schema takes too many steps.',
  ],
  [
    'schema.unusable',
    ['', 'restricted'],
    'Records are not checked against the schemas of the settings, because the workspace is not trusted.',
  ],
  ['schema.custom', ['s.json', '', 'failed', 'deep'], 'The record is not as s.json demands: it could not be checked (deep).'],
  ['value.time', ['now'], '“now” is not a valid time; expected e.g. 2020-11-23T18:23:29.9427158Z.'],
  ['value.timeZone', ['2020-11-23 18:23:29'], '“2020-11-23 18:23:29” has no time zone; it is read as UTC.'],
  [
    'value.unknownFormat',
    ['12'],
    'The format of 12 records is not known. What their keys seem to say is shown: time, operation, caller and others are inferred.',
  ],
  [
    'value.unknownFormat',
    ['1'],
    'The format of one record is not known. What its keys seem to say is shown: time, operation, caller and others are inferred.',
  ],
  ['value.unknownOperation', ['x'], '“x” is not a known operation. The list of known operations may be incomplete.'],
  ['value.unknownResult', ['x'], '“x” is not a known result. The list of known results may be incomplete.'],
  ['value.unknownIdentityType', ['x'], '“x” is not a known identity type. The list of known types may be incomplete.'],
  ['value.unknownTargetType', ['x'], '“x” is not a known target type. The list of known types may be incomplete.'],
  ['value.unknownCategory', ['x'], '“x” is not a known category. The list of known categories may be incomplete.'],
  ['value.version', ['env_ver', '4.0', '2.1'], '“env_ver” is “4.0”; “2.1” is expected.'],
  ['value.number', ['1e400'], 'The number 1e400 exceeds the precision of JavaScript; its digits are shown as written.'],
  ['value.spelling', ['SetPolicy', 'SetCurrentPolicy'], '“SetPolicy” is another spelling or name of “SetCurrentPolicy”.'],
  ['value.empty', ['callerIdentities'], '“callerIdentities” is empty.'],
  ['value.empty', ['nCloud', 'null'], '“nCloud” is an empty string; a missing value is usually null.'],
  ['value.identityForm', ['ObjectID', 'x'], '“x” is not a GUID, which is usual for ObjectID.'],
  ['value.identityForm', ['UPN', 'ann'], '“ann” contains no @, which is usual for UPN.'],
  ['value.resourceForm', ['x'], '“x” is not an Azure resource ID.'],
  ['value.addressForm', ['x'], '“x” is not an IP address.'],
  ['value.regionMismatch', ['EastUS2', 'WestEurope'], 'The service ran in “EastUS2”, but the resource is in “WestEurope”.'],
  ['value.adminOnly', ['x'], 'Only admins of the Attestation service can perform “x”.'],
  ['value.partialExport', [], 'This is one page of a longer export: “nextLink” leads to the next one.'],
  ['id.duplicate', ['e-1', '7'], 'Same id “e-1” as record 7, with identical content: a duplicate.'],
  ['id.duplicate', ['e-1', '7', '2'], 'Same id “e-1” as record 7 of file 2, with identical content: a duplicate.'],
  ['id.conflict', ['e-1', '7'], 'Same id “e-1” as record 7, but with different content.'],
  ['id.conflict', ['e-1', '7', '2'], 'Same id “e-1” as record 7 of file 2, but with different content.'],
  ['sequence.duplicate', ['7'], 'Same epoch and sequence number as record 7, with identical content: a duplicate.'],
  ['sequence.duplicate', ['7', '2'], 'Same epoch and sequence number as record 7 of file 2, with identical content: a duplicate.'],
  ['sequence.conflict', ['7', '2'], 'Same epoch and sequence number as record 7 of file 2, but with different content.'],
  [
    'sequence.doubleLogging',
    ['7', '2'],
    'Identical to record 7 of file 2 except for time and sequence number, less than a second apart: the event may have been logged twice.',
  ],
  [
    'order.clockStep',
    ['7', '2'],
    'This record is earlier than record 7 of file 2, which has a lower sequence number: the records were reordered, or the clock was set back.',
  ],
  ['sequence.conflict', ['7'], 'Same epoch and sequence number as record 7, but with different content.'],
  ['sequence.gap', ['10', '550', '559'], '10 sequence numbers before this record (550 to 559) are not in this file.'],
  ['sequence.gap', ['1', '550', '550'], 'One sequence number before this record (550) is not in this file.'],
  [
    'sequence.doubleLogging',
    ['7'],
    'Identical to record 7 except for time and sequence number, less than a second apart: the event may have been logged twice.',
  ],
  ['order.inversion', ['7'], 'This record is earlier than record 7, which precedes it.'],
  ['order.descending', ['12'], 'This file lists the newest records first: 12 records are earlier than the one before them.'],
  [
    'order.clockStep',
    ['7'],
    'This record is earlier than record 7, which has a lower sequence number: the records were reordered, or the clock was set back.',
  ],
  ['value.variant', ['pascalCase', '3'], 'Its keys are in PascalCase (3 records); read as the documented fields.'],
  ['syntax.invalid', ['payload'], '“payload” contains the start of a record but not valid JSON; that record cannot be read.'],
  ['value.variant', ['payload', '3'], 'The record is inside “payload” (3 records); read as the documented fields.'],
  ['value.variant', ['date', '3'], 'The time is written as \\/Date(…)\\/ (3 records); read as milliseconds since 1970.'],
  ['value.variant', ['time', '2'], 'The time is in “Time”, as in newer Attestation logs (2 records); read as the time of the record.'],
  ['value.variant', ['time', '1'], 'The time is in “Time”, as in newer Attestation logs (one record); read as the time of the record.'],
  ['value.variant', ['pascalCase', '1'], 'Its keys are in PascalCase (one record); read as the documented fields.'],
  ['value.variant', ['payload', '1'], 'The record is inside “payload” (one record); read as the documented fields.'],
  ['value.variant', ['date', '1'], 'The time is written as \\/Date(…)\\/ (one record); read as milliseconds since 1970.'],
  ['value.unknownKey', ['color', '1'], 'The key “color” is not documented (one record).'],
  ['value.unknownKey', ['color', '3'], 'The key “color” is not documented (3 records).'],
  [
    'value.listInside',
    ['hits.hits', '1'],
    'The objects in “hits.hits” are read as part of their record, not as records of their own (one record).',
  ],
  ['value.listInside', ['parts', '3'], 'The objects in “parts” are read as part of their record, not as records of their own (3 records).'],
];

it.each(sentences)('says %s %j', (code, args, expected) => {
  expect(say(findingMessage(code, args))).toBe(expected);
});

it('has a sentence for every code', () => {
  expect(new Set(sentences.map(([code]) => code))).toEqual(new Set(findingCodes));
});

it('has no words that nothing says', () => {
  const said = new Set(sentences.flatMap(([code, args]) => codesOf(findingMessage(code, args))));
  [firstKeyMessage, ...additionalFaults.map(furtherMessage), moreFailuresMessage(1), moreFailuresMessage(2)].forEach(({ code }) =>
    said.add(code),
  );
  expect(said).toEqual(new Set(Object.keys(findingsEnglish)));
});

const additionalFaults: readonly AdditionalFault[] = Object.keys({
  other: 0,
  notANumber: 0,
  literal: 0,
  number: 0,
  bareText: 0,
  bareKey: 0,
  singleQuotes: 0,
  control: 0,
  escape: 0,
  trailingComma: 0,
  comma: 0,
  colon: 0,
  value: 0,
  extraComma: 0,
} satisfies Readonly<Record<AdditionalFault, 0>>) as readonly AdditionalFault[];

it('says what else is wrong in a broken record', () => {
  expect(additionalFaults.map((fault) => say(furtherMessage(fault)))).not.toContain('');
  expect([moreFailuresMessage(1), moreFailuresMessage(2)].map(say)).toEqual([
    'One more syntax error here.',
    '2 more syntax errors from here on.',
  ]);
});

function codesOf({ code, args }: Message): readonly string[] {
  return [code, ...args.flatMap((argument) => (typeof argument === 'object' ? codesOf(argument) : []))];
}
