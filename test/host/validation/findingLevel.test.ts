import { expect, test } from 'vitest';
import { findingLevel } from '../../../src/host/validation/findingLevel.ts';

test.each<[setting: Readonly<Record<string, unknown>>, code: string, level: string | undefined]>([
  [{}, 'value.time', undefined],
  [{ 'value.time': 'off' }, 'value.time', 'off'],
  [{ 'value.*': 'error' }, 'value.time', 'error'],
  [{ 'value.*': 'error', 'value.time': 'information' }, 'value.time', 'information'],
  [{ '*': 'off', 'value.*': 'error' }, 'value.time', 'error'],
  [{ '*': 'off' }, 'sequence.gap', 'off'],
  [{ 'value.time': 'loud' }, 'value.time', undefined],
  [{ 'value.time': 'loud', '*': 'warning' }, 'value.time', 'warning'],
  [{ 'value.t': 'off' }, 'value.time', undefined],
  [{}, '__proto__', undefined],
])('of %j, %s is %s', (setting, code, level) => {
  expect(findingLevel(setting, code)).toBe(level);
});
