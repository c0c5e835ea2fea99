import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTimeBytes, type TimeSlot } from '../../../../src/core/record/parseTime.ts';
import { runs } from '../../../runs.ts';
import { kernelMemory } from './kernelMemory.ts';

const { kernel, put } = kernelMemory();
const encoder = new TextEncoder();
const ticksPerSecond = 10_000_000;

/** What the kernel says of a text; undefined where it leaves it to others. */
function readByKernel(text: string, needsZone = true): { readonly day: number; readonly ticksOfDay: number } | undefined {
  const bytes = encoder.encode(text);
  const from = put(bytes);
  if (kernel.readTime(from, from + bytes.length, needsZone ? 1 : 0) === 0) {
    return undefined;
  }
  return { day: kernel.day.value, ticksOfDay: kernel.second.value * ticksPerSecond + kernel.tick.value };
}

function readByTwin(text: string): TimeSlot | undefined {
  const slot: TimeSlot = { day: 0, ticksOfDay: 0, zone: 'utc' };
  const bytes = encoder.encode(text);
  return parseTimeBytes(bytes, 0, bytes.length, slot) ? slot : undefined;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

const times = fc
  .tuple(
    fc.oneof(fc.constantFrom(0, 1, 4, 100, 400, 1900, 2000, 2020, 2024, 9999), fc.nat(9999)),
    fc.integer({ min: 0, max: 13 }),
    fc.integer({ min: 0, max: 32 }),
    fc.tuple(fc.nat(25), fc.nat(61), fc.nat(61)),
    fc.oneof(
      fc.constant(''),
      fc.string({ unit: fc.constantFrom('0', '9', '5', '1', 'x'), maxLength: 10 }).map((digits) => `.${digits}`),
    ),
    fc.constantFrom('Z', 'Z', 'Z', 'z', '', '+00:00', ' Z'),
  )
  .map(
    ([year, month, day, [hour, minute, second], fraction, zone]) =>
      `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}${fraction}${zone}`,
  );

const damagedTimes = fc
  .tuple(times, fc.nat(30), fc.constantFrom('x', '/', ':', 'T', ' ', '-', '\u00e9'))
  .map(([text, at, other]) => text.slice(0, at) + other + text.slice(at + 1));

describe('times', () => {
  it('are those that the twin reads, where the kernel takes them', () => {
    let taken = 0;
    fc.assert(
      fc.property(fc.oneof(times, damagedTimes), (text) => {
        const found = readByKernel(text);
        if (found !== undefined) {
          const slot = readByTwin(text);
          expect({ text, ...found, zone: 'utc' }).toEqual({ text, ...slot });
          taken++;
        }
      }),
      { numRuns: runs(5000) },
    );
    expect(taken).toBeGreaterThan(runs(5000) / 20);
  });

  it.each([
    '0001-01-01T00:00:00Z',
    '2020-02-29T23:59:59.9999999Z',
    '2020-11-23T18:23:30.12Z',
    '9999-12-31T23:59:59.9Z',
    '2000-02-29T00:00:00Z',
  ])('are taken in the usual form: %s', (text) => {
    const { day, ticksOfDay } = readByTwin(text)!;
    expect(readByKernel(text)).toEqual({ day, ticksOfDay });
  });

  it.each([
    '2020-11-23T18:23:60Z',
    '2020-11-23T18:23:30+01:00',
    '2020-11-23 18:23:30Z',
    '2020-11-23T18:23:30',
    '2020-11-23T18:23:30.Z',
    '2020-11-23T18:23:30.12345678Z',
    '1900-02-29T00:00:00Z',
    '0000-01-01T00:00:00Z',
    '/Date(1606155809942)/',
    '',
  ])('are left to others in any other form: %s', (text) => {
    expect(readByKernel(text)).toBeUndefined();
  });

  it('are read without a zone where none is needed', () => {
    expect(readByKernel('2020-11-23T18:23:30', false)).toEqual(readByKernel('2020-11-23T18:23:30Z'));
    expect(readByKernel('2020-11-23T18:23:30.25', false)).toEqual(readByKernel('2020-11-23T18:23:30.25Z', false));
    expect(readByKernel('2020-11-23T18:23', false)).toBeUndefined();
  });
});
