import type { CheckedSchema, SchemaDescription, SchemasDescription } from '../../protocol/engineMessages.ts';
import { decodeText } from '../../core/json/utf8.ts';
import { compileSchema, type CompiledSchema } from './compileSchema.ts';
import type { LogSchemas, UnusableSchema } from './logSchemas.ts';
import type { MakeAjv } from './safeAjv.ts';
import { SchemaChecks, type OwnSchema } from './schemaChecks.ts';

/** The module that holds the validator. */
export interface ValidatorModule {
  readonly safeAjv: MakeAjv;
}

/** Loads the validator, which few need, from an address. */
export type LoadValidator = (address: string) => Promise<ValidatorModule>;

/** Schemas that are kept compiled: many logs have the same. */
const maxKept = 20;

/** Compiles the schemas of all logs, each text once. */
export class SchemaStore {
  private readonly compiled = new Map<string, CompiledSchema>();
  private readonly load: LoadValidator;

  constructor(load: LoadValidator) {
    this.load = load;
  }

  /** The schemas for one log, and what is wrong in them. Rejects where the validator cannot be loaded. */
  async compile({
    validator,
    files,
  }: SchemasDescription): Promise<{ readonly schemas: LogSchemas; readonly checked: readonly CheckedSchema[] }> {
    const usable: OwnSchema[] = [];
    const unusable: UnusableSchema[] = [];
    const checked: CheckedSchema[] = [];
    for (const file of files) {
      if (file.kind === 'missing') {
        unusable.push([file.name, file.why]);
        continue;
      }
      const compiled = this.compiledOf(file, (await this.load(validator)).safeAjv);
      checked.push({ id: file.id, faults: compiled.ok ? [] : compiled.faults });
      if (compiled.ok) {
        usable.push({ name: file.name, mode: file.mode, validate: compiled.validate });
      } else {
        unusable.push([file.name, 'faulty']);
      }
    }
    return { schemas: { checks: usable.length === 0 ? undefined : new SchemaChecks(usable), unusable }, checked };
  }

  private compiledOf({ content }: SchemaDescription & { kind: 'schema' }, makeAjv: MakeAjv): CompiledSchema {
    const text = decodeText(content);
    const known = this.compiled.get(text) ?? compileSchema(content, makeAjv);
    this.compiled.delete(text);
    this.compiled.set(text, known);
    for (const [oldest] of this.compiled) {
      if (this.compiled.size > maxKept) {
        this.compiled.delete(oldest);
      }
    }
    return known;
  }
}
