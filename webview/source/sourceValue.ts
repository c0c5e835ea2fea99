/** A value by its way down from the record: linked, as values may be nested farther than paths could be kept for each. */
export interface SourceValue {
  /** Undefined for the record itself. */
  readonly parent: SourceValue | undefined;
  /** The key, as it reads, or the index in an array. Of a value in JSON text the string counts as the object or array. */
  readonly step: string | number;
  /** How many members with the same key come before it in its object. */
  readonly repeats: number;
  /** Whether it is in JSON text in a string. The string itself is not, unless it is in such a text in turn. */
  readonly isInText: boolean;
}

/** Names and paths of values that are nested farther say no more than their last so many steps. */
const maxSteps = 64;

/** Keys and indexes from the record down to the value, through JSON text as through objects. */
export function pathOf(value: SourceValue): readonly (string | number)[] {
  const path: (string | number)[] = [];
  for (let at: SourceValue | undefined = value; at?.parent !== undefined && path.length < maxSteps; at = at.parent) {
    path.push(at.step);
  }
  return path.toReversed();
}

/** The value of the record itself that holds a value: itself, or the string with the JSON text. */
export function holderOf(value: SourceValue): SourceValue {
  let at = value;
  while (at.isInText && at.parent !== undefined) {
    at = at.parent;
  }
  return at;
}

/** A name of a value, equal for those that are in the same place of different records. */
export function valueName(value: SourceValue): string {
  return JSON.stringify(pathOf(value));
}
