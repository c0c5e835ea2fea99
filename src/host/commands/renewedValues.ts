import type { ValueItem } from './valueItem.ts';

/**
 * Values as they are by now: those that are listed stay at their places, with their counts of now, and those that have come are at the
 * ends of their sections, so that nothing moves under the user's hands. `picked` says what is ticked: what was, and what has come so.
 */
export function renewedValues(
  listed: readonly ValueItem[],
  ticked: readonly ValueItem[],
  values: readonly ValueItem[],
): readonly ValueItem[] {
  const places = new Map(listed.map((value, place) => [keyOf(value), place]));
  const ticks = new Set(ticked.map(keyOf));
  const placeOf = (value: ValueItem): number => places.get(keyOf(value)) ?? listed.length;
  const sections = new Map<string, ValueItem[]>();
  for (const value of values) {
    const key = keyOf(value);
    const picked = ticks.has(key) || (!places.has(key) && value.picked === true);
    const section = sections.get(value.section) ?? [];
    section.push({ ...value, picked });
    sections.set(value.section, section);
  }
  return [...sections.values()].flatMap((section) => section.toSorted((left, right) => placeOf(left) - placeOf(right)));
}

/** Tells values of one list apart. */
export function keyOf({ section, field, value }: ValueItem): string {
  return JSON.stringify([section, field, value]);
}
