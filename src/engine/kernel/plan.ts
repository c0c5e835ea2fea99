/** What is done with a value, as `assembly/walk.ts` has it. */
export const valueActions = { lookUp: 0, time: 1, request: 2, recordId: 3, pass: 4 } as const;

/** One step of the paths of a format: the record itself, the value under a key, or the items of an array. */
export interface PlanNode {
  /** Number of the path that ends here, or -1. */
  readonly slot: number;
  readonly action: number;
  /** Of values that are looked up: values of one place have one meaning. Of ids of records: the seed of their hash. */
  readonly place: number;
  /** Paths go on from here. */
  readonly leadsOn: boolean;
  /** The roles that the value plays, as bits. */
  readonly roles: number;
  readonly items: PlanNode | undefined;
  readonly keys: readonly PlanKey[];
}

export interface PlanKey {
  readonly bytes: Uint8Array;
  /** Undefined where other keys are equal to it but for their case. */
  readonly node: PlanNode | undefined;
}

const nodeWords = 7;
const keyWords = 4;
/** Longer keys are among those of the last length. */
const lengths = 64;
/** Instead of a node's address: see `assembly/keyTable.ts`. */
const ambiguous = 1;

/** Writes plans into the memory of the kernel. */
export class PlanWriter {
  private readonly bytes: Uint8Array;
  private readonly words: Uint32Array;
  private readonly end: number;
  private at: number;

  /** @param start Address of a word from which on plans are written, up to `end`. */
  constructor(buffer: ArrayBuffer, start: number, end: number) {
    this.bytes = new Uint8Array(buffer);
    this.words = new Uint32Array(buffer);
    this.at = start;
    this.end = end;
  }

  /** The address of a plan; undefined if there is no room for it. */
  write(plan: PlanNode): number | undefined {
    const { at } = this;
    if (at + sizeOf(plan) > this.end) {
      return undefined;
    }
    return this.node(plan);
  }

  private node({ slot, action, place, leadsOn, roles, items, keys }: PlanNode): number {
    const address = this.take(nodeWords);
    const itemsAt = items === undefined ? 0 : this.node(items);
    const keysAt = keys.length === 0 ? 0 : this.table(keys);
    this.words.set([slot + 1, action, place, leadsOn ? 1 : 0, itemsAt, keysAt, roles], address >> 2);
    return address;
  }

  private table(keys: readonly PlanKey[]): number {
    const table = this.take(lengths);
    for (const { bytes, node } of keys) {
      const entry = this.take(keyWords);
      const text = this.take(wordsOf(bytes));
      const first = (table >> 2) + Math.min(bytes.length, lengths - 1);
      this.bytes.set(bytes, text);
      const value = node === undefined ? ambiguous : this.node(node);
      this.words.set([this.words[first]!, bytes.length, text, value], entry >> 2);
      this.words[first] = entry;
    }
    return table;
  }

  /** The address of so many words. */
  private take(words: number): number {
    const { at } = this;
    this.at += words * 4;
    return at;
  }
}

function wordsOf(bytes: Uint8Array): number {
  return (bytes.length + 3) >> 2;
}

/** How many bytes a node takes, with all below it. */
function sizeOf({ items, keys }: PlanNode): number {
  const ofKeys = keys.reduce(
    (sum, { bytes, node }) => sum + (keyWords + wordsOf(bytes)) * 4 + (node === undefined ? 0 : sizeOf(node)),
    keys.length === 0 ? 0 : lengths * 4,
  );
  return nodeWords * 4 + (items === undefined ? 0 : sizeOf(items)) + ofKeys;
}
