/** The caller as identities, given as source text. */
export function identities(...pairs: readonly (readonly [type: string, identity: string])[]): Readonly<Record<string, string>> {
  return {
    callerIdentities: `[${pairs.map(([type, identity]) => `{"callerIdentityType":${type},"callerIdentity":${identity}}`).join(',')}]`,
  };
}

/** Targets, given as source text. */
export function targets(...pairs: readonly (readonly [type: string, name: string])[]): Readonly<Record<string, string>> {
  return { targetResources: `[${pairs.map(([type, name]) => `{"targetResourceType":${type},"targetResourceName":${name}}`).join(',')}]` };
}
