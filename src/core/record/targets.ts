/**
 * On what it was done. `targetResources` is a property bag in the form of an array: each element names a kind of target
 * and its value, and a kind may repeat.
 */
export interface TargetType {
  readonly name: string;
  readonly meaning: string;
}

/** The six kinds that the Attestation documentation names, from wide to narrow. */
export const targetTypes: readonly TargetType[] = [
  { name: 'Environment', meaning: 'Cloud environment, such as PublicCloud' },
  { name: 'ServiceRegion', meaning: 'Azure region in which the service ran' },
  { name: 'ServiceRole', meaning: 'Role of the service that did the work' },
  { name: 'ServiceRoleInstance', meaning: 'Instance of the role, one running copy of the service' },
  { name: 'ResourceId', meaning: 'Azure resource id of the attestation instance' },
  { name: 'ResourceRegion', meaning: 'Azure region of the resource' },
];

const byFoldedName: ReadonlyMap<string, TargetType> = new Map(targetTypes.map((type) => [type.name.toLowerCase(), type]));

/** Looks a kind up without regard to case; undefined for one that nobody has documented. */
export function targetTypeOf(name: string): TargetType | undefined {
  return byFoldedName.get(name.toLowerCase());
}
