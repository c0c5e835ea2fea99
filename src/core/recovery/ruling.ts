/**
 * What a rule says of a place: yes, no, that more bytes are needed to say (undefined), or nothing (`silent`), so that the
 * next rule of its table decides.
 */
export type Ruling = boolean | undefined | 'silent';

/** One reason for a decision about a place. */
export type Rule<Place> = (place: Place) => Ruling;

/** What the first rule says that is not silent; no if all of them are. */
export function firstRuling<Place>(rules: readonly Rule<Place>[], place: Place): boolean | undefined {
  for (const rule of rules) {
    const ruling = rule(place);
    if (ruling !== 'silent') {
      return ruling;
    }
  }
  return false;
}
