import { isHeldByJavaScript, numberVerdicts } from '../../core/findings/numberRules.ts';
import { ruleFor } from '../../core/findings/valueRules.ts';
import { stringAt } from '../../core/reading/valueTree.ts';
import { ByteDictionary } from '../columns/byteDictionary.ts';
import type { RecordTable } from '../columns/recordTable.ts';
import { keyNumbers } from './keys.ts';
import { Verdicts } from './verdicts.ts';

/** Remembers for the values of fields whether anything can be found about them. */
export class FieldVerdicts {
  readonly operation: Verdicts;
  readonly result: Verdicts;
  readonly category: Verdicts;
  readonly address: Verdicts;
  /** Values of keys that have a rule but no column, by the key's id. */
  private readonly others = new Map<number, { readonly dictionary: ByteDictionary; readonly verdicts: Verdicts }>();

  constructor(table: RecordTable, seed: number) {
    this.operation = byRule('operationName', table.operations);
    this.result = byRule('resultType', table.results);
    this.category = byRule('auditEventCategory', table.categoryNames);
    this.address = byRule('callerIpAddress', table.addresses);
    for (const key of ['env_name', 'env_ver', 'env_flags', 'env_popSample'] as const) {
      const dictionary = new ByteDictionary(seed);
      this.others.set(keyNumbers[key], { dictionary, verdicts: new Verdicts((id) => isCleanSource(key, dictionary.text(id))) });
    }
  }

  /** Whether a scalar under a key without a column is clean, as far as its value goes. */
  isCleanOther(key: number, bytes: Uint8Array, start: number, end: number): boolean {
    const judged = this.others.get(key);
    if (judged !== undefined) {
      return judged.verdicts.isClean(judged.dictionary.intern(bytes, start, end));
    }
    const first = bytes[start]!;
    const isNumber = first === 0x2d || (first >= 0x30 && first <= 0x39);
    // JavaScript holds fifteen digits without an exponent, whatever they are.
    return !isNumber || (end - start <= 15 && !hasExponent(bytes, start, end));
  }
}

function byRule(key: string, dictionary: ByteDictionary): Verdicts {
  const rule = ruleFor(key);
  return new Verdicts((id) => rule === undefined || rule(dictionary.text(id)).length === 0);
}

/** Whether nothing can be found about a value of such a key, given as it is written. */
function isCleanSource(key: string, source: string): boolean {
  if (source.startsWith('"')) {
    const text = new TextEncoder().encode(source);
    return (ruleFor(key)?.(stringAt(text, 0, text.length)) ?? []).length === 0;
  }
  return !/^[-\d]/.test(source) || (numberVerdicts(key, source).length === 0 && isHeldByJavaScript(source));
}

function hasExponent(bytes: Uint8Array, start: number, end: number): boolean {
  for (let index = start; index < end; index++) {
    if ((bytes[index]! | 0x20) === 0x65) {
      return true;
    }
  }
  return false;
}
