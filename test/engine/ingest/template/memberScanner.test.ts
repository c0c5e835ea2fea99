import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyEscaped, RecordScanner, valueEscaped } from '../../../../src/core/json/recordScanner.ts';
import { isUtf8 } from '../../../../src/core/json/utf8.ts';
import { hashBytes } from '../../../../src/engine/columns/byteHash.ts';
import { PairScanner } from '../../../../src/engine/ingest/values/pairs.ts';
import { NestedValues } from '../../../../src/engine/ingest/values/nestedValues.ts';
import { PairPlaces } from '../../../../src/engine/ingest/values/recordLayout.ts';
import { MemberScanner } from '../../../../src/engine/ingest/template/memberScanner.ts';
import type { PairText } from '../../../../src/engine/ingest/template/pairText.ts';
import { recordText } from '../../generate.ts';
import { variedLogs } from '../../generateVaried.ts';
import { runs } from '../../../runs.ts';

const seed = 5;
const encoder = new TextEncoder();
const texts = fc.oneof(
  recordText,
  variedLogs.map((lines) => lines[0]!),
);

interface Scanned {
  readonly end: number;
  readonly members: readonly (readonly number[])[];
}

/** What was found of each member; of arrays and objects it does not matter whether they hold escapes. */
function membersOf(bytes: Uint8Array, scanner: RecordScanner | MemberScanner, end: number): Scanned {
  const members = Array.from({ length: scanner.count }, (_, index) => {
    const isText = bytes[scanner.valueStart[index]!] === 0x22;
    const marks = scanner.marks[index]! & (isText ? keyEscaped | valueEscaped : keyEscaped);
    return [scanner.keyStart[index]!, scanner.valueStart[index]!, scanner.valueEnd[index]!, marks];
  });
  return { end, members };
}

/** Whatever is taken is what the general scanner takes. */
function check(bytes: Uint8Array): void {
  const quick = new MemberScanner(seed);
  const general = new RecordScanner();
  const end = quick.read(bytes, 0, bytes.length);
  if (end === -1) {
    return;
  }
  expect(membersOf(bytes, quick, end)).toEqual(membersOf(bytes, general, general.read(bytes, 0, bytes.length)));
  expect(quick.isWellFormed).toBe(isUtf8(bytes, 0, end));
  expect(quick.mayHoldBreaks).toBe(bytes.subarray(0, end).some((byte) => byte === 0x0a || byte === 0x0d));
  const view = new DataView(bytes.buffer);
  for (let member = 0; member < quick.count; member++) {
    if (quick.marks[member] === 0) {
      expect(quick.keyHash[member]).toBe(hashBytes(view, quick.keyStart[member]! + 1, quick.keyEnd[member]! - 1, seed));
      if (bytes[quick.valueStart[member]!] === 0x22) {
        expect(quick.valueHash[member]).toBe(hashBytes(view, quick.valueStart[member]! + 1, quick.valueEnd[member]! - 1, seed));
      }
    }
  }
  checkPairs(bytes, quick, quick.callersMember, quick.callers, 'callerIdentityType', 'callerIdentity');
  checkPairs(bytes, quick, quick.targetsMember, quick.targets, 'targetResourceType', 'targetResourceName');
}

function checkPairs(bytes: Uint8Array, quick: MemberScanner, member: number, pairs: PairText, typeKey: string, valueKey: string): void {
  if (member === -1) {
    return;
  }
  const places = new PairPlaces();
  const slow = new PairScanner(typeKey, valueKey, new NestedValues(seed));
  expect(slow.readAll(bytes, quick.valueStart[member]!, quick.valueEnd[member]!, places)).toBe(true);
  expect(placesOf(pairs.places)).toEqual(placesOf(places));
  expect(pairs.places.hasEscapes).toBe(places.hasEscapes);
}

function placesOf(places: PairPlaces): readonly unknown[] {
  return Array.from({ length: places.count }, (_, pair) => [
    places.typeStart(pair),
    places.typeEnd(pair),
    places.valueStart(pair),
    places.valueEnd(pair),
  ]);
}

describe('the scanner of members', () => {
  it('takes sound records, as the general scanner does', () => {
    fc.assert(
      fc.property(variedLogs, (lines) => {
        for (const line of lines) {
          const bytes = encoder.encode(line);
          expect(new MemberScanner(seed).read(bytes, 0, bytes.length)).toBe(bytes.length);
          check(bytes);
        }
      }),
      { numRuns: runs(100) },
    );
  });

  it('takes nothing that the general scanner does not take', () => {
    const piece = fc.constantFrom('', '"', '\\', '{', '}', '[', ']', ',', ':', '\n', '\u0001', 'é', '\\u00', '0', ' ');
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat({ max: 20 }), piece, (text, at, drop, insert) => {
        const from = 1 + (at % text.length);
        check(encoder.encode(text.slice(0, from) + insert + text.slice(from + drop)));
      }),
      { numRuns: runs(3000) },
    );
  });

  it('takes no bytes that are no UTF-8 for well-formed ones', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.integer({ min: 0x80, max: 0xff }), (text, at, byte) => {
        const bytes = encoder.encode(text);
        bytes[1 + (at % (bytes.length - 1))] = byte;
        check(bytes);
      }),
      { numRuns: runs(1000) },
    );
  });

  it('reads nothing behind the end that it is told', () => {
    const bytes = encoder.encode('{"a":"b\\n","c":[{"callerIdentityType":"UPN","callerIdentity":"d"}],"e":12}');
    for (let end = 0; end < bytes.length; end++) {
      expect(new MemberScanner(seed).read(bytes, 0, end)).toBe(-1);
    }
  });
});
