import fc from 'fast-check';
import type { AuditFormat } from '../../src/core/formats/definition/format.ts';
import { formatSetOf } from '../../src/core/formats/formatChoice.ts';
import { doorFormat } from '../core/formats/doorFormat.ts';

/** A format of a user's own whose records are numbered by their writers, as they are and in an envelope. */
export const numberedDoors: AuditFormat = {
  ...doorFormat,
  envelopes: ['event'],
  callers: [{ type: 'Badge', path: 'badge.number' }],
  targets: [{ type: 'Door', path: 'door' }],
  sequence: { writer: ['reader.serial', 'reader.name'], number: 'count' },
};

/** The same, and strict: what contradicts the documentation is reported. */
const strictDoors: AuditFormat = {
  ...numberedDoors,
  strict: true,
  fields: [
    { path: 'at', type: 'string', title: 'Time', description: 'When it happened.', isRequired: true },
    { path: 'door', type: 'string', title: 'Door', description: 'Name of the door.', values: { North: 'The gate.' } },
    { path: 'reader.serial', type: 'string', title: 'Reader', description: 'Number of the reader.', isNullable: true },
    { path: 'count', type: 'integer', title: 'Count', description: 'Number of the record.', isRequired: true },
  ],
};

export const strictFormats = formatSetOf({ own: [strictDoors], without: [] });
export const ownFormats = formatSetOf({ own: [numberedDoors], without: [] });

const count = fc.oneof(
  fc.nat({ max: 30 }),
  fc.constantFrom<unknown>(
    '7',
    '',
    '1e1',
    '8.0',
    ' 9',
    '-1',
    null,
    true,
    [1],
    { a: 1 },
    '18446744073709551615',
    '18446744073709551616',
    1.5,
    2 ** 53,
  ),
);

const reader = fc.oneof(
  fc.record({ serial: fc.constantFrom<unknown>('R1', 'R2', '', 7, null) }),
  fc.record({ serial: fc.constantFrom<unknown>(null, ['x']), name: fc.constantFrom('north', 'R1') }),
  fc.constantFrom<unknown>(null, '{"serial":"R1"}', 'R1'),
);

const door = fc.record(
  {
    badge: fc.constantFrom<unknown>({ number: 7 }, { number: 'B-8' }, 'lost'),
    at: fc.constantFrom<unknown>('2026-01-10T08:15:00Z', '2026-01-10T08:16:00Z', 'noon', 1_772_355_600),
    act: fc.constantFrom('door.open', 'door.close'),
    door: fc.constantFrom<unknown>('North', 'South', 3),
    reader,
    count,
  },
  { requiredKeys: ['badge'] },
);

/** Lines with records of this format, most of one shape, some in the envelope. */
export const ownLogs: fc.Arbitrary<readonly string[]> = fc
  .tuple(fc.array(fc.tuple(door, fc.nat({ max: 9 })), { minLength: 1, maxLength: 6 }), fc.nat({ max: 8 }))
  .map(([records, similar]) =>
    records.flatMap(([record, form]) => [
      JSON.stringify(form === 0 ? { event: record } : form === 1 ? { event: JSON.stringify(record) } : record),
      ...Array.from({ length: similar }, (_, index) => JSON.stringify({ ...record, act: 'door.open', count: index * 3 })),
    ]),
  );
