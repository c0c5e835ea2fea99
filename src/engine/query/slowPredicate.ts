import type { ValuePredicate } from '../../core/query/compileMatcher.ts';
import { blockWords, idReader, rowAt, type Block } from '../columns/blocks.ts';
import { longEnough } from '../columns/blockTimes.ts';
import type { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import type { ColumnPart } from './columnPart.ts';
import type { RequestedColumn } from './requestedColumn.ts';
import { any, decided, type BlockPredicate } from './rowBits.ts';

/** A test that leaves rows open until their values have been met. */
export interface SlowPredicate {
  readonly test: BlockPredicate;
  /** Decides the values of a block. Others get their turn in between; rejects when the work is cancelled. */
  readonly meet: (block: Block, work: CooperativeTask) => Promise<void>;
}

/** Where ids come from: the columns of the log, or a column on request, which need not know all rows and all values. */
interface SlowPart extends Pick<ColumnPart, 'read' | 'size' | 'valuesOf'> {
  /** Rows whose ids are known, from the first; all, if undefined. */
  readonly known?: () => number;
  /** Whether an id has values that `valuesOf` does not give. */
  readonly isPartial?: (id: number) => boolean;
}

/** What is known of an id; 0 while nobody has met it. */
const partial = 1;
const miss = 2;
const hit = 3;

/**
 * Whether a value of the parts passes a test that may take long for a single one, such as a regular expression from hostile hands:
 * each distinct value is decided once, and only where the rest of the filter does not decide its rows. Null does not pass.
 */
export function slowPredicate(parts: readonly SlowPart[], passes: ValuePredicate): SlowPredicate {
  const slow = parts.map((part) => slowPart(part, passes));
  return {
    test: any(slow.map(({ test }) => test)),
    meet: async (block, work) => {
      for (const { meet } of slow) {
        await meet(block, work);
      }
    },
  };
}

/** The same of a column that was made on request: rows and values that it does not have stay open. */
export function slowRequestedPredicate(column: RequestedColumn, passes: ValuePredicate): SlowPredicate {
  return slowPart(
    {
      read: idReader(column.column),
      size: () => column.maxId,
      valuesOf: (id) => column.valuesOf(id),
      known: () => column.rows,
      isPartial: (id) => column.isPartial(id),
    },
    passes,
  );
}

function slowPart(
  { read, size, valuesOf, known = () => Infinity, isPartial = () => false }: SlowPart,
  passes: ValuePredicate,
): SlowPredicate {
  const certain = new Uint32Array(blockWords);
  const possible = new Uint32Array(blockWords);
  let verdicts = new Uint8Array(0);
  const test = (block: Block): ReturnType<BlockPredicate> => {
    const ids = read(block);
    const rows = known();
    certain.fill(0);
    possible.fill(0);
    let open = 0;
    for (let place = 0; place < block.count; place++) {
      const verdict = rowAt(block, place) < rows ? (verdicts[ids[place]!] ?? 0) : partial;
      const bit = 1 << (place & 31);
      certain[place >>> 5]! |= verdict === hit ? bit : 0;
      possible[place >>> 5]! |= verdict === miss ? 0 : bit;
      open |= verdict < miss ? 1 : 0;
    }
    return open === 0 ? decided(certain) : { certain, possible };
  };
  const meet = async (block: Block, work: CooperativeTask): Promise<void> => {
    const ids = read(block);
    const rows = known();
    verdicts = longEnough(verdicts, size() + 1);
    const unmet = new Set<number>();
    for (let place = 0; place < block.count; place++) {
      if (verdicts[ids[place]!] === 0 && rowAt(block, place) < rows) {
        unmet.add(ids[place]!);
      }
    }
    for (const id of unmet) {
      verdicts[id] = valuesOf(id).some(passes) ? hit : isPartial(id) ? partial : miss;
      const pause = work.pause();
      if (pause !== undefined) {
        await pause;
      }
    }
  };
  return { test, meet };
}
