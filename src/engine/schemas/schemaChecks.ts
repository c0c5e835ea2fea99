import type { Finding } from '../../core/finding/finding.ts';
import type { FindingCode } from '../../core/finding/codes.ts';
import { decodeText } from '../../core/json/utf8.ts';
import { parseValueTree } from '../../core/json/valueTree.ts';
import type { Validate } from './compileSchema.ts';
import { schemaViolations, uncheckedRecord } from './schemaViolations.ts';

/** What a format's own schema reports. */
const ofFormat: ReadonlySet<FindingCode> = new Set(['schema.required', 'schema.type', 'schema.value']);

/** A JSON Schema of a user's own. */
export interface OwnSchema {
  /** What findings call it: the name of its file. */
  readonly name: string;
  /** Whether the format's own schema still counts beside it. */
  readonly mode: 'extend' | 'replace';
  readonly validate: Validate;
}

/** Holds records against schemas of users' own. */
export class SchemaChecks {
  private readonly schemas: readonly OwnSchema[];
  private readonly replacesOwn: boolean;

  constructor(schemas: readonly OwnSchema[]) {
    this.schemas = schemas;
    this.replacesOwn = schemas.some(({ mode }) => mode === 'replace');
  }

  /** Whether a finding that the format itself has led to still counts. */
  counts({ code }: Finding): boolean {
    return !this.replacesOwn || !ofFormat.has(code);
  }

  /** What the schemas do not allow in a record, which is valid JSON. Places are offsets into the bytes. */
  check(bytes: Uint8Array, start: number, end: number): readonly Finding[] {
    const text = decodeText(bytes.subarray(start, end));
    return this.schemas.flatMap(({ name, validate }) => {
      try {
        const errors = validate(JSON.parse(text));
        return errors.length === 0 ? [] : schemaViolations(name, parseValueTree(bytes, start, end), errors);
      } catch (error) {
        return [uncheckedRecord(name, parseValueTree(bytes, start, end), error)];
      }
    });
  }
}
