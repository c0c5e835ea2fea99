import { resolveField } from '../../src/core/query/fields.ts';

export type LaneOrder = 'count' | 'first' | 'name';

/** What the user has chosen of the lanes; plain data, for it is kept while the page is not there. */
export interface LaneChoice {
  readonly field: string;
  readonly innerField: string;
  readonly order: LaneOrder;
  /** Text that names have to contain; empty for all. */
  readonly search: string;
  /** Keys of headings that are closed. */
  readonly closed: readonly string[];
  /** Keys of values whose inner lanes are shown. */
  readonly open: readonly string[];
  /** Keys of values that come first. */
  readonly pinned: readonly string[];
}

/** What lanes are made of before the user has chosen: who did what. */
export const firstChoice: LaneChoice = {
  field: 'caller',
  innerField: 'operation',
  order: 'count',
  search: '',
  closed: [],
  open: [],
  pinned: [],
};

/** Whether something that was kept is such a choice. */
export function isLaneChoice(value: unknown): value is LaneChoice {
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  const { field, innerField, order, search, closed, open, pinned } = value as Readonly<Record<string, unknown>>;
  const isText = (one: unknown): boolean => typeof one === 'string';
  return (
    [field, innerField].every((one) => typeof one === 'string' && resolveField(one) !== undefined) &&
    isText(search) &&
    (order === 'count' || order === 'first' || order === 'name') &&
    [closed, open, pinned].every((keys) => Array.isArray(keys) && keys.every(isText)) &&
    (open as readonly string[]).every(isValueKey)
  );
}

function isValueKey(key: string): boolean {
  try {
    const { field, value } = valueOfKey(key);
    return typeof field === 'string' && (value === null || typeof value === 'string');
  } catch {
    return false;
  }
}

/** The key of a value of a field, or of one within a value of the outer field. */
export function valueKey(field: string, value: string | null, within?: string | null): string {
  return JSON.stringify(within === undefined ? [field, value] : [field, value, within]);
}

/** The outer value that a key stands for. */
export function valueOfKey(key: string): { readonly field: string; readonly value: string | null } {
  const [field, value] = JSON.parse(key) as readonly [string, string | null];
  return { field, value };
}
