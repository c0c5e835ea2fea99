import { canonicalAddress } from './address.ts';

/** Whether a text is an address as `callerIpAddress` holds it: IPv4 or IPv6, with or without a port. */
export function isAddress(text: string): boolean {
  return canonicalAddress(text) !== undefined;
}
