import type { Severity } from '../../core/finding/codes.ts';

/** How findings of a code are shown in Problems; `off`: not at all. */
export type FindingLevel = Severity | 'off';

export const findingLevels: readonly FindingLevel[] = ['error', 'warning', 'information', 'off'];

/**
 * The level that a setting gives a code: that of the code itself, else of the longest beginning with `*` that fits, such as `value.*`.
 * Undefined where it says nothing that is a level.
 */
export function findingLevel(setting: Readonly<Record<string, unknown>>, code: string): FindingLevel | undefined {
  const own = asLevel(setting[code]);
  if (own !== undefined && Object.hasOwn(setting, code)) {
    return own;
  }
  const fitting = Object.keys(setting).filter((key) => key.endsWith('*') && code.startsWith(key.slice(0, -1)));
  const [longest] = fitting.toSorted((left, right) => right.length - left.length);
  return longest === undefined ? undefined : asLevel(setting[longest]);
}

function asLevel(value: unknown): FindingLevel | undefined {
  return findingLevels.find((level) => level === value);
}
