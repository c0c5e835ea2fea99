import { stepsOf } from '../definition/paths.ts';
import { attestationFormat } from './attestationFormat.ts';
import { isDocumented } from './fields.ts';
import { keyOf } from './roleKeys.ts';

/** What makes an object an audit record: the evidence that `format.json` lists. */

const { detection, ownKeys = [], envelopes = [] } = attestationFormat;

/** Two of these keys make an object an audit record. Writers differ in casing: see {@link identifyingKeysLowerCase}. */
export const identifyingKeys: readonly string[] = detection.flatMap(({ path, startsWith }) =>
  startsWith === undefined ? stepsOf(path) : [],
);

export const identifyingKeysLowerCase: readonly string[] = identifyingKeys.map((key) => key.toLowerCase());

/** The same keys as writers of PascalCase records have them. */
export const pascalCaseIdentifyingKeys: readonly string[] = identifyingKeys.map((key) =>
  key.replace(/^./, (letter) => letter.toUpperCase()),
);

/** The key of the schema's name with this value makes an object an audit record by itself. */
export const auditSchemaName = detection.find(({ startsWith }) => startsWith !== undefined)?.startsWith ?? '';

/** The key of a record whose value may be the audit record, as an object or as JSON text. */
export const envelopeKey = stepsOf(envelopes[0] ?? '')[0]!;

/** Documented keys that objects inside records have too, of one writer or another: they identify nothing. */
export const sharedKeys: ReadonlySet<string> = new Set([keyOf.result, keyOf.description, keyOf.displayName, keyOf.address]);

const undocumentedRecordKeys: ReadonlySet<string> = new Set([...pascalCaseIdentifyingKeys, envelopeKey]);

/** A key that a record has and no wrapper around records does. */
export function isRecordKey(key: string): boolean {
  return isDocumented(key) || undocumentedRecordKeys.has(key);
}

const own: ReadonlySet<string> = new Set(ownKeys);

/** A key that only records of this format have. */
export function isOwnKey(key: string): boolean {
  return own.has(key);
}
