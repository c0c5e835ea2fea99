import { basename } from 'node:path';
import { compileSchema } from '../engine/schemas/compileSchema.ts';
import { SchemaChecks, type OwnSchema } from '../engine/schemas/schemaChecks.ts';
import type { Arguments } from './arguments.ts';
import { definitionContent, definitionError } from './definitionFile.ts';

/** The schemas that the options choose; undefined where there are none. Throws a `UsageError`. */
export function readSchemas({ schemaFiles }: Arguments): SchemaChecks | undefined {
  return schemaFiles.length === 0 ? undefined : new SchemaChecks(schemaFiles.map(readSchema));
}

function readSchema(file: string): OwnSchema {
  const compiled = compileSchema(definitionContent(file, 'schema'));
  if (compiled.ok) {
    return { name: basename(file), mode: 'extend', validate: compiled.validate };
  }
  throw definitionError(file, compiled.faults);
}
