import { describeRecordFields } from '../../../src/core/describe/describeFields.ts';
import type { FieldDescription } from '../../../src/core/describe/fieldDescription.ts';
import { parseValueTree } from '../../../src/core/json/valueTree.ts';
import { words } from './words.ts';

/** Describes the fields of a record given as JSON text. */
export function described(json: string): readonly FieldDescription[] {
  const bytes = new TextEncoder().encode(json);
  return describeRecordFields(bytes, parseValueTree(bytes, 0, bytes.length));
}

/** The explanation of a field, a line for each line. */
export function explained(field: FieldDescription | undefined): readonly string[] | undefined {
  return field?.explanation.map(({ label, value }) => `${words(label)}: ${words(value)}`);
}
