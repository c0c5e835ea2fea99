import { eventPhrase } from './eventPhrase.ts';
import type { EventDescription } from './definition/formatDocumentation.ts';
import type { FormatSet } from './formatSet.ts';
import type { TargetName } from './targetLevels.ts';
import type { Level } from '../record/levels.ts';

/** A target from its outermost level on: account, region, bucket. */
export type SubjectPath = readonly Level[];

/**
 * What an event has its effects on: each target that its phrase names, as the group and the member in `added {User} to the group
 * {Group}`; where it names none, the target that says most. None where the record names no such target.
 *
 * @param format The id of the record's format.
 */
export function effectSubject(
  formats: FormatSet,
  format: string,
  { phrase = '' }: Pick<EventDescription, 'phrase'>,
  targets: readonly TargetName[],
): readonly SubjectPath[] {
  const named = eventPhrase(phrase).types.map((type) => pathOfType(formats, format, type, targets));
  if (named.length > 0) {
    return named.every((path) => path !== undefined) ? named : [];
  }
  const whole = targets.map((target) => formats.targetLevels.of(target)).find(({ length }) => length > 0);
  return whole === undefined ? [] : [whole];
}

function pathOfType(formats: FormatSet, format: string, type: string, targets: readonly TargetName[]): SubjectPath | undefined {
  const target = targetOfType(targets, type);
  if (target === undefined) {
    const [name] = formats.targetLevels.namesOfType(targets, type);
    return typeof name === 'string' ? [{ type, name }] : undefined;
  }
  const levels = formats.targetLevels.of(target);
  return levels.length > 0 ? levels : pathToLevel(formats, format, target, targets);
}

/** A target that is a level below others which the record names too, as Kubernetes' names are below a namespace and a kind. */
function pathToLevel(formats: FormatSet, format: string, target: NamedTarget, targets: readonly TargetName[]): SubjectPath {
  const own = { type: target.type, name: target.value };
  for (const hierarchy of formats.ofId(format)?.hierarchies ?? []) {
    const levels = 'levels' in hierarchy ? hierarchy.levels : [];
    const place = levels.findIndex((level) => level.toLowerCase() === target.type.toLowerCase());
    if (place !== -1) {
      const above = levels.slice(0, place).flatMap((level) => targetOfType(targets, level) ?? []);
      return [...above.map(({ type, value }) => ({ type, name: value })), own];
    }
  }
  return [own];
}

interface NamedTarget {
  readonly type: string;
  readonly value: string;
}

function targetOfType(targets: readonly TargetName[], type: string): NamedTarget | undefined {
  const found = targets.find((target) => (target.type ?? '').toLowerCase() === type.toLowerCase() && target.value !== null);
  return found === undefined ? undefined : { type: found.type ?? '', value: found.value ?? '' };
}
