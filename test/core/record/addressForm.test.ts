import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isAddress } from '../../../src/core/record/addressForm.ts';

function check(text: string, expected: boolean): void {
  expect(isAddress(text), text).toBe(expected);
}

it.each([
  '10.0.0.1',
  '255.255.255.255:65535',
  '::',
  '::1',
  '1::',
  '2001:db8::ff00:42:8329',
  '2001:0DB8:0:0:0:ff00:42:8329',
  '[2001:db8::1]',
  '[2001:db8::1]:443',
  '::ffff:10.0.0.1',
  '[::ffff:10.0.0.1]:443',
  '::ffff:10.0.0.1:443',
  '64:ff9b::192.0.2.33',
  '1:2:3:4:5:6:1.2.3.4',
  'fe80::1%eth0',
])('takes %s', (text) => check(text, true));

it.each([
  '',
  ' 10.0.0.1',
  '10.0.0',
  '10.0.0.256',
  '01.2.3.4',
  '1.2.3.00',
  '::ffff:10.0.0.01',
  '10.0.0.1.2',
  '10.0.0.1:',
  '10.0.0.1:65536',
  '10.0.0.1:http',
  ':1',
  '1:2:3:4:5:6:7',
  '1:2:3:4:5:6:7:8:9',
  '1:2:3:4:5:6:7::8',
  '::1::',
  '12345::',
  'g::1',
  '1.2.3.4::',
  '::ffff:10.0.0.256',
  '::ffff:10.0.0.1:65536',
  '[10.0.0.1]',
  '[::1]:99999',
  'contoso.com',
  '1'.repeat(1_000_000),
])('does not take %.40s', (text) => check(text, false));

it('takes each part of an IPv4 address as it is counted, and in no other writing', () => {
  const part = fc.nat(255);
  fc.assert(
    fc.property(fc.tuple(part, part, part, part), fc.nat(3), fc.constantFrom('0', '00'), (parts, changed, zeros) => {
      check(parts.join('.'), true);
      check(parts.map((one, index) => (index === changed ? `${zeros}${one}` : one)).join('.'), false);
      check(parts.map((one, index) => (index === changed ? one + 256 : one)).join('.'), false);
    }),
  );
});
