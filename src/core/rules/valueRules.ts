import { auditSchemaName } from '../formats/attestation/identifyingKeys.ts';
import { eventOf, heartbeatOperation, isHeartbeat } from '../formats/attestation/events.ts';
import { fieldByKey } from '../formats/attestation/fields.ts';
import { keyOf } from '../formats/attestation/roleKeys.ts';
import { knownCategories } from '../record/categories.ts';
import { parseTime } from '../record/parseTime.ts';
import { knownResult } from '../record/results.ts';
import { isAddress } from '../record/addressForm.ts';
import { clean, verdict, type Verdict } from '../finding/verdict.ts';

/** Says what is remarkable about the text of one field. */
export type TextRule = (text: string) => readonly Verdict[];

/**
 * The rule for a documented key whose value is a string; for the categories, the rule for each of its items.
 * Undefined where any text will do. Text that the schema refuses (an empty operation) is no concern of a rule.
 */
export function ruleFor(key: string): TextRule | undefined {
  return rules.get(key);
}

/** The version of the schema that makes a record an audit record of this format. */
export const expectedVersion = fieldByKey.get(keyOf.schemaVersion)?.expected ?? '';

/** Keys for which null is the regular form of "absent", so that empty text is remarkable. */
const nullableTextKeys: readonly string[] = [...fieldByKey].flatMap(([key, { type, isNullable = false }]) =>
  isNullable && [type].flat().includes('string') ? [key] : [],
);

const rules: ReadonlyMap<string, TextRule> = new Map<string, TextRule>([
  ...nullableTextKeys.map((key) => [key, (text: string) => emptyVerdicts(key, text)] as const),
  [keyOf.address, addressVerdicts],
  [keyOf.operation, operationVerdicts],
  [keyOf.result, resultVerdicts],
  [keyOf.category, categoryVerdicts],
  [keyOf.schemaName, (text) => versionVerdicts(keyOf.schemaName, text, auditSchemaName)],
  [keyOf.schemaVersion, (text) => versionVerdicts(keyOf.schemaVersion, text, expectedVersion)],
  [keyOf.time, timeVerdicts],
]);

function emptyVerdicts(key: string, text: string): readonly Verdict[] {
  return text === '' ? verdict('value.empty', key, 'null') : clean;
}

function addressVerdicts(text: string): readonly Verdict[] {
  return text === '' || isAddress(text) ? emptyVerdicts(keyOf.address, text) : verdict('value.addressForm', text);
}

function operationVerdicts(text: string): readonly Verdict[] {
  if (text === '') {
    return clean;
  }
  const event = eventOf(text);
  if (event === undefined) {
    return isHeartbeat(text) ? spellingVerdicts(text, heartbeatOperation) : verdict('value.unknownOperation', text);
  }
  const spelling = spellingVerdicts(text, event.operation);
  return event.isAdminOnly === true ? [...verdict('value.adminOnly', text), ...spelling] : spelling;
}

function resultVerdicts(text: string): readonly Verdict[] {
  if (text === '') {
    return clean;
  }
  const known = knownResult(text);
  return known === undefined ? verdict('value.unknownResult', text) : spellingVerdicts(text, known.canonical);
}

const categoryByFold: ReadonlyMap<string, string> = new Map([...knownCategories].toReversed().map((name) => [name.toLowerCase(), name]));

function categoryVerdicts(text: string): readonly Verdict[] {
  if (knownCategories.has(text)) {
    return clean;
  }
  const regular = categoryByFold.get(text.replace(/\s/g, '').toLowerCase());
  return regular === undefined ? verdict('value.unknownCategory', text) : verdict('value.spelling', text, regular);
}

function versionVerdicts(key: string, text: string, expected: string): readonly Verdict[] {
  return text === expected ? clean : verdict('value.version', key, text, expected);
}

function timeVerdicts(text: string): readonly Verdict[] {
  const time = parseTime(text);
  if (time === undefined) {
    return verdict('value.time', text);
  }
  return time.zone === 'none' ? verdict('value.timeZone', text) : clean;
}

function spellingVerdicts(text: string, regular: string): readonly Verdict[] {
  return text === regular ? clean : verdict('value.spelling', text, regular);
}
