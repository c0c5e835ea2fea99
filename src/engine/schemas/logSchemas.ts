import type { SchemaChecks } from './schemaChecks.ts';

/** A schema that records are not checked against, by the arguments of the finding `schema.unusable`. */
export type UnusableSchema = readonly [name: string, why: 'faulty' | 'unreadable' | 'restricted'];

/** The schemas of users' own that one log is read with. */
export interface LogSchemas {
  /** Undefined where there are none that can be used. */
  readonly checks: SchemaChecks | undefined;
  readonly unusable: readonly UnusableSchema[];
}

export const noSchemas: LogSchemas = { checks: undefined, unusable: [] };
