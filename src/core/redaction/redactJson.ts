import { redactKey, type Redaction, redactText } from './redactText.ts';

/** A string of JSON, with what comes after it where that makes it a key; or a number that may be a name. */
const token = /("[^"\\]*(?:\\[\s\S][^"\\]*)*")(\s*:)?|(?<![\w.+-])\d{6,}(?![\w.])/g;

/**
 * Text that is JSON, or was to be, with its strings and numbers redacted, also where strings are JSON in turns. Every other character
 * stays as it is. A string in which nothing is replaced keeps its escapes.
 */
export function redactJson(text: string, redaction: Redaction): string {
  return text.replace(token, (whole, string: string | undefined, colon: string | undefined) => {
    if (string === undefined) {
      return redaction.names.has(whole) ? redaction.pseudonyms.of(redaction.names.kindOf(whole), whole) : whole;
    }
    const decoded = decodedString(string);
    if (decoded === undefined) {
      return whole;
    }
    const redacted = colon === undefined ? redactValue(decoded, redaction) : redactKey(decoded, redaction);
    return redacted === decoded ? whole : JSON.stringify(redacted) + (colon ?? '');
  });
}

/** Text that is no JSON, such as a stretch that cannot be read: all of it, and strings of JSON in it. */
export function redactLoose(text: string, redaction: Redaction): string {
  return redactText(redactJson(text, redaction), redaction);
}

function redactValue(value: string, redaction: Redaction): string {
  return /^\s*[{[]/.test(value) ? redactLoose(value, redaction) : redactText(value, redaction);
}

/** Undefined where it is no string of JSON after all. */
function decodedString(string: string): string | undefined {
  if (!string.includes('\\')) {
    return string.slice(1, -1);
  }
  try {
    return JSON.parse(string) as string;
  } catch {
    return undefined;
  }
}
