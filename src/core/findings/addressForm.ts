/**
 * Whether a text is an address as `callerIpAddress` holds it: IPv4, IPv6 (also with an IPv4 address in its last 32 bits,
 * `::ffff:10.0.0.1`, or with a zone), each with or without a port. An IPv6 address with a port stands in brackets, but where
 * it ends in an IPv4 address: there a port behind cannot be taken for a part of it.
 */
export function isAddress(text: string): boolean {
  // The longest address with zone and port is far shorter; a longer text is not worth matching.
  if (text.length > 100) {
    return false;
  }
  const [, six, portOfSix = '0'] = /^\[(.*)\](?::(\d+))?$/.exec(text) ?? [];
  if (six !== undefined) {
    return isIPv6(six) && Number(portOfSix) <= lastPort;
  }
  const [, four, port = '0'] = /^([\d.]+)(?::(\d+))?$/.exec(text) ?? [];
  if (four !== undefined) {
    return isIPv4(four) && Number(port) <= lastPort;
  }
  const [, embedding = text, portOfEmbedding = '0'] = /^(.*:[\d.]+\.\d+):(\d+)$/.exec(text) ?? [];
  return isIPv6(embedding) && Number(portOfEmbedding) <= lastPort;
}

const lastPort = 65_535;

/** Without leading zeros, which some programs take for octal. */
function isIPv4(text: string): boolean {
  const parts = text.split('.');
  return parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255);
}

function isIPv6(text: string): boolean {
  const address = text.replace(/%[\w.-]+$/, '');
  const halves = address.split('::');
  if (halves.length > 2) {
    return false;
  }
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1) ?? '';
  const embedsIPv4 = isIPv4(last) && address.endsWith(last);
  const inHex = embedsIPv4 ? groups.slice(0, -1) : groups;
  const count = inHex.length + (embedsIPv4 ? 2 : 0);
  return inHex.every((group) => /^[\da-f]{1,4}$/i.test(group)) && (halves.length === 2 ? count < 8 : count === 8);
}
