/** How grave a finding is: records that are wrong, records to look at, and facts worth knowing. */
export type Severity = 'error' | 'warning' | 'information';

/** Every code and its severity. The names are an interface: they are added to, never renamed. */
export const findingSeverities = {
  'syntax.invalid': 'error',
  'syntax.trailingComma': 'error',
  'syntax.truncated': 'error',
  'syntax.notAnObject': 'error',
  'syntax.compression': 'error',
  'syntax.tooLong': 'error',
  'schema.required': 'error',
  'schema.type': 'error',
  'schema.value': 'error',
  'schema.custom': 'error',
  'value.time': 'error',
  'schema.unusable': 'warning',
  'syntax.encoding': 'warning',
  'syntax.padding': 'warning',
  'syntax.duplicateKey': 'warning',
  'value.unknownOperation': 'warning',
  'value.unknownResult': 'warning',
  'value.unknownIdentityType': 'warning',
  'value.unknownTargetType': 'warning',
  'value.unknownCategory': 'warning',
  'value.version': 'warning',
  'value.timeZone': 'warning',
  'value.number': 'warning',
  'sequence.duplicate': 'warning',
  'sequence.conflict': 'warning',
  'id.duplicate': 'warning',
  'id.conflict': 'warning',
  'sequence.gap': 'information',
  'sequence.doubleLogging': 'information',
  'order.inversion': 'information',
  'order.descending': 'information',
  'order.clockStep': 'information',
  'value.variant': 'information',
  'value.spelling': 'information',
  'value.empty': 'information',
  'value.identityForm': 'information',
  'value.resourceForm': 'information',
  'value.addressForm': 'information',
  'value.regionMismatch': 'information',
  'value.adminOnly': 'information',
  'value.unknownKey': 'information',
  'value.partialExport': 'information',
  'value.unknownFormat': 'information',
  'value.listInside': 'information',
} as const satisfies Readonly<Record<string, Severity>>;

export type FindingCode = keyof typeof findingSeverities;

/** In the order of their numbers in columns. */
export const findingCodes = Object.keys(findingSeverities) as readonly FindingCode[];
