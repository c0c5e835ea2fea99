import type { FormatSet } from '../../core/formats/formatSet.ts';
import type { TargetName } from '../../core/formats/targetLevels.ts';
import { resourceLevels, type Level } from '../../core/record/levels.ts';
import type { TargetStep } from '../../protocol/answers/record.ts';

/** Where Attestation's service ran, from wide to narrow. */
export const cloudLevels: readonly string[] = ['Environment', 'ServiceRegion', 'ServiceRole', 'ServiceRoleInstance'];

/** A way to a target, from the outermost level on. */
export type TargetPath = readonly TargetStep[];

/**
 * The ways through the levels that records name one by one. Attestation's ends before the first level that is not named; in other
 * formats, such as Kubernetes, a level in between may be missing by nature.
 *
 * @param format The id of the records' format; null for Attestation.
 */
export function levelPaths(formats: FormatSet, targets: readonly TargetName[], format: string | null): readonly TargetPath[] {
  if (format === null) {
    const path = cloudLevels.map((level) => stepOf(targets, level));
    const end = path.indexOf(undefined);
    return nonEmpty([path.slice(0, end === -1 ? path.length : end).filter((step) => step !== undefined)]);
  }
  const hierarchies = formats.ofId(format)?.hierarchies ?? [];
  return nonEmpty(hierarchies.map((one) => ('levels' in one ? one.levels.flatMap((level) => stepOf(targets, level) ?? []) : [])));
}

/** The ways that the names of targets contain, but for resource ids of Azure. */
export function namePaths(formats: FormatSet, targets: readonly TargetName[]): readonly TargetPath[] {
  return allPaths(formats, targets).filter((path) => !isResourcePath(path));
}

/** The ways that resource ids of Azure contain. */
export function resourcePaths(formats: FormatSet, targets: readonly TargetName[]): readonly TargetPath[] {
  return allPaths(formats, targets).filter(isResourcePath);
}

function allPaths({ targetLevels }: FormatSet, targets: readonly TargetName[]): readonly TargetPath[] {
  return nonEmpty(targets.map((target) => targetLevels.of(target).map(toStep)));
}

function isResourcePath([first]: TargetPath): boolean {
  return (resourceLevels as readonly (string | undefined)[]).includes(first?.level);
}

function toStep({ type, name }: Level): TargetStep {
  return { level: type, name };
}

function stepOf(targets: readonly TargetName[], level: string): TargetStep | undefined {
  const found = targets.find(({ type }) => (type ?? '').toLowerCase() === level.toLowerCase());
  return found === undefined || found.value === null ? undefined : { level, name: found.value };
}

function nonEmpty(paths: readonly TargetPath[]): readonly TargetPath[] {
  return paths.filter(({ length }) => length > 0);
}
