import { ByteView } from '../../columns/byteView.ts';
import { Literal } from './literal.ts';

/**
 * Splits a resource id in bytes into the parts that vary and the words around them, so that a log with a million
 * resources has a short dictionary for each part and not a long one of whole ids.
 *
 * Only the usual form is split, `/subscriptions/<id>/resourceGroups/<name>/providers/<namespace>/<type>/<name>`, words in
 * any case. Its seven slashes are all that is looked for: the words are kept as they were written.
 */
export class ResourceParts {
  /** Offsets of the three parts: subscription, resource group, instance. */
  readonly start = new Int32Array(3);
  readonly end = new Int32Array(3);
  /** The whole id with a NUL in the place of each part. */
  readonly form = new Uint8Array(512);
  formLength = 0;
  /** The form of the last id is that of the one before it. */
  isLastForm = false;
  /** The words before each part of the last id that had the usual form. */
  private words: readonly Literal[] = [];
  private readonly view = new ByteView();
  private readonly slashes = new Int32Array(8);

  /** False if the bytes are no resource id of the usual form. */
  split(bytes: Uint8Array, start: number, end: number): boolean {
    this.isLastForm = this.splitLikeLast(bytes, start, end);
    return this.isLastForm || this.splitAnew(bytes, start, end);
  }

  /** Takes the words from the id before: only the parts are searched for slashes. */
  private splitLikeLast(bytes: Uint8Array, start: number, end: number): boolean {
    const { words } = this;
    if (words.length === 0) {
      return false;
    }
    const view = this.view.of(bytes);
    let position = start;
    for (let part = 0; part < 3; part++) {
      const word = words[part]!;
      if (position + word.length >= end || !word.isAt(view, position)) {
        return false;
      }
      position += word.length;
      this.start[part] = position;
      while (position < end && bytes[position] !== 0x2f && bytes[position] !== 0) {
        position++;
      }
      if (position === this.start[part]) {
        return false;
      }
      this.end[part] = position;
    }
    return position === end;
  }

  private splitAnew(bytes: Uint8Array, start: number, end: number): boolean {
    this.words = [];
    let count = 0;
    for (let position = start; position < end; position++) {
      if (bytes[position] === 0x2f) {
        if (count === 8 || (count > 0 && this.slashes[count - 1] === position - 1)) {
          return false;
        }
        this.slashes[count++] = position;
      } else if (bytes[position] === 0) {
        return false;
      }
    }
    if (count !== 8 || this.slashes[0] !== start || this.slashes[7] === end - 1) {
      return false;
    }
    if (!this.isWord(bytes, 0, subscriptions) || !this.isWord(bytes, 2, resourceGroups) || !this.isWord(bytes, 4, providers)) {
      return false;
    }
    this.setPart(0, this.slashes[1]! + 1, this.slashes[2]!);
    this.setPart(1, this.slashes[3]! + 1, this.slashes[4]!);
    this.setPart(2, this.slashes[7]! + 1, end);
    return this.writeForm(bytes, start);
  }

  private setPart(part: number, start: number, end: number): void {
    this.start[part] = start;
    this.end[part] = end;
  }

  private isWord(bytes: Uint8Array, slash: number, word: string): boolean {
    const start = this.slashes[slash]! + 1;
    if (this.slashes[slash + 1]! - start !== word.length) {
      return false;
    }
    for (let index = 0; index < word.length; index++) {
      if ((bytes[start + index]! | 0x20) !== word.charCodeAt(index)) {
        return false;
      }
    }
    return true;
  }

  private writeForm(bytes: Uint8Array, start: number): boolean {
    const fixed = this.start[0]! - start + (this.start[1]! - this.end[0]!) + (this.start[2]! - this.end[1]!);
    if (fixed + 3 > this.form.length) {
      return false;
    }
    let length = 0;
    let from = start;
    for (let part = 0; part < 3; part++) {
      for (let position = from; position < this.start[part]!; position++) {
        this.form[length++] = bytes[position]!;
      }
      this.form[length++] = 0;
      from = this.end[part]!;
    }
    this.formLength = length;
    this.words = [0, 1, 2].map((part) => new Literal(bytes.subarray(part === 0 ? start : this.end[part - 1]!, this.start[part])));
    return true;
  }
}

const subscriptions = 'subscriptions';
const resourceGroups = 'resourcegroups';
const providers = 'providers';
