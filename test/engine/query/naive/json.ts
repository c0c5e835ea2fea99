/** JSON as it says, but numbers as they are written: `1.0` and 2^53 + 1 must survive. */
export type Json = null | boolean | string | NumberText | readonly Json[] | { readonly [key: string]: Json };

export class NumberText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** Decodes JSON with the platform's own reader. */
export function decode(text: string): Json {
  const revive = (_: string, value: unknown, context: { readonly source?: string }): unknown =>
    typeof value === 'number' ? new NumberText(context.source!) : value;
  return JSON.parse(text, revive as (key: string, value: unknown) => unknown) as Json;
}

/** How a writer sets its records. */
export interface Style {
  readonly colon: string;
  readonly comma: string;
  /** Writes every fifth character of strings and keys as an escape, and slashes with a backslash. */
  readonly escapes: boolean;
}

/** As JSON.stringify writes. */
export const compact: Style = { colon: ':', comma: ',', escapes: false };

/** Writes JSON in a style, on one line. */
export function write(value: Json, style: Style): string {
  if (value instanceof NumberText) {
    return value.text;
  }
  if (typeof value === 'string') {
    return writeString(value, style);
  }
  if (typeof value !== 'object' || value === null) {
    return String(value);
  }
  if (isList(value)) {
    return `[${value.map((item) => write(item, style)).join(style.comma)}]`;
  }
  const members = Object.entries(value).map(([key, inner]) => `${writeString(key, style)}${style.colon}${write(inner, style)}`);
  return `{${members.join(style.comma)}}`;
}

function writeString(text: string, { escapes }: Style): string {
  const quoted = JSON.stringify(text);
  if (!escapes) {
    return quoted;
  }
  const units = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
  const written = units.map((unit, index) => {
    const character = String.fromCharCode(unit);
    if (index % 5 === 1 || unit < 0x20 || (unit >= 0xd800 && unit <= 0xdfff)) {
      return `\\u${unit.toString(16).padStart(4, '0')}`;
    }
    return character === '"' || character === '\\' || character === '/' ? `\\${character}` : character;
  });
  return `"${written.join('')}"`;
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

export function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !isList(value) && !(value instanceof NumberText);
}
