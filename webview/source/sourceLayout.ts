import { jsonTokens, type JsonToken, type TokenKind } from './jsonTokens.ts';
import { valueName, type SourceValue } from './sourceValue.ts';
import { stringLayer, type TextLayer } from './textLayer.ts';

/** A stretch of a layer's text on one line: from `from` up to `to`, in UTF-16 units. Nothing is added to it or left out of it. */
export interface SourcePiece {
  /** `plain`: of a text that is no JSON. */
  readonly kind: TokenKind | 'plain';
  readonly layer: TextLayer;
  readonly from: number;
  readonly to: number;
  /** The value that it is of, or whose key it is; undefined for what is between values. */
  readonly value: SourceValue | undefined;
  /** A string that holds JSON text, or the opening quote of one that is unfolded. */
  readonly fold?: 'folded' | 'unfolded';
}

export interface SourceLine {
  /** How many objects and arrays it is in. */
  readonly level: number;
  /** How many JSON texts it is in. */
  readonly texts: number;
  readonly pieces: readonly SourcePiece[];
}

export interface SourceLayout {
  readonly lines: readonly SourceLine[];
  /** Whether the text is JSON as far as it goes. If not, its lines are those of the text. */
  readonly isJson: boolean;
  /** Names of the strings that hold JSON text, by {@link valueName}, those in unfolded ones included. */
  readonly folds: readonly string[];
}

/** An object, array or JSON text that is not closed yet. */
interface Open {
  readonly kind: 'object' | 'array' | 'text';
  readonly value: SourceValue;
  /** Of an object the key that was read last, of an array the index of the next item. */
  step: string | number;
  /** Of an object how often each key was read; undefined before the first. */
  keys: Map<string, number> | undefined;
}

/** What is read from one layer: its tokens, and the next of them. */
interface Reading {
  readonly layer: TextLayer;
  readonly tokens: readonly JsonToken[];
  next: number;
}

/**
 * A JSON text with each member and item on a line of its own, as `JSON.stringify` would set it, but with every string and number as it is
 * written. Strings that hold an object or array as JSON text are set in the same way where `isUnfolded` says so of their names. A text
 * that is no JSON is left as it is.
 */
export function sourceLayout(text: string, isUnfolded: (name: string) => boolean): SourceLayout {
  const layer: TextLayer = { text, places: undefined };
  const { tokens, outcome } = jsonTokens(text);
  return outcome === 'invalid' ? { lines: rawLines(layer), isJson: false, folds: [] } : new Layout(isUnfolded).of(layer, tokens);
}

/** The lines of a text, without the line feeds that end them. */
function rawLines(layer: TextLayer): readonly SourceLine[] {
  let from = 0;
  return layer.text.split('\n').map((line) => {
    const piece: SourcePiece = { kind: 'plain', layer, from, to: from + line.length, value: undefined };
    from += line.length + 1;
    return { level: 0, texts: 0, pieces: [piece] };
  });
}

class Layout {
  readonly #isUnfolded: (name: string) => boolean;
  readonly #lines: SourceLine[] = [];
  readonly #folds: string[] = [];
  readonly #open: Open[] = [];
  /** The record's text, and the JSON texts in each other that are being read. */
  readonly #readings: Reading[] = [];
  #line: { readonly level: number; readonly texts: number; readonly pieces: SourcePiece[] } | undefined;
  #level = 0;

  constructor(isUnfolded: (name: string) => boolean) {
    this.#isUnfolded = isUnfolded;
  }

  of(layer: TextLayer, tokens: readonly JsonToken[]): SourceLayout {
    this.#readings.push({ layer, tokens, next: 0 });
    for (let reading = this.#readings.at(-1); reading !== undefined; reading = this.#readings.at(-1)) {
      const token = reading.tokens[reading.next++];
      if (token === undefined) {
        this.#readings.pop();
        this.#closeText();
      } else {
        this.#take(reading, token);
      }
    }
    this.#endLine();
    return { lines: this.#lines, isJson: true, folds: this.#folds };
  }

  #take({ layer, tokens, next }: Reading, token: JsonToken): void {
    const mark = token.kind === 'punctuation' ? layer.text[token.start] : undefined;
    if (mark === undefined || opens(mark)) {
      this.#takeValue(layer, token, mark);
      return;
    }
    if (mark !== '}' && mark !== ']') {
      this.#put(layer, token, undefined);
      if (mark === ',') {
        this.#endLine();
      }
      return;
    }
    // An empty object or array stays on one line.
    if (!isOpening(layer, tokens[next - 2]!)) {
      this.#endLine();
    }
    this.#level--;
    this.#put(layer, token, this.#open.pop()!.value);
  }

  /** A key, a value of one token, or what opens an object or array. */
  #takeValue(layer: TextLayer, token: JsonToken, mark: string | undefined): void {
    const parent = this.#open.at(-1);
    if (parent !== undefined && parent.kind !== 'text' && this.#endsWithOpening) {
      this.#endLine();
    }
    if (token.kind === 'key') {
      const key = keyOf(layer, token);
      parent!.step = key;
      parent!.keys ??= new Map();
      parent!.keys.set(key, (parent!.keys.get(key) ?? 0) + 1);
      this.#put(layer, token, this.#child(parent));
      return;
    }
    const value = this.#child(parent);
    if (typeof parent?.step === 'number') {
      parent.step++;
    }
    if (mark !== undefined) {
      this.#put(layer, token, value);
      this.#open.push({ kind: mark === '{' ? 'object' : 'array', value, step: mark === '{' ? '' : 0, keys: undefined });
      this.#level++;
    } else if (token.kind !== 'string' || !this.#takeText(layer, token, value)) {
      this.#put(layer, token, value);
    }
  }

  get #endsWithOpening(): boolean {
    const last = this.#line?.pieces.at(-1);
    return last?.kind === 'punctuation' && opens(last.layer.text[last.from]!);
  }

  /** The next value of what is open; of JSON text that of its string. */
  #child(parent: Open | undefined): SourceValue {
    if (parent?.kind === 'text') {
      return parent.value;
    }
    const step = parent?.step ?? '';
    const repeats = typeof step === 'string' ? (parent?.keys?.get(step) ?? 1) - 1 : 0;
    return { parent: parent?.value, step, repeats, isInText: this.#texts > 0 };
  }

  /** How many JSON texts are being read. */
  get #texts(): number {
    return this.#readings.length - 1;
  }

  /** A string that holds JSON text, folded or not; false for any other. */
  #takeText(layer: TextLayer, { start, end }: JsonToken, value: SourceValue): boolean {
    const text = heldText(layer, start, end);
    if (text === undefined) {
      return false;
    }
    const name = valueName(value);
    const isUnfolded = this.#isUnfolded(name);
    this.#folds.push(name);
    this.#add({
      kind: 'string',
      layer,
      from: start,
      to: isUnfolded ? start + 1 : end,
      value,
      fold: isUnfolded ? 'unfolded' : 'folded',
    });
    if (isUnfolded) {
      this.#open.push({ kind: 'text', value, step: '', keys: undefined });
      this.#readings.push({ ...text, next: 0 });
    }
    return true;
  }

  /** After the last token of a layer: the quote that ends the string around it. */
  #closeText(): void {
    const reading = this.#readings.at(-1);
    if (reading !== undefined) {
      const { value } = this.#open.pop()!;
      const { end } = reading.tokens[reading.next - 1]!;
      this.#add({ kind: 'string', layer: reading.layer, from: end - 1, to: end, value });
    }
  }

  #put(layer: TextLayer, { kind, start, end }: JsonToken, value: SourceValue | undefined): void {
    this.#add({ kind, layer, from: start, to: end, value });
  }

  #add(piece: SourcePiece): void {
    this.#line ??= { level: this.#level, texts: this.#texts, pieces: [] };
    this.#line.pieces.push(piece);
  }

  #endLine(): void {
    if (this.#line !== undefined) {
      this.#lines.push(this.#line);
      this.#line = undefined;
    }
  }
}

function opens(mark: string): boolean {
  return mark === '{' || mark === '[';
}

function isOpening({ text }: TextLayer, { kind, start }: JsonToken): boolean {
  return kind === 'punctuation' && opens(text[start]!);
}

/** The object or array that is in a string as JSON text; undefined for any other string. */
function heldText(outer: TextLayer, start: number, end: number): Omit<Reading, 'next'> | undefined {
  // A quick look first: most strings hold none, and one that is cut has no end.
  const isLikely =
    /^"(?:\s|\\[tnr])*[{[]/.test(outer.text.slice(start, start + 64)) &&
    /[}\]](?:\s|\\[tnr])*"$/.test(outer.text.slice(Math.max(start, end - 64), end));
  if (!isLikely) {
    return undefined;
  }
  const layer = stringLayer(outer, start, end);
  const { tokens, outcome } = jsonTokens(layer.text);
  return outcome === 'whole' ? { layer, tokens } : undefined;
}

/** A key as it reads; of one that is cut what is there. */
function keyOf({ text }: TextLayer, { start, end, isCut }: JsonToken): string {
  const source = text.slice(start, end);
  return isCut === true ? source.slice(1) : (JSON.parse(source) as string);
}
