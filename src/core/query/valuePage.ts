import { demandsOf, fieldValuesOf } from './editQuery.ts';
import { fieldName, resolveField, type FieldRef } from './fields.ts';
import type { CallerSubject, PageSubject } from './pageQuery.ts';

/** The page that is about a value of a field. */
export type ValuePage = CallerSubject | Extract<PageSubject, { readonly kind: 'target' | 'value' }>;

/** The page of a value: that of the caller or of the target that it names, else one of its own. Undefined for no field. */
export function pageOfValue(field: string, value: string): ValuePage | undefined {
  const ref = resolveField(field);
  return ref && pageOf(ref, value);
}

/** The page of the value that a term such as `request:9f41` demands; undefined where it demands none, or more than one. */
export function pageOfTerm(term: string): ValuePage | undefined {
  const [demand, ...others] = demandsOf(term);
  if (demand?.kind !== 'field' || others.length > 0) {
    return undefined;
  }
  const [value, ...further] = fieldValuesOf(term, fieldName(demand.field));
  return typeof value !== 'string' || further.length > 0 ? undefined : pageOf(demand.field, value);
}

function pageOf(field: FieldRef, value: string): ValuePage {
  switch (field.kind) {
    case 'caller':
      return { kind: 'caller', type: field.type, value };
    case 'target':
      return targetPage(field.type, value);
    case 'key':
      return { kind: 'value', field: fieldName(field), value };
    case 'named':
      return namedPage(field.name, value);
  }
}

function namedPage(field: string, value: string): ValuePage {
  switch (field) {
    case 'caller':
      return { kind: 'caller', type: '', value };
    case 'subscription':
    case 'resourceGroup':
    case 'instance':
      return targetPage(field, value);
    default:
      return { kind: 'value', field, value };
  }
}

function targetPage(level: string, name: string): ValuePage {
  return { kind: 'target', path: [{ level, name }] };
}
