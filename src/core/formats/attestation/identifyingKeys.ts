import { isDocumented } from './fields.ts';

/** What makes an object an audit record: the one place in the program that says so. */

/** Two of these keys make an object an audit record. Writers differ in casing: see {@link identifyingKeysLowerCase}. */
export const identifyingKeys = ['operationName', 'callerIdentities', 'targetResources', 'auditEventCategory'] as const;

export const identifyingKeysLowerCase: readonly string[] = identifyingKeys.map((key) => key.toLowerCase());

/** The same keys as writers of PascalCase records have them. */
export const pascalCaseIdentifyingKeys: readonly string[] = identifyingKeys.map((key) =>
  key.replace(/^./, (letter) => letter.toUpperCase()),
);

/** `env_name` with this value makes an object an audit record by itself. */
export const auditSchemaName = '#Ifx.AuditSchema';

/** Documented keys that objects inside records have too, of one writer or another: they identify nothing. */
export const sharedKeys: ReadonlySet<string> = new Set(['resultType', 'resultDescription', 'callerDisplayName', 'callerIpAddress']);

const undocumentedRecordKeys: ReadonlySet<string> = new Set([...pascalCaseIdentifyingKeys, 'payload']);

/** A key that a record has and no wrapper around records does. */
export function isRecordKey(key: string): boolean {
  return isDocumented(key) || undocumentedRecordKeys.has(key);
}

/** Documented keys that the records of other formats have as well. */
const keysOfOthers: ReadonlySet<string> = new Set([...sharedKeys, 'operationName', 'requestId', 'targetResources']);

/** A key that only records of this format have. */
export function isOwnKey(key: string): boolean {
  return isDocumented(key) && !keysOfOthers.has(key);
}
