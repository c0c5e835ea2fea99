/**
 * IP addresses as logs write them: IPv4, IPv6 (RFC 4291, also with an IPv4 address in its last 32 bits or with a zone), each
 * with or without a port. An IPv6 address with a port is in brackets, unless it ends in an IPv4 address: there the port
 * cannot be mistaken for a part of the address.
 *
 * Two texts mean the same address exactly if their canonical forms are equal: dotted decimal for IPv4 and for IPv4-mapped
 * IPv6 (`::ffff:10.0.0.1`), RFC 5952 for all other IPv6. The port is dropped. A zone (`%eth0`) is a part of the address and
 * keeps its case.
 *
 * @returns undefined where the text is no address.
 */
export function canonicalAddress(text: string): string | undefined {
  // The longest address with zone and port is far shorter; a longer text is not worth matching.
  if (text.length > maxLength) {
    return undefined;
  }
  const [, four, portOfFour] = /^([\d.]+)(?::(\d+))?$/.exec(text) ?? [];
  if (four !== undefined) {
    return isPort(portOfFour) && parseIPv4(four) !== undefined ? four : undefined;
  }
  const [, six, portOfSix] = /^\[(.*)\](?::(\d+))?$/.exec(text) ?? /^(.*:[\d.]+\.\d+):(\d+)$/.exec(text) ?? [undefined, text];
  return six !== undefined && isPort(portOfSix) ? canonicalIPv6(six) : undefined;
}

const maxLength = 100;
const maxPort = 65_535;

function isPort(text: string | undefined): boolean {
  return text === undefined || Number(text) <= maxPort;
}

function canonicalIPv6(text: string): string | undefined {
  const [, address = '', zone = ''] = /^([^%]*)(%[\w.-]+)?$/.exec(text) ?? [];
  const groups = parseIPv6(address);
  if (groups === undefined) {
    return undefined;
  }
  const isMapped = groups[5] === 0xffff && groups.slice(0, 5).every((group) => group === 0);
  if (isMapped) {
    const dotted = groups.slice(6).flatMap((group) => [group >>> 8, group & 0xff]);
    return zone === '' ? dotted.join('.') : `::ffff:${dotted.join('.')}${zone}`;
  }
  return shortestText(groups) + zone;
}

/** RFC 5952: lower case, no leading zeros, `::` in place of the first of the longest runs of two or more zeros. */
function shortestText(groups: readonly number[]): string {
  let best = 0;
  let bestLength = 1;
  for (let start = 0; start < groups.length; start++) {
    let end = start;
    while (groups[end] === 0) {
      end++;
    }
    if (end - start > bestLength) {
      best = start;
      bestLength = end - start;
    }
  }
  const inHex = groups.map((group) => group.toString(16));
  return bestLength === 1 ? inHex.join(':') : `${inHex.slice(0, best).join(':')}::${inHex.slice(best + bestLength).join(':')}`;
}

/** The eight groups of an address without zone and port. */
function parseIPv6(text: string): readonly number[] | undefined {
  const halves = text.split('::');
  const [before, after] = halves.map((half, index) => parseGroups(half, index === halves.length - 1));
  if (halves.length === 1) {
    return before?.length === 8 ? before : undefined;
  }
  const count = halves.length > 2 || before === undefined || after === undefined ? Infinity : before.length + after.length;
  return count < 8 ? [...before!, ...Array.from({ length: 8 - count }, () => 0), ...after!] : undefined;
}

function parseGroups(text: string, isLast: boolean): readonly number[] | undefined {
  const groups: number[] = [];
  const parts = text === '' ? [] : text.split(':');
  for (const [index, part] of parts.entries()) {
    const embedded = isLast && index === parts.length - 1 ? parseIPv4(part) : undefined;
    if (embedded !== undefined) {
      groups.push((embedded[0]! << 8) | embedded[1]!, (embedded[2]! << 8) | embedded[3]!);
    } else if (/^[\da-f]{1,4}$/i.test(part)) {
      groups.push(parseInt(part, 16));
    } else {
      return undefined;
    }
  }
  return groups;
}

/** Without leading zeros, which some programs take for octal. */
function parseIPv4(text: string): readonly number[] | undefined {
  const parts = text.split('.');
  const isAddress = parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255);
  return isAddress ? parts.map(Number) : undefined;
}
