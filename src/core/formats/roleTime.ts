import { parseTime } from '../record/parseTime.ts';
import { formatTicks, type Ticks } from '../record/ticks.ts';
import { parseAnyTime } from '../record/timeNotations.ts';
import type { CompiledFormat } from './compiledFormat.ts';
import { scalarText } from './roles.ts';
import type { FoundValue, RoleSource } from './roleSource.ts';

/** The time of a record. */
export interface RoleTime {
  /** RFC 3339, as the record has it or, from another notation, in UTC; the record's own text where that is no time. */
  readonly text: string;
  /** Undefined where the text is no time. */
  readonly ticks: Ticks | undefined;
  /** Where it is. */
  readonly found: FoundValue;
}

/**
 * The first of the values that play the role of time and is one; else the first text among them, which is no time. A format
 * that is not detected by evidence has no time then, for its keys only seem to hold one.
 */
export function timeOf({ time: slots, evidence }: CompiledFormat, source: RoleSource): RoleTime | undefined {
  let invalid: RoleTime | undefined;
  for (const slot of slots) {
    for (const found of source.values(slot)) {
      const text = scalarText(found);
      if (text === undefined) {
        continue;
      }
      const time = parseAnyTime(text);
      if (time !== undefined) {
        return { text: isPlainText(found, text) ? text : formatTicks(time.ticks), ticks: time.ticks, found };
      }
      invalid ??= { text, ticks: undefined, found };
    }
  }
  return evidence.length === 0 ? undefined : invalid;
}

function isPlainText({ bytes, start }: FoundValue, text: string): boolean {
  return bytes[start] === 0x22 && parseTime(text) !== undefined;
}
