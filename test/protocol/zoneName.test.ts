import { expect, it } from 'vitest';
import { zoneName } from '../../src/protocol/zoneName.ts';

it.each([
  ['utc', 'UTC'],
  ['local', 'local time'],
  ['Europe/Berlin', 'Europe/Berlin'],
])('the zone %s is named %s', (zone, name) => expect(zoneName(zone)).toBe(name));
