import { message } from '../../message.ts';
import { identityTypeOf, labelRank } from '../../record/identities.ts';
import type { Explanation } from '../fieldDescription.ts';
import { line, note } from './explanation.ts';

export function explainIdentityType(text: string): readonly Explanation[] {
  const type = identityTypeOf(text);
  if (type === undefined) {
    return [note('unknownIdentityType')];
  }
  const lines = [line('meaning', type.meaning)];
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
  const lines = [known === undefined ? note('unknownIdentityType') : line('kind', known.meaning)];
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
  const mapped = /^\[?::ffff:(\d+\.\d+\.\d+\.\d+)(?:\]:(\d+)|\]?)$/i.exec(text);
  const plain = /^(\d+\.\d+\.\d+\.\d+)(?::(\d+))?$/.exec(text);
  const six = /^\[([0-9a-f:.]*:[0-9a-f:.]*)\](?::(\d+))?$/i.exec(text) ?? /^([0-9a-f]*:[0-9a-f:.]*:[0-9a-f:.]*)$/i.exec(text);
  const match = mapped ?? plain ?? six;
  const address = match?.[1];
  if (match === null || address === undefined || (match !== six && address.split('.').some((part) => Number(part) > 255))) {
    return [note('noAddress')];
  }
  const kind = match === mapped ? 'mapped' : match === plain ? 'ipv4' : 'ipv6';
  const lines = [line('addressKind', message(`describe.address.${kind}`))];
  if (address !== text) {
    lines.push(line('address', address));
  }
  return match[2] === undefined ? lines : [...lines, line('port', match[2])];
}
