import { attestationFormat } from '../../formats/attestation/attestationFormat.ts';
import { keyOf } from '../../formats/attestation/roleKeys.ts';
import { variantKeys } from '../../formats/attestation/variants.ts';
import { labelOrder } from '../../record/identities.ts';
import { groupsByResult, resultsFromBest } from '../../record/results.ts';
import { blanksClass } from './blanks.ts';
import { eventNames, pairKeys } from './jqFields.ts';
import { jqFold, jqText } from './jqText.ts';

/** The words with which a program stops at a record that it cannot judge exactly. */
export interface JqFaults {
  /** The record is none of Attestation in the documented form. */
  readonly form: string;
  /** A value is a number, an object or an array where text is compared: jq does not keep how it is written. */
  readonly value: string;
  /** A time is in another notation than `2020-11-23T18:23:29.9427158Z`. */
  readonly time: string;
}

const list = (texts: readonly string[]): string => texts.map(jqText).join(', ');
const foldAscii = jqFold('ik');

/** The pattern of an HTTP status of a hundred, as `signatureGroupOf` reads it. */
const signature = (hundreds: string): string => jqText(`\\A${blanksClass}*${hundreds}[0-9][0-9](?![0-9])`);

/** Definitions of a program, by name, with those that they use; each stands after what it uses. */
const definitions: Readonly<Record<string, { readonly uses: readonly string[]; readonly text: (faults: JqFaults) => string }>> = {
  record: {
    uses: [],
    text: ({ form }) =>
      [
        'def record:',
        `  if type == "object" and any(keys_unsorted[]; IN(${list(attestationFormat.ownKeys ?? [])}))`,
        `    and (any(keys_unsorted[]; IN(${list(variantKeys)})) | not)`,
        `  then . else error(${jqText(form)}) end;`,
      ].join('\n'),
  },
  scalar: {
    uses: [],
    text: ({ value }) =>
      `def scalar: if type == "string" or type == "null" then . elif type == "boolean" then tostring else error(${jqText(value)}) end;`,
  },
  fold: { uses: [], text: () => `def fold: ${foldAscii};` },
  withoutBlanks: { uses: [], text: () => `def withoutBlanks: gsub(${jqText(blanksClass)}; "");` },
  pairs: {
    uses: ['scalar'],
    // A parameter is a function of its name as well: none may be called as one that is used.
    text: () =>
      [
        'def pairs($listKey; $typeKey; $valueKey):',
        '  .[$listKey] | if type == "array" then .[] else . end | select(type == "object" and (has($typeKey) or has($valueKey)))',
        '  | {type: (.[$typeKey] | scalar // ""), value: (.[$valueKey] | scalar)};',
      ].join('\n'),
  },
  identities: { uses: ['pairs'], text: () => pairsDefinition('identities') },
  targets: { uses: ['pairs'], text: () => pairsDefinition('targets') },
  caller: {
    uses: ['identities', 'fold'],
    text: () =>
      [
        'def caller: [identities] as $all | $all[].value,',
        `  (if any($all[]; .value != null and (.type | fold | IN(${list(labelOrder.map((name) => name.toLowerCase()))}))) then empty`,
        `   else .${keyOf.displayName} | scalar | if . == null or . == "" then "unknown caller", null else . end end);`,
      ].join('\n'),
  },
  event: {
    uses: ['scalar', 'fold', 'withoutBlanks'],
    text: () => `def event: .${keyOf.operation} | values | scalar | ${JSON.stringify(eventNames)}[withoutBlanks | fold];`,
  },
  resultGroup: {
    uses: ['scalar', 'fold', 'withoutBlanks'],
    text: () =>
      [
        'def resultGroup:',
        `  (${JSON.stringify(groupsByResult)}[.${keyOf.result} | scalar // "" | withoutBlanks | fold] // "other") as $group`,
        `  | .${keyOf.signature} | if type == "number" then tojson elif type == "string" then . else "" end`,
        `  | (if test(${signature('4')}) then "clientError" elif test(${signature('5')}) then "failure" else "success" end) as $signature`,
        `  | [${list(resultsFromBest)}] as $order`,
        '  | $order[[($order | index($group)), ($order | index($signature))] | max];',
      ].join('\n'),
  },
  number: {
    uses: [],
    text: () =>
      [
        'def number: if type == "number" then . elif type == "string"',
        '  then select(test("\\\\A[+-]?[0-9]+(?:\\\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?\\\\z"))',
        '    | sub("\\\\A\\\\+"; "") | sub("\\\\A(?<sign>-?)0+(?=[0-9])"; .sign) | tonumber',
        '  else empty end;',
      ].join('\n'),
  },
  moment: {
    uses: [],
    text: ({ time }) =>
      [
        'def moment:',
        '  (capture("\\\\A(?<day>(?<y>[0-9]{4})-(?<m>[0-9]{2})-(?<d>[0-9]{2})T(?<h>[0-9]{2}):(?<min>[0-5][0-9]):(?<s>[0-5][0-9]))(?:\\\\.(?<f>[0-9]{1,9}))?Z\\\\z")',
        `   // if test("[0-9]") then error(${jqText(time)}) else null end)`,
        '  | values | (.y | tonumber) as $y | (.m | tonumber) as $m',
        '  | (if $m == 2 then (if $y % 4 == 0 and ($y % 100 != 0 or $y % 400 == 0) then 29 else 28 end)',
        '     elif $m | IN(4, 6, 9, 11) then 30 else 31 end) as $days',
        '  | select($y > 0 and $m > 0 and $m < 13 and (.d | tonumber) > 0 and (.d | tonumber) <= $days and (.h | tonumber) < 24)',
        '  | .day + "." + ((.f // "") + "0000000")[0:7];',
      ].join('\n'),
  },
};

function pairsDefinition(name: keyof typeof pairKeys): string {
  const { list: key, type, value } = pairKeys[name];
  return `def ${name}: pairs(${[key, type, value].map(jqText).join('; ')});`;
}

/** The definitions that an expression uses, those that these use, and the guard of every program. */
export function jqPrelude(expression: string, faults: JqFaults): string {
  const needed = new Set<string>();
  const need = (name: string): void => {
    if (!needed.has(name)) {
      definitions[name]!.uses.forEach(need);
      needed.add(name);
    }
  };
  need('record');
  for (const name of Object.keys(definitions)) {
    if (new RegExp(`\\b${name}\\b(?!")`).test(expression)) {
      need(name);
    }
  }
  return [...needed].map((name) => definitions[name]!.text(faults)).join('\n');
}
