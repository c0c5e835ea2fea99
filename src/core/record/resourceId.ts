/**
 * An Azure resource id taken apart:
 * `/subscriptions/<id>/resourceGroups/<name>/providers/<namespace>/<type>/<name>[/<type>/<name>…]`.
 * Azure compares these ids without regard to case, and so do all comparisons of the parts.
 */
export interface ResourceId {
  readonly subscription: string | null;
  readonly resourceGroup: string | null;
  /** Namespace of the resource provider, such as `Microsoft.Attestation`. */
  readonly provider: string | null;
  /** Type within the provider, `attestationProviders`; nested types are joined by `/`. */
  readonly type: string | null;
  /** The last part: the resource's own name; for Attestation the attestation instance. */
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
  const provider = segments[position + 1];
  const typed = segments.slice(position + 2);
  if (segments[position]!.toLowerCase() !== 'providers' || provider === undefined || typed.length === 0 || typed.length % 2 !== 0) {
    return undefined;
  }
  const type = typed.filter((_, index) => index % 2 === 0).join('/');
  return { subscription, resourceGroup, provider, type, instance: typed.at(-1)! };
}
