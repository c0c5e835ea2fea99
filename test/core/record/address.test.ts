import { SocketAddress } from 'node:net';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalAddress } from '../../../src/core/record/address.ts';
import { runs } from '../../runs.ts';

describe('all spellings of an address have one canonical form', () => {
  test.each([
    ['192.0.2.7', ['192.0.2.7', '192.0.2.7:40123', '::ffff:192.0.2.7', '[::ffff:192.0.2.7]:8443', '::FFFF:192.0.2.7:1', '::ffff:c000:207']],
    ['192.0.2.7', ['0:0:0:0:0:ffff:192.0.2.7', '[0000::ffff:C000:0207]']],
    ['2001:db8::7', ['2001:db8:0:0::7', '[2001:DB8::7]:443', '2001:0db8:0000:0000:0000:0000:0000:0007', '[2001:db8::0:7]']],
    ['2001:db8::1:0:0:1', ['2001:db8:0:0:1:0:0:1', '2001:db8::1:0:0:1']],
    ['2001:db8:0:1:1:1:1:1', ['2001:db8::1:1:1:1:1', '2001:db8:0:1:1:1:1:1']],
    ['::', ['0:0:0:0:0:0:0:0', '::0', '[::]:80']],
    ['64:ff9b::c000:221', ['64:ff9b::192.0.2.33', '64:FF9B::C000:221']],
    ['::c000:221', ['::192.0.2.33']],
    ['fe80::1%eth0', ['FE80::1%eth0', '[fe80:0::1%eth0]:22']],
    ['::ffff:192.0.2.7%eth0', ['::ffff:c000:207%eth0']],
  ])('%s: %j', (canonical, spellings) => {
    expect(spellings.map(canonicalAddress)).toEqual(spellings.map(() => canonical));
  });
  test('a zone and its case are parts of the address', () => {
    expect(new Set(['fe80::1', 'fe80::1%eth0', 'fe80::1%ETH0', 'fe80::1%eth1'].map(canonicalAddress)).size).toBe(4);
  });
});

test.each([
  '',
  'lambda.amazonaws.com',
  '10.0.0',
  '010.0.0.1',
  '10.0.0.0/8',
  '10.1.*',
  '1:2:3:4:5:6:7::8',
  '::1::',
  '[10.0.0.1]',
  '%eth0',
  ':::1',
])('%j is no address', (text) => {
  expect(canonicalAddress(text)).toBeUndefined();
});

/** Groups with runs of zeros, and those that make an address IPv4-mapped. */
const groups = fc
  .tuple(
    fc.array(fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 0xffff })), { minLength: 8, maxLength: 8 }),
    fc.nat(4),
  )
  .map(([all, mapped]) => (mapped === 0 ? [0, 0, 0, 0, 0, 0xffff, ...all.slice(6)] : all));

/** One of the spellings of an address: case, leading zeros, which run of zeros is left out, the last 32 bits dotted. */
const spelling = fc
  .record({ groups, width: fc.integer({ min: 1, max: 4 }), upper: fc.boolean(), dotted: fc.boolean(), from: fc.nat(7), length: fc.nat(8) })
  .map(({ groups: all, width, upper, dotted, from, length }) => {
    const inHex = all.map((group) => {
      const text = group.toString(16).padStart(width, '0');
      return upper ? text.toUpperCase() : text;
    });
    const last = all.slice(6).flatMap((group) => [group >>> 8, group & 0xff]);
    const parts = dotted ? [...inHex.slice(0, 6), last.join('.')] : inHex;
    const end = Math.min(from + length, dotted ? 6 : 8);
    const isRun = end > from && all.slice(from, end).every((group) => group === 0);
    return { text: isRun ? `${parts.slice(0, from).join(':')}::${parts.slice(end).join(':')}` : parts.join(':'), all };
  });

/** What Node makes of an address; of an IPv4-mapped one it writes the last 32 bits dotted. */
function nodeForm(text: string): string {
  const { address } = new SocketAddress({ address: text, family: text.includes(':') ? 'ipv6' : 'ipv4' });
  return address.replace(/^::ffff:(?=[\d.]+$)/, '');
}

test('the canonical form is the one that Node writes, in every spelling, with and without a port', () => {
  fc.assert(
    fc.property(spelling, fc.integer({ min: 0, max: 65_535 }), ({ text, all }, port) => {
      const canonical = canonicalAddress(text);
      // Node writes some addresses below ::1:0:0 dotted that are not IPv4-mapped (the deprecated "compatible" ones).
      const isCompatible = all.slice(0, 6).every((group) => group === 0);
      if (isCompatible) {
        expect(nodeForm(canonical!)).toBe(nodeForm(text));
      } else {
        expect(canonical).toBe(nodeForm(text));
      }
      expect(new URL(`http://[${canonical!.includes(':') ? canonical : `::ffff:${canonical}`}]`).hostname).toBe(
        new URL(`http://[${text}]`).hostname,
      );
      expect(canonicalAddress(canonical!)).toBe(canonical);
      expect(canonicalAddress(`[${text}]:${port}`)).toBe(canonical);
      expect(canonicalAddress(`[${text}]`)).toBe(canonical);
    }),
    { numRuns: runs(2000) },
  );
});

test('what is an address is what Node takes for one', () => {
  const piece = fc.constantFrom(':', '::', '.', '0', '1', 'ffff', 'db8', '255', '256', '10.0.0.1', 'g');
  fc.assert(
    fc.property(
      fc.oneof(
        spelling.map(({ text }) => text),
        fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
      ),
      (text) => {
        let isNodes = true;
        try {
          nodeForm(text);
        } catch {
          isNodes = false;
        }
        // A port belongs to no address of Node's.
        if (!/^[\d.]+:\d+$|\.\d+:\d+$/.test(text)) {
          expect(canonicalAddress(text) !== undefined).toBe(isNodes);
        }
      },
    ),
    { numRuns: runs(2000) },
  );
});
