/**
 * An Azure resource id taken apart:
 * `/subscriptions/<id>/resourceGroups/<name>/providers/<namespace>/<type>/<name>[/<type>/<name>…]`.
 * Ids of subscriptions, groups, and of what is in a tenant leave parts out; what extends another resource has
 * `/providers/<namespace>/<type>/<name>` once more after the id of that one.
 * Azure compares these ids without regard to case, and so do all comparisons of the parts.
 */
export interface ResourceId {
  readonly subscription: string | null;
  readonly resourceGroup: string | null;
  /** Namespace of the resource provider, such as `Microsoft.Attestation`; of an extension its own. */
  readonly provider: string | null;
  /** Type within the provider, `attestationProviders`; nested types are joined by `/`. */
  readonly type: string | null;
  /** The last part: the resource's own name; for Attestation the attestation instance. Null where the id ends with a type or provider. */
  readonly instance: string | null;
}

/** Takes an id apart; undefined where it does not have the form of a resource id at all. */
export function parseResourceId(text: string): ResourceId | undefined {
  const segments = text.split('/');
  if (segments.length < 3 || segments[0] !== '' || segments.slice(1).some((segment) => segment === '')) {
    return undefined;
  }
  let subscription: string | null = null;
  let resourceGroup: string | null = null;
  let position = 1;
  if (segments[position]!.toLowerCase() === 'subscriptions') {
    subscription = segments[position + 1] ?? null;
    position += 2;
  }
  if (segments[position]?.toLowerCase() === 'resourcegroups' && segments[position + 1] !== undefined) {
    resourceGroup = segments[position + 1]!;
    position += 2;
  }
  if (position === segments.length) {
    return subscription === null ? undefined : { subscription, resourceGroup, provider: null, type: null, instance: null };
  }
  const resource = parseProviders(segments.slice(position));
  return resource === undefined || (subscription === null && resource.instance === null)
    ? undefined
    : { subscription, resourceGroup, ...resource };
}

/** What is named from `providers` on: the last resource, which may extend the one before it, or the type of several. */
function parseProviders(segments: readonly string[]): Pick<ResourceId, 'provider' | 'type' | 'instance'> | undefined {
  let provider: string | null = null;
  let types: string[] = [];
  let instance: string | null = null;
  for (let position = 0; position < segments.length; position += 2) {
    const name = segments[position + 1] ?? null;
    const isProvider = segments[position]!.toLowerCase() === 'providers';
    if (isProvider ? name === null : provider === null) {
      return undefined;
    }
    provider = isProvider ? name : provider;
    types = isProvider ? [] : [...types, segments[position]!];
    instance = isProvider ? null : name;
  }
  return { provider, type: types.join('/') || null, instance };
}
