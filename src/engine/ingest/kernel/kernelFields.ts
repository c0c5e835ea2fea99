import type { SignatureGroup } from '../../../core/record/results.ts';
import { keyNumbers } from '../values/keys.ts';
import type { RecordFields } from '../values/recordFields.ts';

/** Groups of signatures by the numbers that the kernel knows them by. */
const signatureGroups: readonly (SignatureGroup | undefined)[] = [undefined, 'clientError', 'failure'];

/** Sets what the value under a key means for the columns, by the number that the kernel knows it by. */
export function setField(fields: RecordFields, key: number, id: number): void {
  switch (key) {
    case keyNumbers.operation:
      fields.operation = id;
      break;
    case keyNumbers.result:
      fields.result = id;
      break;
    case keyNumbers.description:
      fields.description = id;
      break;
    case keyNumbers.category:
      fields.categories = id;
      break;
    case keyNumbers.address:
      fields.address = id;
      break;
    case keyNumbers.displayName:
      fields.displayName = id;
      break;
    case keyNumbers.epoch:
      fields.epoch = id;
      break;
    case keyNumbers.serviceRole:
      fields.cloudRole = id;
      break;
    case keyNumbers.serviceRoleInstance:
      fields.cloudRoleInstance = id;
      break;
    case keyNumbers.signature:
      fields.signature = signatureGroups[id];
      break;
    default:
    // Only that nothing is to be said of the value counts.
  }
}

/** The number by which the kernel knows the value under a key that was read into fields. */
export function fieldOf(fields: RecordFields, key: number): number {
  switch (key) {
    case keyNumbers.operation:
      return fields.operation;
    case keyNumbers.result:
      return fields.result;
    case keyNumbers.description:
      return fields.description;
    case keyNumbers.category:
      return fields.categories;
    case keyNumbers.address:
      return fields.address;
    case keyNumbers.displayName:
      return fields.displayName;
    case keyNumbers.epoch:
      return fields.epoch;
    case keyNumbers.serviceRole:
      return fields.cloudRole;
    case keyNumbers.serviceRoleInstance:
      return fields.cloudRoleInstance;
    case keyNumbers.signature:
      return signatureGroups.indexOf(fields.signature);
    default:
      return 0;
  }
}
