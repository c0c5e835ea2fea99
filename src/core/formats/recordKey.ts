import { isDocumented } from './attestation/fields.ts';

/** With these records of other writers are told, see `variants.ts`. */
const writerKeys: ReadonlySet<string> = new Set(['OperationName', 'CallerIdentities', 'TargetResources', 'payload']);

/** A key that a record has and no wrapper does. */
export function isRecordKey(key: string): boolean {
  return isDocumented(key) || writerKeys.has(key);
}
