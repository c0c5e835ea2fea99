import { basename } from 'node:path';
import { compileSchema } from '../engine/schemas/compileSchema.ts';
import { noSchemas, type LogSchemas } from '../engine/schemas/logSchemas.ts';
import { safeAjv } from '../engine/schemas/safeAjv.ts';
import { SchemaChecks, type OwnSchema } from '../engine/schemas/schemaChecks.ts';
import type { Arguments } from './arguments.ts';
import { definitionContent, definitionError } from './definitionFile.ts';

/** The schemas that the options choose. Throws a `UsageError`. */
export function readSchemas({ schemaFiles }: Arguments): LogSchemas {
  return schemaFiles.length === 0 ? noSchemas : { checks: new SchemaChecks(schemaFiles.map(readSchema)), unusable: [] };
}

function readSchema(file: string): OwnSchema {
  const compiled = compileSchema(definitionContent(file, 'schema'), safeAjv);
  if (compiled.ok) {
    return { name: basename(file), mode: 'extend', validate: compiled.validate };
  }
  throw definitionError(file, compiled.faults);
}
