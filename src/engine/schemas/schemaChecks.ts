import type { Finding } from '../../core/finding/finding.ts';
import type { FindingCode } from '../../core/finding/codes.ts';
import { decodeText } from '../../core/json/utf8.ts';
import { parseValueTree } from '../../core/json/valueTree.ts';
import type { Validate } from './compileSchema.ts';
import { schemaViolations, uncheckedRecord } from './schemaViolations.ts';
import { Steps, TooManySteps } from './steps.ts';

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

/** Holds the records of one log against schemas of users' own. */
export class SchemaChecks {
  private readonly schemas: readonly { readonly schema: OwnSchema; readonly steps: Steps; isLeftOut: boolean }[];
  private readonly replacesOwn: boolean;

  constructor(schemas: readonly OwnSchema[]) {
    this.schemas = schemas.map((schema) => ({ schema, steps: new Steps(), isLeftOut: false }));
    this.replacesOwn = schemas.some(({ mode }) => mode === 'replace');
  }

  /** Whether a finding that the format itself has led to still counts. */
  counts({ code }: Finding): boolean {
    return !this.replacesOwn || !ofFormat.has(code);
  }

  /** What the schemas do not allow in a record, which is valid JSON. Places are offsets into the bytes. */
  check(bytes: Uint8Array, start: number, end: number): readonly Finding[] {
    const text = decodeText(bytes.subarray(start, end));
    return this.schemas.flatMap((one): readonly Finding[] => {
      const { steps, schema } = one;
      if (one.isLeftOut) {
        return [];
      }
      steps.allow(end - start);
      try {
        const errors = schema.validate(JSON.parse(text), steps);
        return errors.length === 0 ? [] : schemaViolations(schema.name, parseValueTree(bytes, start, end), errors);
      } catch (error) {
        if (error instanceof TooManySteps) {
          one.isLeftOut = true;
          return [{ code: 'schema.unusable', pointer: '', start, end, args: [schema.name, 'steps'] }];
        }
        return [uncheckedRecord(schema.name, parseValueTree(bytes, start, end), error)];
      }
    });
  }
}
