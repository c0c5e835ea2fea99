import type { Matcher } from '../../core/query/ast.ts';
import type { ValuePredicate } from '../../core/query/compileMatcher.ts';
import { floorOf, isWhole, parseDecimal } from '../../core/json/decimal.ts';
import { integerRangeOf, type TickRange } from '../../core/query/ranges.ts';
import { RecordTable } from '../columns/recordTable.ts';
import { blockWords, idReader, numberReader, type Block, type BlockReader } from '../columns/blocks.ts';
import type { BlockTimes } from '../columns/blockTimes.ts';
import { decided, everything, nothing, type BlockPredicate } from './rowBits.ts';

/** Tests of columns that hold numbers and not ids. */

/**
 * The rows whose time lies in a range, both ends included. Rounding keeps the order, so that a time which the column holds
 * as less or greater than a bound is; only where it holds them as equal, exact ticks have to decide.
 */
export function timePredicate(table: RecordTable, times: BlockTimes, { from, to }: TickRange): BlockPredicate {
  const first = RecordTable.relative(from);
  const last = RecordTable.relative(to);
  const read = numberReader(table.time);
  const bits = new Uint32Array(blockWords);
  return (block) => {
    const known = times.of(block);
    if (known !== undefined && (known.latest < first || known.earliest > last)) {
      return nothing;
    }
    if (known !== undefined && known.timed === block.count && known.earliest > first && known.latest < last) {
      return everything;
    }
    const values = read(block);
    bits.fill(0);
    for (let index = 0; index < block.count; index++) {
      const time = values[index]!;
      // Without a valid time it is NaN, and all comparisons are false.
      if ((time > first && time < last) || ((time === first || time === last) && table.isWithin(block.start + index, from, to))) {
        bits[index >>> 5]! |= 1 << (index & 31);
      }
    }
    return decided(bits);
  };
}

/** The rows whose state of time is the given one. */
export function timeStatePredicate(table: RecordTable, state: number): BlockPredicate {
  const read = idReader(table.timeState);
  return numbersPredicate(read, (value) => value === state);
}

/**
 * Sequence numbers; left open are those that are not whole numbers, and those that an exact text may be another spelling of:
 * the column holds 7 for `7` and `7.0`.
 */
export function sequencePredicate(table: RecordTable, matcher: Matcher, test: ValuePredicate): BlockPredicate {
  const passesEmpty = test(null);
  const passes = numberPasses(matcher, test);
  const spelled = spelledNumbers(matcher);
  const read = numberReader(table.sequence);
  const certain = new Uint32Array(blockWords);
  const possible = new Uint32Array(blockWords);
  return (block) => {
    const values = read(block);
    certain.fill(0);
    possible.fill(0);
    for (let index = 0; index < block.count; index++) {
      const value = values[index]!;
      const bit = 1 << (index & 31);
      if (value === Infinity || (spelled.size > 0 && spelled.has(String(table.sequenceAt(block.start + index))))) {
        possible[index >>> 5]! |= bit;
      } else if (
        value <= Number.MAX_SAFE_INTEGER
          ? passes(value)
          : Number.isNaN(value)
            ? passesEmpty
            : test(String(table.sequenceAt(block.start + index)))
      ) {
        certain[index >>> 5]! |= bit;
        possible[index >>> 5]! |= bit;
      }
    }
    return { certain, possible };
  };
}

/** The whole numbers, in digits, whose spelling a term asks for. */
function spelledNumbers(matcher: Matcher): ReadonlySet<string> {
  const items = matcher.kind === 'anyOf' ? matcher.items : [matcher];
  const numbers = items.map((item) => (item.kind === 'exact' ? parseDecimal(item.value) : undefined));
  return new Set(numbers.flatMap((number) => (number !== undefined && isWhole(number) ? [String(floorOf(number))] : [])));
}

/** Whole numbers that every row has, such as the line on which it begins. */
export function numbersPredicate(read: BlockReader, passes: (value: number) => boolean): BlockPredicate {
  const bits = new Uint32Array(blockWords);
  return (block) => {
    const values = read(block);
    bits.fill(0);
    for (let index = 0; index < block.count; index++) {
      if (passes(values[index]!)) {
        bits[index >>> 5]! |= 1 << (index & 31);
      }
    }
    return decided(bits);
  };
}

/** What a term demands of a whole number up to 2^53: by comparison where that is possible, else of its text. */
export function numberPasses(matcher: Matcher, test: ValuePredicate): (value: number) => boolean {
  if (matcher.kind !== 'number' && matcher.kind !== 'numberRange') {
    return (value) => test(String(value));
  }
  const { from, to } = integerRangeOf(matcher);
  const first = Number(from);
  const last = Number(to);
  // Bounds beyond 2^53 are rounded, but not to below it.
  return from > to ? () => false : (value) => value >= first && value <= last;
}

/** Rows are left open whose request has one of the hashes of a value; no other can have the value. */
export function requestPredicate(table: RecordTable, mayHave: (hash: number) => boolean): BlockPredicate {
  const test = numbersPredicate(idReader(table.request), mayHave);
  return (block) => ({ certain: nothing.certain, possible: test(block).possible });
}

/** The number of each row of a block, counted from 0 in its source. */
export function recordNumbers(firstRowOf: (row: number) => number): BlockReader {
  const numbers = new Uint32Array(blockWords * 32);
  return ({ start, end }: Block) => {
    for (let row = start; row < end; row++) {
      numbers[row - start] = row - firstRowOf(row);
    }
    return numbers;
  };
}
