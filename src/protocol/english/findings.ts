/** English words of findings, keyed `finding.<code>`. Each says what is so, and blames nobody. */
export const findingsEnglish: Readonly<Record<string, string>> = {
  'finding.syntax.invalid': 'Unexpected character: this is not JSON.',
  'finding.syntax.invalid.expectedValue': 'Unexpected character: a value is expected here.',
  'finding.syntax.invalid.expectedKey': 'Unexpected character: a key in double quotes is expected here.',
  'finding.syntax.invalid.expectedColon': 'Unexpected character: a colon is expected after the key.',
  'finding.syntax.invalid.expectedEndOfObject': 'Unexpected character: a comma or the end of the object is expected here.',
  'finding.syntax.invalid.expectedEndOfArray': 'Unexpected character: a comma or the end of the array is expected here.',
  'finding.syntax.invalid.payload': 'The text in “payload” begins a record and is not whole JSON: that record cannot be read.',
  'finding.syntax.trailingComma': 'A comma stands before the end of an object or array, which JSON does not allow.',
  'finding.syntax.truncated': 'The file ends inside this record.',
  'finding.syntax.truncated.between': 'The file ends before the array or object around the records is closed.',
  'finding.syntax.notAnObject': 'This is not a record: a record is a JSON object.',
  'finding.syntax.encoding': '{0} bytes of this record are not valid UTF-8; they are shown as �.',
  'finding.syntax.encoding.one': 'One byte of this record is not valid UTF-8; it is shown as �.',
  'finding.syntax.encoding.utf16': '{0} characters of this record are halves of UTF-16 characters; they are shown as �.',
  'finding.syntax.encoding.utf16.one': 'One character of this record is half of a UTF-16 character; it is shown as �.',
  'finding.syntax.encoding.half': 'The file ends in the middle of a UTF-16 character; its last byte is left out.',
  // The encoding before, the one behind.
  'finding.syntax.encoding.seam': 'The encoding changes here from {0} to {1}; both parts are read.',
  'finding.syntax.compression.truncated': 'The compressed data ends too early: what should follow is not in this file.',
  'finding.syntax.compression.corrupt': 'The compressed data is damaged: what follows cannot be read.',
  'finding.syntax.compression.checksum': 'The compressed data does not agree with its checksum: some of what was read may be wrong.',
  'finding.syntax.compression.trailing': 'Bytes behind the compressed data are not gzip; they are passed over.',
  'finding.syntax.tooLong': 'This record is longer than 16 MB and is passed over.',
  'finding.syntax.padding': 'Filler, such as NUL bytes, stands here outside of any record.',
  'finding.syntax.duplicateKey': 'The key “{0}” stands more than once in the same object; the last value counts.',
  'finding.syntax.duplicateKey.lists':
    'This key stands more than once in the object around the records; the records of all its lists are read.',
  'finding.syntax.duplicateKey.first': 'The first of the equal keys',
  // What is wrong at the first failure of a broken record, and at further ones.
  'finding.syntax.further.other': 'Unexpected character.',
  'finding.syntax.further.notANumber': 'JSON cannot express NaN or infinity.',
  'finding.syntax.further.literal': 'Invalid literal: JSON writes true, false and null in lower case.',
  'finding.syntax.further.number': 'Invalid number: JSON allows no leading zero or plus sign, and digits on both sides of a decimal point.',
  'finding.syntax.further.bareText': 'This value needs double quotes.',
  'finding.syntax.further.bareKey': 'This key needs double quotes.',
  'finding.syntax.further.singleQuotes': 'JSON strings need double quotes, not single ones.',
  'finding.syntax.further.control': 'A string contains a raw control character, such as a line break; JSON requires an escape such as \\n.',
  'finding.syntax.further.escape': 'Invalid escape sequence; write a backslash itself as two.',
  'finding.syntax.further.comma': 'A comma is missing here.',
  'finding.syntax.further.colon': 'A colon is missing here.',
  'finding.syntax.further.value': 'A value is missing here.',
  'finding.syntax.further.extraComma': 'Unexpected comma.',
  // How many.
  'finding.syntax.further.more': 'From here on, {0} more places cannot be read as JSON.',
  'finding.syntax.further.more.one': 'Here one more place cannot be read as JSON.',

  // Key and what it lacks.
  'finding.schema.required': 'The required field “{0}” is missing.',
  'finding.schema.type': '“{0}” must be {1}, but is {2}.',
  'finding.schema.value': '“{0}” has a value that the schema does not allow.',
  'finding.schema.value.minLength': '“{0}” must not be empty.',
  'finding.schema.value.minimum': '“{0}” must not be below {1}.',
  'finding.schema.value.maximum': '“{0}” must not be above {1}.',
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

  'finding.value.time': '“{0}” is not a time; expected is one such as 2020-11-23T18:23:29.9427158Z.',
  'finding.value.timeZone': '“{0}” names no time zone; it is read as UTC.',
  'finding.value.unknownOperation': '“{0}” is not a known operation. The list of known operations may be incomplete.',
  'finding.value.unknownResult': '“{0}” is not a known result. The list of known results may be incomplete.',
  'finding.value.unknownIdentityType': '“{0}” is not a known identity type. The list of known types may be incomplete.',
  'finding.value.unknownTargetType': '“{0}” is not a known target type. The list of known types may be incomplete.',
  'finding.value.unknownCategory': '“{0}” is not a known category. The list of known categories may be incomplete.',
  // Key, its value, the expected value.
  'finding.value.version': '“{0}” is “{1}”; “{2}” is expected.',
  'finding.value.number': 'JavaScript cannot hold the number {0} exactly; its digits are shown as they are written.',
  'finding.value.spelling': '“{0}” is another spelling or name of “{1}”.',
  'finding.value.empty': '“{0}” is empty.',
  'finding.value.empty.null': '“{0}” is an empty string; null is the usual way to say that there is no value.',
  // Type and value.
  'finding.value.identityForm': '“{1}” does not have the form of a GUID, which is usual for {0}.',
  'finding.value.identityForm.UPN': '“{1}” does not have an @, which is usual for {0}.',
  'finding.value.resourceForm': '“{0}” does not have the form of an Azure resource id.',
  'finding.value.addressForm': '“{0}” does not have the form of an IP address.',
  // Service's region, resource's region.
  'finding.value.regionMismatch': 'The service ran in “{0}”, but the resource lies in “{1}”.',
  'finding.value.adminOnly': 'Only admins of the Attestation service can perform “{0}”.',
  'finding.value.partialExport': 'This is part of a longer export: “nextLink” says where it goes on.',

  // The number of the other record.
  'finding.sequence.duplicate': 'Same epoch and sequence number as record {0}, with equal content: a duplicate.',
  'finding.sequence.conflict': 'Same epoch and sequence number as record {0}, but with other content.',
  // The number of the other record, the number of its file.
  'finding.sequence.duplicate.otherFile': 'Same epoch and sequence number as record {0} of file {1}, with equal content: a duplicate.',
  'finding.sequence.conflict.otherFile': 'Same epoch and sequence number as record {0} of file {1}, but with other content.',
  'finding.sequence.doubleLogging.otherFile':
    'Equal to record {0} of file {1} but for time and sequence number, and less than a second apart: the same event may have been logged twice.',
  'finding.order.clockStep.otherFile':
    'This record is earlier than record {0} of file {1}, which has a lower sequence number: the records were put into another order, or the clock was set back.',
  // How many, the first of them, the last of them.
  'finding.sequence.gap': '{0} sequence numbers before this record ({1} to {2}) are not in this file.',
  'finding.sequence.gap.one': 'One sequence number before this record ({1}) is not in this file.',
  // The number of the other record.
  'finding.sequence.doubleLogging':
    'Equal to record {0} but for time and sequence number, and less than a second apart: the same event may have been logged twice.',
  'finding.order.inversion': 'This record is earlier than record {0}, which stands before it.',
  // How many records are not later than the one before them.
  'finding.order.descending': 'The records of this file stand newest first: {0} of them are earlier than the one before.',
  'finding.order.clockStep':
    'This record is earlier than record {0}, which has a lower sequence number: the records were put into another order, or the clock was set back.',

  // How many records; the kind of writer is part of the code.
  'finding.value.variant.pascalCase': 'Written with keys such as OperationName ({0} records); read as the documented fields.',
  'finding.value.variant.pascalCase.one': 'Written with keys such as OperationName (one record); read as the documented fields.',
  'finding.value.variant.payload': 'The record stands in “payload” ({0} records); read as the documented fields.',
  'finding.value.variant.payload.one': 'The record stands in “payload” (one record); read as the documented fields.',
  'finding.value.variant.time': 'The time stands in “Time”, as in newer Attestation logs ({0} records); read as env_time.',
  'finding.value.variant.time.one': 'The time stands in “Time”, as in newer Attestation logs (one record); read as env_time.',
  'finding.value.variant.date': 'The time is written as \\/Date(…)\\/ ({0} records); read as milliseconds since 1970.',
  'finding.value.variant.date.one': 'The time is written as \\/Date(…)\\/ (one record); read as milliseconds since 1970.',
  // Key, and how many records.
  'finding.value.unknownKey': 'The key “{0}” is not documented ({1} records).',
  'finding.value.unknownKey.one': 'The key “{0}” is not documented (one record).',
  // How many records.
  'finding.value.unknownFormat':
    'Not Azure Attestation audit records: {0} records have none of the documented keys. Their fields are shown as they are.',
  'finding.value.unknownFormat.one':
    'Not an Azure Attestation audit record: it has none of the documented keys. Its fields are shown as they are.',
  'finding.value.listInside': 'The objects in “{0}” are read as part of their record, not as records of their own ({1} records).',
  'finding.value.listInside.one': 'The objects in “{0}” are read as part of their record, not as records of their own (one record).',
};
