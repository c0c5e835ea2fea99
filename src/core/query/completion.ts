import { fieldNames, queryFields, resolveField } from './fields.ts';
import { functionNames, isCounted, type FunctionName } from './wholeLog.ts';

/** What could be written at a place of a filter. `from` to `to` (UTF-16 units) is the text that a choice replaces. */
export type Completion =
  | {
      readonly kind: 'field';
      /** What is before the caret of the word. */
      readonly prefix: string;
      readonly from: number;
      readonly to: number;
      /** Names as they are written before an operator, best first; without a prefix only the fields with names of their own. */
      readonly fields: readonly string[];
      /** What a choice is followed by: an operator, or what a function expects. */
      readonly after: ':' | ')' | ', ' | ') < ';
      /** Operators that can be here as well. */
      readonly operators: readonly ('AND' | 'OR' | 'NOT')[];
      /** Functions that can be here as well. */
      readonly functions: readonly FunctionName[];
    }
  | {
      readonly kind: 'value';
      /** The field's one name, as `facets` takes it. */
      readonly field: string;
      /** The value's text before the caret, without quotes and escapes. */
      readonly prefix: string;
      readonly from: number;
      readonly to: number;
    };

/** A word and what of it is before the caret. */
export interface Place {
  readonly prefix: string;
  readonly from: number;
  readonly to: number;
}

/** The fields, and what else can be where a term begins. */
export function termCompletion(place: Place, afterTerm: boolean, documented: readonly string[]): Completion {
  const { prefix } = place;
  const operators = afterTerm ? (['AND', 'OR', 'NOT'] as const) : (['NOT'] as const);
  const starts = (name: string): boolean => name.toLowerCase().startsWith(prefix.toLowerCase());
  return {
    kind: 'field',
    ...place,
    fields: nearFields(prefix, documented),
    after: ':',
    operators: operators.filter(starts),
    functions: prefix === '' ? [] : functionNames.filter(starts),
  };
}

const afterArgument = { first: ')', rare: ', ', count: ') < ' } as const;

/** The fields that a function takes. */
export function argumentCompletion(place: Place, name: FunctionName, documented: readonly string[]): Completion {
  const fields = nearFields(place.prefix, documented).filter((field) => isCounted(resolveField(field) ?? { kind: 'key', name: field }));
  return { kind: 'field', ...place, fields, after: afterArgument[name], operators: [], functions: [] };
}

/** Those that begin with what is typed, and after them those that hold it. */
function nearFields(prefix: string, documented: readonly string[]): readonly string[] {
  const wanted = prefix.toLowerCase();
  const names = prefix === '' ? queryFields.map((field) => field.name) : [...fieldNames, ...documented];
  const starting = names.filter((name) => name.toLowerCase().startsWith(wanted));
  return [...starting, ...names.filter((name) => !starting.includes(name) && name.toLowerCase().includes(wanted))];
}
