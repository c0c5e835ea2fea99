import type { Path } from './definition/paths.ts';
import { foldKey } from './pathSet.ts';
import { stepsOf } from './definition/paths.ts';

/** A key, or 0 for the items of an array. */
type Step = string | 0;

interface Entry<T> {
  readonly steps: readonly Step[];
  readonly value: T;
}

/** What is known of a place of a record. */
export interface FoundEntry<T> {
  readonly value: T;
  /** The place is an item of the array that the path leads to: no path leads to the items. */
  readonly isItem: boolean;
}

/**
 * Values by the paths of a format, looked up by places of a record: keys exactly first, then without regard to case. An item
 * that no path leads to belongs to its array, and an item in place of an array of one, as PowerShell writes it, is that item.
 */
export class PathTable<T> {
  private readonly entries = new Map<string, Entry<T>[]>();

  /** Of several values under one path the first counts. */
  add(path: Path, value: T): void {
    const steps = stepsOf(path).map((step) => (step === '[]' ? 0 : step));
    const names = new Set([nameOf(steps), nameOf(keysOf(steps))]);
    for (const name of names) {
      const those = this.entries.get(name) ?? [];
      this.entries.set(name, those);
      those.push({ steps, value });
    }
  }

  /** @param place Keys and indexes from the record down to the value. */
  at(place: readonly (string | number)[]): FoundEntry<T> | undefined {
    const steps = place.map((step) => (typeof step === 'number' ? 0 : step));
    const own = this.closest(steps);
    if (own !== undefined) {
      return { value: own.value, isItem: false };
    }
    const array = this.closest(keysOf(steps));
    return array && { value: array.value, isItem: typeof place.at(-1) === 'number' };
  }

  /** With exactly these steps; else with others that differ in case only; else with others that pass through items too. */
  private closest(steps: readonly Step[]): Entry<T> | undefined {
    const those = this.entries.get(nameOf(steps));
    const alike = those?.filter((entry) => entry.steps.length === steps.length);
    return alike?.find((entry) => entry.steps.every((step, index) => step === steps[index])) ?? alike?.[0] ?? those?.[0];
  }
}

function keysOf(steps: readonly Step[]): readonly Step[] {
  return steps.filter((step) => step !== 0);
}

/** One name for all spellings of the keys. */
function nameOf(steps: readonly Step[]): string {
  return JSON.stringify(steps.map((step) => (step === 0 ? step : foldKey(step))));
}
