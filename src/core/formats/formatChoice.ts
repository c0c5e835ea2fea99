import { builtInFormats } from './builtInFormats.ts';
import type { AuditFormat } from './definition/format.ts';
import { FormatSet } from './formatSet.ts';

/** Which formats a session is opened with: plain data, which is sent between threads. */
export interface FormatChoice {
  /** Formats of users' own, valid under `auditFormat.schema.json`, with different ids. One replaces the built-in format with its id. */
  readonly own: readonly AuditFormat[];
  /** Ids of built-in formats that are left out. */
  readonly without: readonly string[];
}

/** The built-in formats, and no others. */
export const builtInChoice: FormatChoice = { own: [], without: [] };

/** The formats that are chosen, users' own before all others: of equal evidence theirs counts. */
export function formatSetOf({ own, without }: FormatChoice): FormatSet {
  if (own.length === 0 && without.length === 0) {
    return builtInFormats;
  }
  const left = new Set([...without, ...own.map(({ id }) => id)]);
  return new FormatSet([...own, ...builtInFormats.formats.filter(({ id }) => !left.has(id))]);
}
