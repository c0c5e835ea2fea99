/** Units and how many ticks of 100 ns they have, the longest first. */
const units = [
  ['d', 864_000_000_000n],
  ['h', 36_000_000_000n],
  ['min', 600_000_000n],
  ['s', 10_000_000n],
  ['ms', 10_000n],
] as const;

/** A duration in ticks of 100 ns as people say it, in its longest unit: `2.3 s`, `4 min`, `0 ms`. `language` groups the digits. */
export function durationText(ticks: bigint, language: string): string {
  const [unit, length] = units.find(([, size]) => ticks >= size) ?? units[4];
  // Two digits of the longest unit are enough to compare; what is cut off is less than one of them.
  const rounded = Number((ticks * 10n) / length) / 10;
  return `${rounded.toLocaleString(language)} ${unit}`;
}
