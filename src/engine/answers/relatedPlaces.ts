import { checkRecord } from '../../core/rules/checkRecord.ts';
import type { Finding, Place } from '../../core/finding/finding.ts';
import { firstKeyMessage, furtherMessage, moreFailuresMessage } from '../../core/finding/findingMessage.ts';
import { additionalErrors } from '../../core/diagnosis/firstFault.ts';
import { parseValueTree } from '../../core/json/valueTree.ts';
import type { FindingItem, RelatedPlace } from '../../protocol/answers/findings.ts';
import type { LogIndex } from '../index/logIndex.ts';
import { storedFinding } from '../index/storedFinding.ts';
import type { ReadRange } from '../sources/readRange.ts';
import { readBroken } from './brokenStretch.ts';
import { readExcerpt, shortSize } from './excerpt.ts';
import type { Places } from './places.ts';

/** So many further failures of a broken record are reported; of the others only their number. */
const maxFurther = 10;

/**
 * Further places of findings, within a record or a broken one. They are not kept: the record is judged again, once for all of its
 * findings if these are asked for one after the other.
 */
export class RelatedPlaces {
  private readonly index: LogIndex;
  private readonly places: Places;
  private row = -1;
  /** Of the record in {@link row}: where the first of equal keys is, by the offset of the finding. */
  private firstKeys: ReadonlyMap<number, Place> = new Map();

  constructor(index: LogIndex, places: Places) {
    this.index = index;
    this.places = places;
  }

  async of(item: FindingItem): Promise<readonly RelatedPlace[]> {
    const isBroken = item.record === null && (item.code === 'syntax.invalid' || item.code === 'syntax.trailingComma');
    return isBroken ? this.ofBroken(item) : this.ofRecord(item);
  }

  /** What else is wrong in a broken record, which is read again as well. */
  private async ofBroken({ ref, byteLength }: FindingItem): Promise<readonly RelatedPlace[]> {
    const { source } = this.index.sources[ref.source]!;
    const broken = byteLength === 0 ? undefined : await readBroken(this.index, ref.source, ref.finding);
    if (broken === undefined) {
      return [];
    }
    const { bytes, base, start, failure } = broken;
    const { first, total } = additionalErrors(bytes, start, failure, bytes.length, maxFurther + 1);
    const related: RelatedPlace[] = [];
    for (const [number, further] of first.entries()) {
      const [offset, length] = [base + further.start, further.end - further.start];
      related.push({
        message: number < maxFurther ? furtherMessage(further.fault) : moreFailuresMessage(total - maxFurther),
        pointer: '',
        ...(await source.placeOf(offset, length)),
        range: await this.places.afterFinding(ref, offset, length),
        excerpt: await readExcerpt(ofBytes(bytes), further.start, length, shortSize),
      });
    }
    return related;
  }

  private async ofRecord({ ref, code, record, pointer }: FindingItem): Promise<readonly RelatedPlace[]> {
    const row = code === 'syntax.duplicateKey' && record !== null ? this.index.rowOf(record) : undefined;
    if (row === undefined) {
      return [];
    }
    if (this.row !== row) {
      const bytes = await this.index.bytesOf(row);
      this.firstKeys = firstKeysOf(checkRecord(bytes, parseValueTree(bytes, 0, bytes.length), this.index.formats));
      this.row = row;
    }
    const begin = this.index.table.offset.at(row);
    const first = this.firstKeys.get(storedFinding(this.index, ref.source, ref.finding).offset - begin);
    if (first === undefined) {
      return [];
    }
    const [offset, length] = [begin + first.start, first.end - first.start];
    const place = await this.index.sources[ref.source]!.source.placeOf(offset, length);
    const range = await this.places.ofPart(row, offset, length);
    return [{ message: firstKeyMessage, pointer, ...place, range, excerpt: null }];
  }
}

/** Reads bytes that are at hand. */
function ofBytes(bytes: Uint8Array): ReadRange {
  return (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length));
}

/** Where both keys are in one JSON text within the record, there is one place for both, and nothing more to show. */
function firstKeysOf(findings: readonly Finding[]): ReadonlyMap<number, Place> {
  return new Map(
    findings.flatMap(({ code, start, related }) =>
      code === 'syntax.duplicateKey' && related !== undefined && related.start !== start ? [[start, related] as const] : [],
    ),
  );
}
