import type { WholeLogDemand, WholeLogTerm } from '../../core/query/ast.ts';
import type { FieldRef } from '../../core/query/fields.ts';
import { occursOften } from '../../core/query/wholeLog.ts';
import { blockWords } from '../columns/blocks.ts';
import type { FieldOccurrences } from './fieldOccurrences.ts';
import { any, decided, undecided, type BlockPredicate } from './rowBits.ts';
import { emptyWords } from './rowSet.ts';
import { setVerdictBits } from './verdictBits.ts';

/** A term on the whole log: open until it is told how often the values of its field occur. */
export interface WholeLogPart {
  readonly field: FieldRef;
  readonly test: BlockPredicate;
  readonly decide: (occurrences: FieldOccurrences, rows: number) => void;
}

export function wholeLogPart({ field, demand }: WholeLogTerm): WholeLogPart {
  let test: BlockPredicate = () => undecided;
  return {
    field,
    test: (block) => test(block),
    decide: (occurrences, rows) => {
      test = demand.kind === 'first' ? firstPredicate(occurrences, rows) : countPredicate(occurrences, demand);
    },
  };
}

function firstPredicate({ records, firstRows }: FieldOccurrences, rows: number): BlockPredicate {
  const words = emptyWords(rows);
  for (let number = 1; number < records.length; number++) {
    const row = firstRows[number]!;
    if (records[number]! > 0) {
      words[row >>> 5]! |= 1 << (row & 31);
    }
  }
  return ({ start }) => decided(words.subarray(start >>> 5, (start >>> 5) + blockWords));
}

function countPredicate({ parts, records }: FieldOccurrences, demand: Exclude<WholeLogDemand, { readonly kind: 'first' }>): BlockPredicate {
  const passes = occursOften(demand);
  return any(
    parts.map((numbered) => {
      const verdicts = numbered.verdicts((number) => passes(records[number]!));
      const bits = new Uint32Array(blockWords);
      return (block) => {
        setVerdictBits(bits, numbered.part.read(block), verdicts, block.count);
        return decided(bits);
      };
    }),
  );
}
