import { isAddress } from '../../record/addressForm.ts';
import { message } from '../../finding/message.ts';
import { identityTypeOf, labelRank } from '../../record/identities.ts';
import type { Explanation } from '../fieldDescription.ts';
import { line, note } from './explanation.ts';

export function explainIdentityType(text: string): readonly Explanation[] {
  const type = identityTypeOf(text);
  if (type === undefined) {
    return [note('unknownIdentityType')];
  }
  const lines = [line('meaning', message(`describe.identityType.${type.name}`))];
  if (type.name !== text) {
    lines.push(line('spellingOf', type.name));
  }
  lines.push(note(type.documented ? 'documentedIdentityType' : 'otherIdentityType'));
  return lines;
}

/**
 * Explains an identity by its type and by the types beside it, of which the best names the caller.
 *
 * @param type of this identity, null where the record gives none.
 * @param types of all identities of the record.
 */
export function explainIdentity(type: string | null, types: readonly string[]): readonly Explanation[] {
  if (type === null) {
    return [note('identityWithoutType')];
  }
  const known = identityTypeOf(type);
  const lines = [known === undefined ? note('unknownIdentityType') : line('kind', message(`describe.identityType.${known.name}`))];
  if (known?.name === 'TenantId') {
    lines.push(note('sharedTenant'));
  }
  const rank = labelRank(type);
  if (rank !== undefined && types.every((other) => (labelRank(other) ?? Infinity) >= rank)) {
    lines.push(note('namesCaller'));
  }
  return lines;
}

export function explainAddress(text: string): readonly Explanation[] {
  if (!isAddress(text)) {
    return [note('noAddress')];
  }
  // An IPv6 address with a port is in brackets; without them a port can only follow an IPv4 address.
  const [, inBrackets, portOfSix] = /^\[(.*)\](?::(\d+))?$/.exec(text) ?? [];
  const [, four, portOfFour] = /^([\d.]+)(?::(\d+))?$/.exec(text) ?? [];
  const inner = inBrackets ?? four ?? text;
  const mapped = /^::ffff:([\d.]+)$/i.exec(inner)?.[1];
  const kind = mapped === undefined ? (inner.includes(':') ? 'ipv6' : 'ipv4') : 'mapped';
  const address = mapped ?? inner;
  const port = portOfSix ?? portOfFour;
  return [
    line('addressKind', message(`describe.address.${kind}`)),
    ...(address === text ? [] : [line('address', address)]),
    ...(port === undefined ? [] : [line('port', port)]),
  ];
}
