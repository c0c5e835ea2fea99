/**
 * The codes of findings by level, written down once more from the description of the format: a code that is renamed or
 * takes another level breaks whoever relies on it.
 */
export const documentedCodes = {
  error: [
    'syntax.invalid',
    'syntax.trailingComma',
    'syntax.truncated',
    'syntax.notAnObject',
    'schema.required',
    'schema.type',
    'schema.value',
    'value.time',
    // Added to the description: a compressed log that is damaged, and a record that is passed over.
    'syntax.compression',
    'syntax.tooLong',
    // Added to the description: a schema of a user's own.
    'schema.custom',
  ],
  warning: [
    'syntax.encoding',
    'syntax.padding',
    'syntax.duplicateKey',
    'value.unknownOperation',
    'value.unknownResult',
    'value.unknownIdentityType',
    'value.unknownTargetType',
    'value.unknownCategory',
    'value.version',
    'value.timeZone',
    'value.number',
    'sequence.duplicate',
    'sequence.conflict',
    // Added to the description: records of other formats that have the same id.
    'id.duplicate',
    'id.conflict',
    // Added to the description: a schema of a user's own that cannot be used.
    'schema.unusable',
  ],
  information: [
    'sequence.gap',
    'sequence.doubleLogging',
    'order.inversion',
    'order.descending',
    'order.clockStep',
    'value.variant',
    'value.spelling',
    'value.empty',
    'value.identityForm',
    'value.resourceForm',
    'value.addressForm',
    'value.regionMismatch',
    'value.adminOnly',
    'value.unknownKey',
    'value.partialExport',
    // Added to the description: records of other products.
    'value.unknownFormat',
    // Added to the description: a list that may hold the records.
    'value.listInside',
  ],
} as const;

export function severityOf(code: string): string | undefined {
  return Object.entries(documentedCodes).find(([, codes]) => (codes as readonly string[]).includes(code))?.[0];
}
