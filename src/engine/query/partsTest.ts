import { anyMatches } from '../../core/query/compileQuery.ts';
import type { ValueTest } from '../../core/query/compileTerm.ts';
import { blockRows, blockWords, type Block } from './blocks.ts';
import { longEnough } from './blockTimes.ts';
import type { ColumnPart } from './columnValues.ts';
import { decided, everything, nothing, type BlockTest } from './rowBits.ts';

/** What an id's values say to a test: there are none, none matches, one matches. In this order the larger one wins. */
const none = 1;
const miss = 2;
const hit = 3;

/** Parts of at most so many ids are decided before any row is looked at. */
const shortPart = 4096;

/** Whether a value of the parts passes, or, in rows where no part has a value, whether null does. */
export function partsTest(parts: readonly ColumnPart[], test: ValueTest): BlockTest {
  const passesEmpty = test(null);
  const [first, ...others] = parts.filter((part) => mayMatter(part, test, passesEmpty));
  if (first === undefined) {
    return () => (passesEmpty ? everything : nothing);
  }
  return others.length === 0
    ? partTest(first, (values) => (values.length === 0 ? passesEmpty : values.some(test)))
    : manyPartsTest([first, ...others], test, passesEmpty);
}

/** False of a part that is known to decide nothing: most words stand in few of the columns in which they are looked for. */
function mayMatter(part: ColumnPart, test: ValueTest, passesEmpty: boolean): boolean {
  if (!isShort(part)) {
    return true;
  }
  for (let id = 0; id <= part.size(); id++) {
    const values = part.valuesOf(id);
    if (values.some(test) || (passesEmpty && values.length > 0)) {
      return true;
    }
  }
  return false;
}

function isShort(part: ColumnPart): boolean {
  return part.growsByReading !== true && part.size() <= shortPart;
}

function manyPartsTest(parts: readonly ColumnPart[], test: ValueTest, passesEmpty: boolean): BlockTest {
  const readers = parts.map((part) => new Verdicts(part, test));
  // By verdict: 1 for those with which a row passes.
  const passes = Uint8Array.of(0, passesEmpty ? 1 : 0, 0, 1);
  const verdicts = new Uint8Array(blockRows);
  const bits = new Uint32Array(blockWords);
  return (block) => {
    verdicts.fill(none);
    for (const reader of readers) {
      reader.raise(block, verdicts);
    }
    const words = Math.ceil(block.count / 32);
    for (let word = 0; word < words; word++) {
      let passing = 0;
      for (let bit = 0; bit < 32; bit++) {
        passing |= passes[verdicts[word * 32 + bit]!]! << bit;
      }
      bits[word] = passing;
    }
    return decided(bits);
  };
}

/** One part is most fields: a row passes as its id does. */
function partTest(part: ColumnPart, passes: (values: readonly (string | null)[]) => boolean): BlockTest {
  /** 0 while nobody has met the id, 2 where it does not pass, 3 where it does. */
  let known = new Uint8Array(0);
  const decide = (id: number): number => (passes(part.valuesOf(id)) ? 3 : 2);
  const isDecided = isShort(part);
  if (isDecided) {
    known = Uint8Array.from({ length: part.size() + 1 }, (_, id) => decide(id));
  }
  const bits = new Uint32Array(blockWords);
  return (block) => {
    const ids = part.read(block);
    const verdicts = (known = longEnough(known, part.size() + 1));
    const open = isDecided ? 0 : block.count;
    // In a loop of its own, so that the next one has nothing to decide.
    for (let index = 0; index < open; index++) {
      if (verdicts[ids[index]!] === 0) {
        verdicts[ids[index]!] = decide(ids[index]!);
      }
    }
    setBits(bits, ids, verdicts, block.count);
    return decided(bits);
  };
}

/** Sets the bits of the rows whose id has an odd verdict. */
function setBits(bits: Uint32Array, ids: Uint32Array, verdicts: Uint8Array, count: number): void {
  for (let start = 0; start < count; start += 32) {
    const end = Math.min(start + 32, count);
    let passing = 0;
    for (let index = start; index < end; index++) {
      passing |= (verdicts[ids[index]!]! & 1) << (index & 31);
    }
    bits[start >>> 5] = passing;
  }
}

/** Decides each id of a part once, when it is first met, and only looks up then. */
class Verdicts {
  private known = new Uint8Array(0);
  private readonly part: ColumnPart;
  private readonly test: ValueTest;

  constructor(part: ColumnPart, test: ValueTest) {
    this.part = part;
    this.test = test;
  }

  /** Raises the verdicts of rows to those of this part. */
  raise(block: Block, verdicts: Uint8Array): void {
    const ids = this.part.read(block);
    const known = (this.known = longEnough(this.known, this.part.size() + 1));
    for (let index = 0; index < block.count; index++) {
      const found = known[ids[index]!]!;
      const verdict = found === 0 ? this.decide(ids[index]!) : found;
      if (verdict > verdicts[index]!) {
        verdicts[index] = verdict;
      }
    }
  }

  private decide(id: number): number {
    const values = this.part.valuesOf(id);
    return (this.known[id] = values.length === 0 ? none : anyMatches(values, this.test) ? hit : miss);
  }
}
