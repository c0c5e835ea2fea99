import { anyMatches } from '../../core/query/compileQuery.ts';
import type { ValuePredicate } from '../../core/query/compileMatcher.ts';
import { blockRows, blockWords, type Block } from '../columns/blocks.ts';
import { longEnough } from '../columns/blockTimes.ts';
import type { ColumnPart } from './columnPart.ts';
import { any, decided, everything, nothing, type BlockPredicate } from './rowBits.ts';
import { PairVerdicts, setVerdictBits } from './verdictBits.ts';

/** What an id's values say to a test: there are none, none matches, one matches. In this order the larger one wins. */
const none = 1;
const miss = 2;
const hit = 3;

/** Parts of at most so many ids are decided before any row is looked at. */
const shortPart = 4096;

/** Whether a value of the parts passes, or, in rows where no part has a value, whether null does. */
export function columnPredicate(parts: readonly ColumnPart[], test: ValuePredicate): BlockPredicate {
  const passesEmpty = test(null);
  const [first, ...others] = parts.filter((part) => mayMatter(part, test, passesEmpty));
  if (first === undefined) {
    return () => (passesEmpty ? everything : nothing);
  }
  if (others.length === 0) {
    return partTest(first, (values) => (values.length === 0 ? passesEmpty : values.some(test)));
  }
  // Where null passes, a part alone does not say: another may have a value.
  return passesEmpty
    ? manyColumnsPredicate([first, ...others], test)
    : any([first, ...others].map((part) => partTest(part, (values) => values.some(test))));
}

/** False of a part that is known to decide nothing: most words are in few of the columns in which they are looked for. */
function mayMatter(part: ColumnPart, test: ValuePredicate, passesEmpty: boolean): boolean {
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

/** Where null passes: rows pass with a value that does, and those without any value in any of the parts. */
function manyColumnsPredicate(parts: readonly ColumnPart[], test: ValuePredicate): BlockPredicate {
  const readers = parts.map((part) => new Verdicts(part, test));
  // By verdict: 1 for those with which a row passes.
  const passes = Uint8Array.of(0, 1, 0, 1);
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
function partTest(part: ColumnPart, passes: (values: readonly (string | null)[]) => boolean): BlockPredicate {
  const decide = (id: number): number => (passes(part.valuesOf(id)) ? 3 : 2);
  const bits = new Uint32Array(blockWords);
  return isShort(part) ? shortPartTest(part, decide, bits) : longPartTest(part, decide, bits);
}

type Decide = (id: number) => number;

/** Of few ids all are decided before any row is looked at. */
function shortPartTest(part: ColumnPart, decide: Decide, bits: Uint32Array): BlockPredicate {
  const verdicts = Uint8Array.from({ length: part.size() + 1 }, (_, id) => decide(id));
  let pairs: PairVerdicts | undefined;
  return (block) => {
    const data = part.column?.data;
    if (data instanceof Uint8Array && block.places === undefined && block.count === blockRows) {
      pairs ??= new PairVerdicts(verdicts);
      pairs.setBits(bits, data, block.start);
    } else {
      setVerdictBits(bits, part.read(block), verdicts, block.count);
    }
    return decided(bits);
  };
}

/** Of many ids each is decided when it is met. */
function longPartTest(part: ColumnPart, decide: Decide, bits: Uint32Array): BlockPredicate {
  /** 0 while nobody has met the id, 2 where it does not pass, 3 where it does. */
  let known = new Uint8Array(0);
  return (block) => {
    const ids = part.read(block);
    const verdicts = (known = longEnough(known, part.size() + 1));
    // In a loop of its own, so that the next one has nothing to decide.
    for (let index = 0; index < block.count; index++) {
      if (verdicts[ids[index]!] === 0) {
        verdicts[ids[index]!] = decide(ids[index]!);
      }
    }
    setVerdictBits(bits, ids, verdicts, block.count);
    return decided(bits);
  };
}

/** Decides each id of a part once, when it is first met, and only looks up then. */
class Verdicts {
  private known = new Uint8Array(0);
  private readonly part: ColumnPart;
  private readonly test: ValuePredicate;

  constructor(part: ColumnPart, test: ValuePredicate) {
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
