import { auditSchemaName } from '../formats/attestation/identifyingKeys.ts';
import { knownCategories } from '../record/categories.ts';
import { eventOf, heartbeatOperation, isHeartbeat } from '../record/operations.ts';
import { parseTime } from '../record/parseTime.ts';
import { knownResult } from '../record/results.ts';
import { isAddress } from '../record/addressForm.ts';
import { clean, verdict, type Verdict } from '../finding/verdict.ts';

/** Says what is remarkable about the text of one field. */
export type TextRule = (text: string) => readonly Verdict[];

/**
 * The rule for a documented key whose value is a string; for `auditEventCategory`, the rule for each of its items.
 * Undefined where any text will do. Text that the schema refuses (an empty operation) is no concern of a rule.
 */
export function ruleFor(key: string): TextRule | undefined {
  return rules.get(key);
}

/** Keys for which null is the regular form of "absent", so that empty text is remarkable. */
export const nullableTextKeys = [
  'resultDescription',
  'nCloud',
  'requestId',
  'callerIpAddress',
  'callerDisplayName',
  'ifxAuditFormat',
  'env_epoch',
  'env_iKey',
  'env_cv',
  'env_os',
  'env_osVer',
  'env_appId',
  'env_appVer',
  'env_cloud_ver',
  'env_cloud_name',
  'env_cloud_role',
  'env_cloud_roleVer',
  'env_cloud_roleInstance',
  'env_cloud_environment',
  'env_cloud_location',
  'env_cloud_deploymentUnit',
] as const;

/** The values of `env_name` and `env_ver` that make a record an audit record of this format. */
export const expectedVersions = { env_name: auditSchemaName, env_ver: '2.1' } as const;

const rules: ReadonlyMap<string, TextRule> = new Map<string, TextRule>([
  ...nullableTextKeys.map((key) => [key, (text: string) => emptyVerdicts(key, text)] as const),
  ['callerIpAddress', addressVerdicts],
  ['operationName', operationVerdicts],
  ['resultType', resultVerdicts],
  ['auditEventCategory', categoryVerdicts],
  ['env_name', (text) => versionVerdicts('env_name', text)],
  ['env_ver', (text) => versionVerdicts('env_ver', text)],
  ['env_time', timeVerdicts],
]);

function emptyVerdicts(key: string, text: string): readonly Verdict[] {
  return text === '' ? verdict('value.empty', key, 'null') : clean;
}

function addressVerdicts(text: string): readonly Verdict[] {
  return text === '' || isAddress(text) ? emptyVerdicts('callerIpAddress', text) : verdict('value.addressForm', text);
}

function operationVerdicts(text: string): readonly Verdict[] {
  if (text === '') {
    return clean;
  }
  const event = eventOf(text);
  if (event === undefined) {
    return isHeartbeat(text) ? spellingVerdicts(text, heartbeatOperation) : verdict('value.unknownOperation', text);
  }
  const spelling = spellingVerdicts(text, event.name);
  return event.adminOnly ? [...verdict('value.adminOnly', text), ...spelling] : spelling;
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

function versionVerdicts(key: keyof typeof expectedVersions, text: string): readonly Verdict[] {
  return text === expectedVersions[key] ? clean : verdict('value.version', key, text, expectedVersions[key]);
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
