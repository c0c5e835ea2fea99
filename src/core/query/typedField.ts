import type { DocumentedNames } from '../formats/documentedNames.ts';
import { fieldName, resolveField } from './fields.ts';

/**
 * The name of the field that a user means who types one without quotes: `operation`, `userIdentity.arn`, `key.a.b`; a name that
 * is no field is that of a key. Undefined without a name.
 */
export function typedField(typed: string, documented?: DocumentedNames): string | undefined {
  const name = typed.trim();
  if (name === '' || /^(?:key|caller|target)\.$/i.test(name)) {
    return undefined;
  }
  return fieldName(resolveField(name, documented) ?? { kind: 'key', name });
}
