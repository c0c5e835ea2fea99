/** English words of findings, keyed `finding.<code>`. Each says what is so, and blames nobody. */
export const findingsEnglish: Readonly<Record<string, string>> = {
  'finding.syntax.invalid': 'Unexpected character: this is not JSON.',
  'finding.syntax.invalid.expectedValue': 'Unexpected character: a value is expected here.',
  'finding.syntax.invalid.expectedKey': 'Unexpected character: a key in double quotes is expected here.',
  'finding.syntax.invalid.expectedColon': 'Unexpected character: a colon is expected after the key.',
  'finding.syntax.invalid.expectedEndOfObject': 'Unexpected character: a comma or the end of the object is expected here.',
  'finding.syntax.invalid.expectedEndOfArray': 'Unexpected character: a comma or the end of the array is expected here.',
  'finding.syntax.invalid.payload': '“payload” contains the start of a record but not valid JSON; that record cannot be read.',
  'finding.syntax.trailingComma': 'Trailing comma: JSON does not allow a comma before the end of an object or array.',
  'finding.syntax.truncated': 'The file ends inside this record.',
  'finding.syntax.truncated.between': 'The file ends before the array or object around the records is closed.',
  'finding.syntax.notAnObject': 'Not a record: a record is a JSON object.',
  'finding.syntax.encoding': '{0} bytes of this record are not valid UTF-8; they are shown as �.',
  'finding.syntax.encoding.one': 'One byte of this record is not valid UTF-8; it is shown as �.',
  'finding.syntax.encoding.utf16': '{0} characters of this record are unpaired UTF-16 surrogates; they are shown as �.',
  'finding.syntax.encoding.utf16.one': 'One character of this record is an unpaired UTF-16 surrogate; it is shown as �.',
  'finding.syntax.encoding.half': 'The file ends in the middle of a UTF-16 character; its last byte is ignored.',
  // The encoding before, the one after.
  'finding.syntax.encoding.seam': 'The encoding changes here from {0} to {1}; both parts are read.',
  'finding.syntax.compression.truncated': 'The compressed data is truncated: the rest is missing from this file.',
  'finding.syntax.compression.corrupt': 'The compressed data is corrupt: the rest cannot be read.',
  'finding.syntax.compression.checksum': 'The compressed data does not match its checksum: some of it may be wrong.',
  'finding.syntax.compression.trailing': 'The bytes after the compressed data are not gzip; they are ignored.',
  'finding.syntax.tooLong': 'This record is longer than 16 MB and is skipped.',
  'finding.syntax.padding': 'Padding, such as NUL bytes, outside of any record.',
  'finding.syntax.duplicateKey': 'Duplicate key “{0}”: the last value is used.',
  'finding.syntax.duplicateKey.lists': 'Duplicate key in the object around the records; the records of all its lists are read.',
  'finding.syntax.duplicateKey.first': 'First occurrence of the key',
  // What is wrong at the first failure of a broken record, and at further ones.
  'finding.syntax.further.other': 'Unexpected character.',
  'finding.syntax.further.notANumber': 'JSON cannot express NaN or infinity.',
  'finding.syntax.further.literal': 'Invalid literal: JSON writes true, false and null in lower case.',
  'finding.syntax.further.number': 'Invalid number: JSON allows no leading zero or plus sign, and digits on both sides of a decimal point.',
  'finding.syntax.further.bareText': 'This value needs double quotes.',
  'finding.syntax.further.bareKey': 'This key needs double quotes.',
  'finding.syntax.further.singleQuotes': 'JSON strings need double quotes, not single ones.',
  'finding.syntax.further.control': 'A string contains a raw control character, such as a line break; JSON requires an escape such as \\n.',
  'finding.syntax.further.escape': 'Invalid escape sequence; a literal backslash is written as two.',
  'finding.syntax.further.comma': 'Missing comma.',
  'finding.syntax.further.colon': 'Missing colon.',
  'finding.syntax.further.value': 'Missing value.',
  'finding.syntax.further.extraComma': 'Unexpected comma.',
  // How many.
  'finding.syntax.further.more': '{0} more syntax errors from here on.',
  'finding.syntax.further.more.one': 'One more syntax error here.',

  // Key and what it lacks.
  'finding.schema.required': 'The required field “{0}” is missing.',
  'finding.schema.type': '“{0}” must be {1}, but is {2}.',
  'finding.schema.value': '“{0}” has a value that the schema does not allow.',
  'finding.schema.value.enum': '“{0}” has a value that its documentation does not list.',
  'finding.schema.value.minLength': '“{0}” must not be empty.',
  'finding.schema.value.minimum': '“{0}” must not be below {1}.',
  'finding.schema.value.maximum': '“{0}” must not be above {1}.',
  // A key, the name of a schema's file, and what the schema demands.
  'finding.schema.custom': '“{0}” is not as {1} demands: {2}.',
  'finding.schema.custom.record': 'The record is not as {0} demands: {1}.',
  // The name of a schema's file.
  'finding.schema.unusable.faulty': 'Records are not checked against {0}, because this schema has errors of its own.',
  'finding.schema.unusable.unreadable': 'Records are not checked against {0}, because this file cannot be read.',
  'finding.schema.unusable.steps': 'From this record on, records are not checked against {0}, because this schema takes too many steps.',
  'finding.schema.unusable.restricted':
    'Records are not checked against the schemas of the settings, because the workspace is not trusted.',
  'finding.demand.required': 'the field “{0}” is missing',
  'finding.demand.forbidden': 'there must be no such field',
  'finding.demand.type': 'it must be {0}',
  // A value as JSON, or several.
  'finding.demand.const': 'it must be {0}',
  'finding.demand.enum': 'it must be one of {0}',
  // A regular expression.
  'finding.demand.pattern': 'it must match {0}',
  // The name of a format of JSON Schema, such as email.
  'finding.demand.format': 'it must have the form “{0}”',
  'finding.demand.minimum': 'it must be {0} or more',
  'finding.demand.maximum': 'it must be {0} or less',
  'finding.demand.exclusiveMinimum': 'it must be above {0}',
  'finding.demand.exclusiveMaximum': 'it must be below {0}',
  'finding.demand.tooShort': 'it must have a length of {0} or more',
  'finding.demand.tooLong': 'it must have a length of {0} or less',
  // Numbers of items, from 0.
  'finding.demand.uniqueItems': 'its items {0} and {1} are equal',
  // A keyword of JSON Schema.
  'finding.demand.keyword': 'it does not meet “{0}”',
  // The words of the validator.
  'finding.demand.failed': 'it could not be checked ({0})',
  // How many.
  'finding.demand.more': 'so many more of its demands are not met: {0}',
  'finding.type.string': 'a string',
  'finding.type.number': 'a number',
  'finding.type.integer': 'an integer',
  'finding.type.fraction': 'a number with a fraction',
  'finding.type.boolean': 'true or false',
  'finding.type.object': 'an object',
  'finding.type.array': 'an array',
  'finding.type.null': 'null',
  'finding.or': '{0} or {1}',
  'finding.comma': '{0}, {1}',

  'finding.value.time': '“{0}” is not a valid time; expected e.g. 2020-11-23T18:23:29.9427158Z.',
  'finding.value.timeZone': '“{0}” has no time zone; it is read as UTC.',
  'finding.value.unknownOperation': '“{0}” is not a known operation. The list of known operations may be incomplete.',
  'finding.value.unknownResult': '“{0}” is not a known result. The list of known results may be incomplete.',
  'finding.value.unknownIdentityType': '“{0}” is not a known identity type. The list of known types may be incomplete.',
  'finding.value.unknownTargetType': '“{0}” is not a known target type. The list of known types may be incomplete.',
  'finding.value.unknownCategory': '“{0}” is not a known category. The list of known categories may be incomplete.',
  // Key, its value, the expected value.
  'finding.value.version': '“{0}” is “{1}”; “{2}” is expected.',
  'finding.value.number': 'The number {0} exceeds the precision of JavaScript; its digits are shown as written.',
  'finding.value.spelling': '“{0}” is another spelling or name of “{1}”.',
  'finding.value.empty': '“{0}” is empty.',
  'finding.value.empty.null': '“{0}” is an empty string; a missing value is usually null.',
  // Type and value.
  'finding.value.identityForm': '“{1}” is not a GUID, which is usual for {0}.',
  'finding.value.identityForm.UPN': '“{1}” contains no @, which is usual for {0}.',
  'finding.value.resourceForm': '“{0}” is not an Azure resource ID.',
  'finding.value.addressForm': '“{0}” is not an IP address.',
  // Service's region, resource's region.
  'finding.value.regionMismatch': 'The service ran in “{0}”, but the resource is in “{1}”.',
  'finding.value.adminOnly': 'Only admins of the Attestation service can perform “{0}”.',
  'finding.value.partialExport': 'This is one page of a longer export: “nextLink” leads to the next one.',

  // Id, the number of the other record.
  'finding.id.duplicate': 'Same id “{0}” as record {1}, with identical content: a duplicate.',
  'finding.id.conflict': 'Same id “{0}” as record {1}, but with different content.',
  // The number of the other record.
  'finding.sequence.duplicate': 'Same epoch and sequence number as record {0}, with identical content: a duplicate.',
  'finding.sequence.conflict': 'Same epoch and sequence number as record {0}, but with different content.',
  // The number of the other record, the number of its file.
  'finding.id.duplicate.otherFile': 'Same id “{0}” as record {1} of file {2}, with identical content: a duplicate.',
  'finding.id.conflict.otherFile': 'Same id “{0}” as record {1} of file {2}, but with different content.',
  'finding.sequence.duplicate.otherFile': 'Same epoch and sequence number as record {0} of file {1}, with identical content: a duplicate.',
  'finding.sequence.conflict.otherFile': 'Same epoch and sequence number as record {0} of file {1}, but with different content.',
  'finding.sequence.doubleLogging.otherFile':
    'Identical to record {0} of file {1} except for time and sequence number, less than a second apart: the event may have been logged twice.',
  'finding.order.clockStep.otherFile':
    'This record is earlier than record {0} of file {1}, which has a lower sequence number: the records were reordered, or the clock was set back.',
  // How many, the first of them, the last of them.
  'finding.sequence.gap': '{0} sequence numbers before this record ({1} to {2}) are not in this file.',
  'finding.sequence.gap.one': 'One sequence number before this record ({1}) is not in this file.',
  // The number of the other record.
  'finding.sequence.doubleLogging':
    'Identical to record {0} except for time and sequence number, less than a second apart: the event may have been logged twice.',
  'finding.order.inversion': 'This record is earlier than record {0}, which precedes it.',
  // How many records are not later than the one before them.
  'finding.order.descending': 'This file lists the newest records first: {0} records are earlier than the one before them.',
  'finding.order.clockStep':
    'This record is earlier than record {0}, which has a lower sequence number: the records were reordered, or the clock was set back.',

  // How many records; the kind of writer is part of the code.
  'finding.value.variant.pascalCase': 'Its keys are in PascalCase ({0} records); read as the documented fields.',
  'finding.value.variant.pascalCase.one': 'Its keys are in PascalCase (one record); read as the documented fields.',
  'finding.value.variant.payload': 'The record is inside “payload” ({0} records); read as the documented fields.',
  'finding.value.variant.payload.one': 'The record is inside “payload” (one record); read as the documented fields.',
  'finding.value.variant.time': 'The time is in “Time”, as in newer Attestation logs ({0} records); read as the time of the record.',
  'finding.value.variant.time.one': 'The time is in “Time”, as in newer Attestation logs (one record); read as the time of the record.',
  'finding.value.variant.date': 'The time is written as \\/Date(…)\\/ ({0} records); read as milliseconds since 1970.',
  'finding.value.variant.date.one': 'The time is written as \\/Date(…)\\/ (one record); read as milliseconds since 1970.',
  // Key, and how many records.
  'finding.value.unknownKey': 'The key “{0}” is not documented ({1} records).',
  'finding.value.unknownKey.one': 'The key “{0}” is not documented (one record).',
  // How many records.
  'finding.value.unknownFormat':
    'The format of {0} records is not known. What their keys seem to say is shown: time, operation, caller and others are inferred.',
  'finding.value.unknownFormat.one':
    'The format of one record is not known. What its keys seem to say is shown: time, operation, caller and others are inferred.',
  'finding.value.listInside': 'The objects in “{0}” are read as part of their record, not as records of their own ({1} records).',
  'finding.value.listInside.one': 'The objects in “{0}” are read as part of their record, not as records of their own (one record).',
};
