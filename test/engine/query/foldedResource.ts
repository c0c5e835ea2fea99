import { parseResourceId } from '../../../src/core/record/resourceId.ts';

/** A value of a field in the form in which counts compare it: Azure's resource ids and their parts are the same in any case. */
export function foldedResource(field: string, value: string | null): string | null {
  const isResource = field === 'instance' || (field.startsWith('target') && value !== null && parseResourceId(value) !== undefined);
  return isResource ? (value?.toLowerCase() ?? null) : value;
}
