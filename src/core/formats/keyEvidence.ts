import type { AuditFormat, Evidence } from './definition/format.ts';
import { formatData } from './formatData.ts';
import { stepsOf } from './definition/paths.ts';

/** What a member of a record is evidence for: the key alone, or a value that begins or ends so. */
interface KeyEvidence extends Pick<Evidence, 'weight' | 'startsWith' | 'endsWith'> {
  /** The format's place among all. */
  readonly format: number;
}

/** Evidence by {@link nameOfPath}. */
export type KeyEvidences = ReadonlyMap<string, readonly KeyEvidence[]>;

/**
 * The evidence that keys, also of inner objects, and constants give: of a record of which no more is known, such as one that is
 * cut off. What is in arrays is left out, and JSON text is not looked into, so that it is never more than `recordFormat.ts`
 * finds in a whole record without null.
 */
export function evidenceByKey(formats: readonly AuditFormat[]): KeyEvidences {
  const byPath = new Map<string, KeyEvidence[]>();
  formats.forEach(({ detection }, format) => {
    for (const { path, ...evidence } of detection) {
      const steps = stepsOf(path);
      if (!steps.includes('[]')) {
        const name = nameOfPath(steps.map((step) => step.toLowerCase()));
        byPath.set(name, [...(byPath.get(name) ?? []), { format, ...evidence }]);
      }
    }
  });
  return byPath;
}

/** One text for keys in lower case, from the record down to a value. */
export function nameOfPath(keys: readonly string[]): string {
  return keys.join('\0');
}

/** In how many objects within a record the deepest evidence is. */
export function depthOf(evidences: KeyEvidences): number {
  return Math.max(0, ...[...evidences.keys()].map((name) => name.split('\0').length - 1));
}

/** Whether a piece of evidence asks for a certain value, and not for the key alone. */
export function asksForValue({ startsWith, endsWith }: KeyEvidence): boolean {
  return startsWith !== undefined || endsWith !== undefined;
}

/** Whether a text is the value that a piece of evidence asks for. */
export function isAskedValue({ startsWith = '', endsWith = '' }: KeyEvidence, value: string): boolean {
  const text = value.toLowerCase();
  return text.startsWith(startsWith.toLowerCase()) && text.endsWith(endsWith.toLowerCase());
}

/** That of the built-in formats. */
export const builtInEvidence: KeyEvidences = evidenceByKey(formatData);
