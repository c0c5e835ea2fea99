import type { Message } from '../finding/message.ts';
import type { FieldGroup } from '../formats/definition/formatDocumentation.ts';

/**
 * What can be reported about one value of a record, in neutral form: hovers, the timeline's detail and its tooltips all draw
 * this, so that they never tell different stories.
 */
export interface FieldDescription {
  /**
   * JSON pointer of the value within its record, such as `/callerIdentities/0/callerIdentity`; of a value in JSON text, that of
   * the string.
   */
  readonly pointer: string;
  /**
   * The key as the record writes it; of identities and targets their type, of other elements the array's key. Of a record whose
   * format is data, the path: `userIdentity.arn`.
   */
  readonly name: string;
  /** What the field is called in documentation. In English, from the JSON Schema or the format: a key of the l10n bundle. */
  readonly title: string;
  /** Its accepted types in words, such as `string or null`. */
  readonly type: string;
  /** What it means, in English: plain text, a key of the l10n bundle; empty for a key that nothing documents. */
  readonly documentation: string;
  readonly group: FieldGroup;
  /** The value's own source text (digits and escapes unchanged), cut after {@link shownLength} UTF-16 units; secrets are masked. */
  readonly source: string;
  /** The value decoded for reading: the string without its quotes; equal to `source` for anything else. Cut and masked likewise. */
  readonly text: string;
  /** Length of the whole source text in UTF-16 units: more than `source.length` means that it was cut. */
  readonly sourceLength: number;
  /** This value explained: decoded flags, parts of a resource id, the time in UTC. Empty when there is nothing to add. */
  readonly explanation: readonly Explanation[];
  /** A term of the filter language that matches records with this value, or null. */
  readonly filter: string | null;
  /** True where the meaning is inferred and not documented; the reader must say so. */
  readonly inferred: boolean;
}

/** The longest source text that a description carries, in UTF-16 units. */
export const shownLength = 4096;

/** One line of an explanation: what is reported, and its value. Either may be text of the log and is never trusted. */
export interface Explanation {
  readonly label: Message;
  readonly value: Message | string;
  /** The value is text of the documentation, in English: a key of the l10n bundle, and not text of the log. */
  readonly isDocumentation?: boolean;
  /** On a line that holds a time: the moment, .NET ticks in decimal, which a reader also gets in their own zone. */
  readonly ticks?: string;
}
