import type { AuditFormat } from './definition/format.ts';
import { formatData } from './formatData.ts';

/** What a key of a record is evidence for. */
interface KeyEvidence {
  /** The format's place among all. */
  readonly format: number;
  readonly weight: number;
}

/** Evidence by key in lower case. */
export type KeyEvidences = ReadonlyMap<string, readonly KeyEvidence[]>;

/**
 * The evidence that keys alone give: of a record of which no more is known, such as one that is cut off. Constants and inner
 * keys are left out, so that it is never more than `recordFormat.ts` finds in a whole record without null.
 */
export function evidenceByKey(formats: readonly AuditFormat[]): KeyEvidences {
  const byKey = new Map<string, KeyEvidence[]>();
  formats.forEach(({ detection }, format) => {
    for (const { path, weight, startsWith, endsWith } of detection) {
      if (typeof path === 'string' && !path.includes('.') && startsWith === undefined && endsWith === undefined) {
        const key = path.toLowerCase();
        byKey.set(key, [...(byKey.get(key) ?? []), { format, weight }]);
      }
    }
  });
  return byKey;
}

/** That of the built-in formats. */
export const builtInEvidence: KeyEvidences = evidenceByKey(formatData);
