/** A value that a path of a format leads to: its bytes, quotes included, in the record or in JSON text within. */
export interface FoundValue {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
  /** It is in the record itself, and not in JSON text within. */
  readonly isOwn: boolean;
}

/** A record, or an item in it, by the paths of a set. */
export interface RoleSource {
  /** The values at the end of the path of this number that are something other than null, in the order of the text. */
  values(slot: number): readonly FoundValue[];
}
