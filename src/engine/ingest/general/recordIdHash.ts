import type { CompiledFormat, CompiledText } from '../../../core/formats/compiledFormat.ts';
import type { FoundValue, RoleSource } from '../../../core/formats/roleSource.ts';
import { hasEscapes } from '../../../core/json/hasEscapes.ts';
import { encodeText } from '../../../core/json/utf8.ts';
import { hashBytes, mixWord } from '../../columns/byteHash.ts';
import { ByteView } from '../../columns/byteView.ts';
import { StringContent } from '../values/stringContent.ts';
import { firstScalar, isEmpty } from './roleIds.ts';

const quote = 0x22;

/** Hashes the ids that records give themselves: alike for records of one format whose ids are one text, however it is written. */
export class RecordIdHash {
  private readonly seed: number;
  /** Seeds by format: an id names a record among those of its format. */
  private readonly seeds = new Map<string, number>();
  private readonly beforeBytes = new Map<string, Uint8Array>();
  private readonly content = new StringContent('WTF-8');
  private readonly view = new ByteView();
  /** The text of an id. */
  private text = new Uint8Array(256);
  private length = 0;

  constructor(seed: number) {
    this.seed = seed;
  }

  /** 32 bits, never 0; 0 where the record has no id. */
  of({ format, recordId }: CompiledFormat, source: RoleSource): number {
    for (const text of recordId) {
      const plain = 'slot' in text ? firstScalar(source.values(text.slot)) : undefined;
      if (plain !== undefined && !isEmpty(plain) && !hasEscapes(plain.bytes, plain.start, plain.end)) {
        // The usual case needs no copy of the text.
        const quotes = plain.bytes[plain.start] === quote ? 1 : 0;
        return this.hash(plain.bytes, plain.start + quotes, plain.end - quotes, format.id);
      }
      this.length = 0;
      if (this.read(text, source)) {
        return this.hash(this.text, 0, this.length, format.id);
      }
    }
    return 0;
  }

  private hash(bytes: Uint8Array, start: number, end: number, format: string): number {
    return hashBytes(this.view.of(bytes), start, end, this.seedOf(format)) >>> 0 || 1;
  }

  /** Reads the text of an id, as `firstText` finds it; false where there is none. */
  private read(text: CompiledText, source: RoleSource): boolean {
    if ('slot' in text) {
      return this.append('', firstScalar(source.values(text.slot)));
    }
    for (const { slot, before } of text.join) {
      const isRead = this.append(before, firstScalar(source.values(slot)));
      if (!isRead && this.length === 0) {
        return false;
      }
    }
    return true;
  }

  private append(before: string, found: FoundValue | undefined): boolean {
    if (found === undefined || isEmpty(found)) {
      return false;
    }
    if (before !== '') {
      const bytes = this.beforeBytes.get(before) ?? encodeText(before);
      this.beforeBytes.set(before, bytes);
      this.write(bytes, 0, bytes.length);
    }
    const { bytes, start, end } = found;
    const quotes = bytes[start] === quote ? 1 : 0;
    if (quotes === 1 && hasEscapes(bytes, start + 1, end - 1)) {
      this.content.resolve(bytes, start + 1, end - 1);
      this.write(this.content.resolved, 0, this.content.length);
    } else {
      this.write(bytes, start + quotes, end - quotes);
    }
    return true;
  }

  private write(bytes: Uint8Array, start: number, end: number): void {
    if (this.length + end - start > this.text.length) {
      const longer = new Uint8Array((this.length + end - start) * 2);
      longer.set(this.text.subarray(0, this.length));
      this.text = longer;
    }
    for (let index = start; index < end; index++) {
      this.text[this.length++] = bytes[index]!;
    }
  }

  /** The seed of the hashes of the ids of a format's records. */
  seedOf(format: string): number {
    let seed = this.seeds.get(format);
    if (seed === undefined) {
      seed = [...encodeText(format)].reduce(mixWord, this.seed);
      this.seeds.set(format, seed);
    }
    return seed;
  }
}
