import { isHeldByJavaScript, numberVerdicts } from '../../../core/rules/numberRules.ts';
import { ruleFor } from '../../../core/rules/valueRules.ts';
import type { Verdict } from '../../../core/finding/verdict.ts';
import { documentedKeys, fieldByKey } from '../../../core/formats/attestation/fields.ts';
import { keyOf } from '../../../core/formats/attestation/roleKeys.ts';
import { sourceText } from '../../../core/json/utf8.ts';
import { stringAt } from '../../../core/json/valueTree.ts';
import { ByteDictionary } from '../../columns/byteDictionary.ts';
import type { RecordTable } from '../../columns/recordTable.ts';
import { keyNumbers, numberedKeys } from './keys.ts';
import { internValue } from './values.ts';
import { Verdicts } from './verdicts.ts';

/** Keys without a column whose values have a rule of their own, and few distinct ones. */
const judgedKeys: readonly string[] = [...fieldByKey].flatMap(([key, { isNullable = false, type, minimum, expected }]) => {
  const isLimited = minimum !== undefined && key !== keyOf.sequence;
  return isLimited || (expected !== undefined && !(isNullable && [type].flat().includes('string'))) ? [key] : [];
});

interface Judged {
  readonly dictionary: ByteDictionary;
  readonly verdicts: Verdicts<Verdict>;
}

/** Remembers for the values of fields what can be found about them. */
export class FieldVerdicts {
  readonly operation: Verdicts<Verdict>;
  readonly result: Verdicts<Verdict>;
  readonly category: Verdicts<Verdict>;
  readonly address: Verdicts<Verdict>;
  /** Text values of the fields above, by the key's id. */
  private readonly columns: ReadonlyMap<number, Judged>;
  /** Values of {@link judgedKeys} as they are written, by the key's id. */
  private readonly others: (Judged | undefined)[] = documentedKeys.map(() => undefined);

  constructor(table: RecordTable, seed: number) {
    this.operation = byRule(keyOf.operation, table.operations);
    this.result = byRule(keyOf.result, table.results);
    this.category = byRule(keyOf.category, table.categoryNames);
    this.address = byRule(keyOf.address, table.addresses);
    this.columns = new Map([
      [keyNumbers.operation, { dictionary: table.operations, verdicts: this.operation }],
      [keyNumbers.result, { dictionary: table.results, verdicts: this.result }],
      [keyNumbers.address, { dictionary: table.addresses, verdicts: this.address }],
    ]);
    for (const key of judgedKeys) {
      const dictionary = new ByteDictionary(seed);
      this.others[numberedKeys.indexOf(key) + 1] = { dictionary, verdicts: new Verdicts((id) => scalarVerdicts(key, dictionary.text(id))) };
    }
  }

  /** Whether something may be to be said of a scalar under a key without a column by what it says. */
  isJudgedOther(key: number): boolean {
    return this.others[key] !== undefined;
  }

  /** Whether nothing is to be said of a scalar under a key without a column, as far as its value goes. */
  isCleanOther(key: number, bytes: Uint8Array, start: number, end: number): boolean {
    const judged = this.others[key];
    return judged === undefined || judged.verdicts.isClean(judged.dictionary.intern(bytes, start, end));
  }

  /** Whether anything may be to be said of the scalar under a key without a column: of most texts only if they are empty. */
  mayReport(key: number, bytes: Uint8Array, start: number, end: number): boolean {
    return this.others[key] === undefined ? end - start === 2 : !this.isCleanOther(key, bytes, start, end);
  }

  /** What is to be said of the scalar under any key, given as it is written. */
  ofScalar(key: number, bytes: Uint8Array, start: number, end: number): readonly Verdict[] {
    const judged = this.others[key];
    if (judged !== undefined) {
      return judged.verdicts.of(judged.dictionary.intern(bytes, start, end));
    }
    if (bytes[start] !== 0x22) {
      return [];
    }
    const column = this.columns.get(key);
    if (column !== undefined) {
      return column.verdicts.of(internValue(column.dictionary, bytes, start, end, 'escaped'));
    }
    const name = documentedKeys[key - 1];
    return name === undefined ? [] : (ruleFor(name)?.(stringAt(bytes, start, end)) ?? []);
  }
}

function byRule(key: string, dictionary: ByteDictionary): Verdicts<Verdict> {
  const rule = ruleFor(key);
  return new Verdicts((id) => rule?.(dictionary.text(id)) ?? []);
}

function scalarVerdicts(key: string, source: string): readonly Verdict[] {
  if (source.startsWith('"')) {
    const text = new TextEncoder().encode(source);
    return ruleFor(key)?.(stringAt(text, 0, text.length)) ?? [];
  }
  return /^[-\d]/.test(source) ? numberVerdicts(key, source) : [];
}

/** Whether JavaScript holds a number, so that the rules of its field say all that is to be reported about it. */
export function isPlainNumber(bytes: Uint8Array, start: number, end: number): boolean {
  let isShort = end - start <= 15;
  for (let index = start; isShort && index < end; index++) {
    isShort = (bytes[index]! | 0x20) !== 0x65;
  }
  return isShort || isHeldByJavaScript(sourceText(bytes, start, end));
}
