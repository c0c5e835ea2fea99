/**
 * On what it was done. `targetResources` is a property bag in the form of an array: each element names a kind of target
 * and its value, and a kind may repeat.
 */
export interface TargetType {
  readonly name: string;
}

/** The six kinds that the Attestation documentation names, from wide to narrow. */
export const targetTypes: readonly TargetType[] = [
  { name: 'Environment' },
  { name: 'ServiceRegion' },
  { name: 'ServiceRole' },
  { name: 'ServiceRoleInstance' },
  { name: 'ResourceId' },
  { name: 'ResourceRegion' },
];

const byFoldedName: ReadonlyMap<string, TargetType> = new Map(targetTypes.map((type) => [type.name.toLowerCase(), type]));

/** Looks a kind up without regard to case; undefined for one that nobody has documented. */
export function targetTypeOf(name: string): TargetType | undefined {
  return byFoldedName.get(name.toLowerCase());
}
