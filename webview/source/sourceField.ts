import type { FieldDescription } from '../../src/protocol/describe.ts';
import { holderOf, pathOf, type SourceValue } from './sourceValue.ts';

/** The field of a record's detail that describes a value of its source; undefined for what none describes by itself. */
export function fieldOf(fields: readonly FieldDescription[], value: SourceValue): FieldDescription | undefined {
  const path = pathOf(value);
  const holder = pathOf(holderOf(value));
  const own = fields.filter(({ pointer }) => pointer === pointerText(holder));
  if (own.length === 0) {
    // Of a record that is JSON text in another one, the fields are those of the record inside.
    return value.isInText ? fields.find(({ pointer }) => pointer === pointerText(path.slice(holder.length))) : undefined;
  }
  const named = own.filter(({ name }) => name === nameText(path));
  const equal = new Set(own.map(({ name }) => name)).size === 1 ? own : named;
  // Of equal keys each has a field, in the order of the text.
  return equal[value.repeats];
}

/** A JSON pointer (RFC 6901). */
function pointerText(path: readonly (string | number)[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** A path as fields are named by it: `resources[0].ARN`. */
function nameText(path: readonly (string | number)[]): string {
  return path.map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`)).join('');
}
