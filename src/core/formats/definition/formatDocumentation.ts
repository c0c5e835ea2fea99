import type { Path } from './paths.ts';

/** An operation that is documented. */
export interface EventDescription {
  /** The operation of the records, without regard to case; `*` stands for any text. */
  readonly operation: string;
  readonly title: string;
  readonly description?: string;
  /** Other operations that mean the same. */
  readonly synonyms?: readonly string[];
  /**
   * What the caller did, in words for a sentence, with the types of the targets that it names: `deleted the bucket {Bucket}`.
   * It is said only of records that succeeded and have these targets.
   */
  readonly phrase?: string;
  /** The spelling of the operation is inferred from its title, and not from a record. */
  readonly isInferred?: boolean;
  /** Only an administrator can do it. */
  readonly isAdminOnly?: boolean;
  /** Only what was done is recorded: a record without a result says that it was. */
  readonly isRecordedWhenDone?: boolean;
  /** What it does to the state of its target, if it succeeds. */
  readonly effects?: readonly Effect[];
}

export interface Effect {
  readonly kind: 'creates' | 'deletes' | 'sets' | 'resets' | 'grants' | 'revokes' | 'enables' | 'disables';
  /** What of the target: `policy`. The target itself, if there is nothing. */
  readonly what?: string;
  /**
   * The type of another target, for each of which there is one: an instance has a policy for each `AttestationType`. A record that
   * names none does not say which one is meant.
   */
  readonly per?: string;
}

/** How documented fields are grouped for reading. */
export type FieldGroup = 'operation' | 'caller' | 'target' | 'sequence' | 'schema' | 'cloud' | 'other';

export type FieldType = 'string' | 'number' | 'integer' | 'boolean' | 'object' | 'array';

/** A field that is documented. */
export interface FieldDocumentation {
  readonly path: Path;
  /** Any, if there is none. */
  readonly type?: FieldType | readonly FieldType[];
  /** Type of the items of an array. */
  readonly items?: FieldType;
  readonly title: string;
  readonly description: string;
  /** Heading under which it is shown; by its role, if there is none. */
  readonly group?: FieldGroup;
  readonly isNullable?: boolean;
  /** Every record has it, or every object that it is a member of. */
  readonly isRequired?: boolean;
  /** Text is not empty. */
  readonly isFilled?: boolean;
  /** Limits of a number, as decimal text: they may be beyond the integers that JavaScript holds. */
  readonly minimum?: string;
  readonly maximum?: string;
  /** The one value that is documented. */
  readonly expected?: string;
  /** What the value means, where the program explains it further. */
  readonly rule?: 'correlation' | 'flags' | 'samplingRate';
  /** The meaning is inferred, and not documented. */
  readonly isInferred?: boolean;
  /** Values that are documented, with what they mean; others may occur. */
  readonly values?: Readonly<Record<string, string>>;
}

/** What a value means, where that is documented: compared exactly first, then without regard to case. */
export function meaningOf({ values = {} }: FieldDocumentation, text: string): string | undefined {
  if (Object.hasOwn(values, text)) {
    return values[text];
  }
  const folded = text.toLowerCase();
  return Object.entries(values).find(([value]) => value.toLowerCase() === folded)?.[1];
}
