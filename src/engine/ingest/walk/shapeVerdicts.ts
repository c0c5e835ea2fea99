import { formatByKeys, type FormatByKeys } from '../../../core/formats/formatByKeys.ts';
import type { FormatSet } from '../../../core/formats/formatSet.ts';
import { parseValueTree } from '../../../core/json/valueTree.ts';
import { contentAt } from '../values/formatMemory.ts';

/** The verdicts of more shapes are not remembered: hostile logs have another one in each record. */
const maxShapes = 4096;

/** What records are by the keys that they have, which is found out once for each shape. */
export class ShapeVerdicts {
  private readonly formats: FormatSet;
  private readonly known = new Map<number, Map<number, FormatByKeys>>();
  private size = 0;
  private lastHigh = 0;
  private lastLow = 0;
  private last: FormatByKeys | undefined;

  constructor(formats: FormatSet) {
    this.formats = formats;
  }

  /**
   * The verdict on the record from `start` up to `end`, which is JSON; undefined if too many shapes are known.
   *
   * @param high Upper half of the hash of its shape.
   * @param low Lower half.
   */
  of(high: number, low: number, bytes: Uint8Array, start: number, end: number): FormatByKeys | undefined {
    if (this.last === undefined || high !== this.lastHigh || low !== this.lastLow) {
      this.last = this.known.get(high)?.get(low) ?? this.judge(high, low, bytes, start, end);
      this.lastHigh = high;
      this.lastLow = low;
    }
    return this.last;
  }

  private judge(high: number, low: number, bytes: Uint8Array, start: number, end: number): FormatByKeys | undefined {
    if (this.size === maxShapes) {
      return undefined;
    }
    const { members } = parseValueTree(bytes, start, end);
    const keys = members.map(({ key, value }) => ({ key, content: contentAt(bytes, value.start) }));
    const verdict = formatByKeys(keys, this.formats);
    const those = this.known.get(high) ?? new Map<number, FormatByKeys>();
    this.known.set(high, those.set(low, verdict));
    this.size++;
    return verdict;
  }
}
