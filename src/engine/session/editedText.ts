import { encodeText } from '../../core/json/utf8.ts';
import { BytesSource } from '../sources/bytesSource.ts';
import type { TextEdit, TextSource } from '../../protocol/engineMessages.ts';

/** The text of a document that is being edited: it was handed over once, and its edits follow. */
export class EditedText {
  readonly #name: string;
  #text: string;
  #version: number;

  constructor({ name, text, version }: TextSource) {
    this.#name = name;
    this.#text = text;
    this.#version = version;
  }

  /** The version of the document that the text is of. */
  get version(): number {
    return this.#version;
  }

  /**
   * Makes the text that of the next version. False where the edit is not of this text, such as after one that was lost: then nothing is
   * known of the document any more, and its text must be handed over again.
   */
  apply({ base, version, length, changes }: TextEdit): boolean {
    if (base !== this.#version) {
      return false;
    }
    let text = this.#text;
    for (const { offset, removed, text: added } of changes) {
      if (offset + removed > text.length) {
        return false;
      }
      text = text.slice(0, offset) + added + text.slice(offset + removed);
    }
    if (text.length !== length) {
      return false;
    }
    this.#text = text;
    this.#version = version;
    return true;
  }

  /** The text as a source of a log. */
  source(): BytesSource {
    return new BytesSource(this.#name, encodeText(this.#text));
  }
}
