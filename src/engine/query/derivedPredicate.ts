import type { ValuePredicate } from '../../core/query/compileMatcher.ts';
import { findingCodes, findingSeverities } from '../../core/finding/codes.ts';
import type { LogIndex } from '../index/logIndex.ts';
import type { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import { blockRows, blockWords, rowAt } from '../columns/blocks.ts';
import type { ColumnPart } from './columnPart.ts';
import { decided, type BlockPredicate } from './rowBits.ts';
import { emptyWords } from './rowSet.ts';

/** Tests on what a record does not say itself: where it comes from and what was found about it. */

/** The values of `source`: the name as it was opened, and its last part. */
export function sourceNames(name: string): readonly string[] {
  const last = name.split(/[\\/]/).at(-1) ?? name;
  return last === name ? [name] : [name, last];
}

export function sourcePredicate(index: LogIndex, test: ValuePredicate): BlockPredicate {
  const passes = index.sources.map(({ source }) => sourceNames(source.name).some(test));
  const bits = new Uint32Array(blockWords);
  return ({ start, end }) => {
    bits.fill(0);
    for (let row = start; row < end; row++) {
      if (passes[index.sourceOf(row)] === true) {
        setBit(bits, row - start);
      }
    }
    return decided(bits);
  };
}

/** The same values as a column would hold them: the ids are the numbers of sources. */
export function sourcePart(index: LogIndex): ColumnPart {
  const ids = new Uint32Array(blockRows);
  return {
    read: (block) => {
      const first = index.sourceOf(block.start);
      if (first === index.sourceOf(block.end - 1)) {
        return ids.fill(first);
      }
      for (let place = 0; place < block.count; place++) {
        ids[place] = index.sourceOf(rowAt(block, place));
      }
      return ids;
    },
    valuesOf: (id) => sourceNames(index.sources[id]!.source.name),
    size: () => index.sources.length,
  };
}

/** A test of findings, and what is to be done before it can be asked. */
export interface FindingPredicate {
  readonly test: BlockPredicate;
  readonly prepare: (work: CooperativeTask) => Promise<void>;
}

/**
 * The values of `finding`: code and severity of each finding of the record. `counts` says how many findings of each source
 * belong to the snapshot.
 */
export function findingPredicate(index: LogIndex, counts: readonly number[], test: ValuePredicate): FindingPredicate {
  const passing = new Set<string>(findingCodes.filter((code) => test(code) || test(findingSeverities[code])));
  const passesEmpty = test(null);
  const found = emptyWords(index.table.length);
  const matching = emptyWords(index.table.length);
  const bits = new Uint32Array(blockWords);
  return {
    prepare: async (work) => {
      for (const [source, count] of counts.entries()) {
        const { findings, firstRow } = index.sources[source]!;
        await work.forEach(0, count, (finding) => {
          const record = findings.recordAt(finding);
          // Rows of a source may be taken out while another grows.
          if (record !== -1 && firstRow + record < index.rows) {
            setBit(found, firstRow + record);
            if (passing.has(findings.codeAt(finding))) {
              setBit(matching, firstRow + record);
            }
          }
        });
      }
    },
    test: ({ start }) => {
      for (let word = 0; word < blockWords; word++) {
        bits[word] = matching[(start >>> 5) + word]! | (passesEmpty ? ~found[(start >>> 5) + word]! : 0);
      }
      return decided(bits);
    },
  };
}

function setBit(words: Uint32Array, place: number): void {
  words[place >>> 5]! |= 1 << (place & 31);
}
