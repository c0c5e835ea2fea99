import { describe, expect, test } from 'vitest';
import { formatTicks } from '../../../src/core/record/ticks.ts';
import { parseAnyTime } from '../../../src/core/record/timeNotations.ts';

function read(text: string): string | undefined {
  const time = parseAnyTime(text);
  return time && formatTicks(time.ticks);
}

describe('a time', () => {
  test.each([
    ['RFC 3339', '2026-03-01T09:00:00.1234567Z', '2026-03-01T09:00:00.1234567Z'],
    ['without a zone', '2026-03-01 09:00:00', '2026-03-01T09:00:00.0000000Z'],
    ['with an offset', '2026-03-01T20:00:00+11:00', '2026-03-01T09:00:00.0000000Z'],
    ['of .NET', '/Date(1772355600000)/', '2026-03-01T09:00:00.0000000Z'],
    ['in seconds', '1772355600', '2026-03-01T09:00:00.0000000Z'],
    ['in seconds with a fraction', '1772355600.25', '2026-03-01T09:00:00.2500000Z'],
    ['in milliseconds', '1772355600123', '2026-03-01T09:00:00.1230000Z'],
    ['in microseconds', '1772355600123456', '2026-03-01T09:00:00.1234560Z'],
    ['in nanoseconds, of which what is below a tick is dropped', '1772355600123456789', '2026-03-01T09:00:00.1234567Z'],
    ['the first second of 1990', '631152000', '1990-01-01T00:00:00.0000000Z'],
    ['American, in the morning', '1/9/2007 9:41:00 AM', '2007-01-09T09:41:00.0000000Z'],
    ['American, in the afternoon, with an offset', '1/9/2007 9:41:00 PM +01:00', '2007-01-09T20:41:00.0000000Z'],
    ['American, midnight', '12/31/2025 12:05 AM', '2025-12-31T00:05:00.0000000Z'],
    ['American, noon', '12/31/2025 12:05:07.5 PM', '2025-12-31T12:05:07.5000000Z'],
    ['American, on 24 hours', '1/9/2007 21:41', '2007-01-09T21:41:00.0000000Z'],
    ['with the name of the zone', '2026-03-01 09:00:00.123 UTC', '2026-03-01T09:00:00.1230000Z'],
    ['with the name of the zone, and no fraction', '2026-03-01 09:00:00 GMT', '2026-03-01T09:00:00.0000000Z'],
    ['with a comma before the fraction', '2026-03-01 09:00:00,123', '2026-03-01T09:00:00.1230000Z'],
    ['with a comma and an offset', '2026-03-01T09:00:00,5+0100', '2026-03-01T08:00:00.5000000Z'],
  ])('%s: %s', (_, text, wanted) => {
    expect(read(text)).toBe(wanted);
  });
});

describe('no time', () => {
  test.each([
    '',
    '631151999',
    '4102444801',
    '12345',
    '1/32/2007 9:41:00',
    '2026-02-30 09:00:00 UTC',
    '2026-03-01 09:00:00, UTC',
    '2026-03-01 09:00:00 CET',
    '13/1/2007 9:41',
    '1/9/2007 13:00 AM',
    '1/9/2007',
    'yesterday',
    '1e9',
  ])('is %j', (text) => {
    expect(read(text)).toBeUndefined();
  });
});
