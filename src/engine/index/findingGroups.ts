import { mixWord } from '../columns/byteHash.ts';
import { uint32Column } from '../columns/column.ts';
import type { FindingTable } from '../findings/findingTable.ts';
import type { LogIndex } from './logIndex.ts';
import { relationKey, storedFinding } from './storedFinding.ts';

/**
 * Groups findings of one source that say the same. As there may be as many groups as records, they are numbers in columns,
 * which are found again in a hash table. As there may be thousands of sources, one with few findings takes little memory.
 */
export class FindingGroups {
  /** By group: the first finding that was added to it, and how many were. */
  readonly firsts = uint32Column();
  readonly counts = uint32Column();
  private readonly index: LogIndex;
  private readonly source: number;
  private readonly findings: FindingTable;
  /** Groups by hash, plus one; 0 where there is none. */
  private slots = new Uint32Array(16);
  private used = 0;
  /** Groups of relations whose numbers exceed JavaScript's, by their words. Undefined until there is one. */
  private ofWords: Map<string, number> | undefined;

  constructor(index: LogIndex, source: number) {
    this.index = index;
    this.source = source;
    this.findings = index.sources[source]!.findings;
  }

  add(finding: number): void {
    const group = this.of(finding);
    this.counts.data[group]!++;
  }

  /** The group of a finding; a new and empty one if none says the same. */
  of(finding: number): number {
    const saying = this.findings.sayingAt(finding);
    const key = saying === 0 ? this.keyOf(finding) : undefined;
    if (saying === 0 && key === undefined) {
      return this.inWords(finding);
    }
    if (this.used * 2 >= this.slots.length) {
      this.widen();
    }
    const slot = key === undefined ? this.slotOfSaying(saying) : this.slotOfRelation(finding, key);
    if (this.slots[slot] === 0) {
      this.slots[slot] = this.begin(finding);
      this.used++;
    }
    return this.slots[slot]! - 1;
  }

  /** Begins a group: its number plus one. */
  private begin(first: number): number {
    this.firsts.push(first);
    this.counts.push(0);
    return this.firsts.length;
  }

  private inWords(finding: number): number {
    const { code, args } = storedFinding(this.index, this.source, finding);
    const words = `${code} ${args.join(' ')}`;
    this.ofWords ??= new Map<string, number>();
    const known = this.ofWords.get(words) ?? this.begin(finding);
    this.ofWords.set(words, known);
    return known - 1;
  }

  /** The slot of the group with a saying, or the free one where it belongs. */
  private slotOfSaying(saying: number): number {
    const mask = this.slots.length - 1;
    for (let slot = mixWord(0, saying) & mask; ; slot = (slot + 1) & mask) {
      const group = this.slots[slot]!;
      if (group === 0 || this.findings.sayingAt(this.firsts.data[group - 1]!) === saying) {
        return slot;
      }
    }
  }

  /** The slot of the relation's group, or the free one where it belongs. */
  private slotOfRelation(finding: number, [left, right]: readonly [number, number]): number {
    const mask = this.slots.length - 1;
    const code = this.findings.codeAt(finding);
    // Both parts of a number count, as numbers are mostly near to each other.
    const hash = [left, left / 2 ** 32, right, right / 2 ** 32].reduce(mixWord, code.length);
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const group = this.slots[slot]!;
      if (group === 0) {
        return slot;
      }
      const first = this.firsts.data[group - 1]!;
      // What is in a slot and is no relation has a code that relations never have.
      if (this.findings.codeAt(first) === code) {
        const key = this.keyOf(first)!;
        if (key[0] === left && key[1] === right) {
          return slot;
        }
      }
    }
  }

  private keyOf(finding: number): readonly [number, number] | undefined {
    const relation = this.findings.relationAt(finding)!;
    return relationKey(this.index, this.index.sources[this.source]!.firstRow + relation.record, relation);
  }

  private widen(): void {
    const groups = this.slots.filter((group) => group !== 0);
    this.slots = new Uint32Array(this.slots.length * 2);
    for (const group of groups) {
      const first = this.firsts.data[group - 1]!;
      const saying = this.findings.sayingAt(first);
      this.slots[saying === 0 ? this.slotOfRelation(first, this.keyOf(first)!) : this.slotOfSaying(saying)] = group;
    }
  }
}
