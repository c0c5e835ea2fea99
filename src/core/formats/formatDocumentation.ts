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
  /** Only an administrator can do it. */
  readonly isAdminOnly?: boolean;
  /** What it does to the state of its target, if it succeeds. */
  readonly effects?: readonly Effect[];
}

export interface Effect {
  readonly kind: 'creates' | 'deletes' | 'sets' | 'resets' | 'grants' | 'revokes' | 'enables' | 'disables';
  /** What of the target: `policy`. The target itself, if there is nothing. */
  readonly what?: string;
}

/** A field that is documented. */
export interface FieldDocumentation {
  readonly path: Path;
  /** Any, if there is none. */
  readonly type?: 'string' | 'number' | 'integer' | 'boolean' | 'object' | 'array';
  readonly title: string;
  readonly description: string;
  /** Heading under which it is shown; by its role, if there is none. */
  readonly group?: 'operation' | 'caller' | 'target' | 'sequence' | 'schema' | 'cloud' | 'other';
  readonly isNullable?: boolean;
  /** The object that it is in always has it. */
  readonly isRequired?: boolean;
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
