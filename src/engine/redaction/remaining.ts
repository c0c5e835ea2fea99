import { isMadeGuid, type SimpleKind } from '../../core/redaction/pseudonyms.ts';
import { shapesIn } from '../../core/redaction/shapes.ts';
import type { RedactionPlan } from './redactionPlan.ts';

/** A key of JSON. Keys are a format's own, so that names may be words in them. */
const key = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"(?=\s*:)/g;

/** Whether a kind of values has a form of its own, by which it is replaced in keys, too. */
function isInKeys(kind: SimpleKind): boolean {
  return kind === 'email' || kind === 'ipv4' || kind === 'ipv6';
}

/** The kind of a value that remains in a stretch of a copy, in the text or in its strings once their escapes are resolved; undefined for none. */
export function remaining(text: string, plan: RedactionPlan): SimpleKind | undefined {
  return inText(text, plan) ?? (text.includes('\\') ? inStrings(text, plan) : undefined);
}

function inText(text: string, { originals, digest }: RedactionPlan): SimpleKind | undefined {
  const keys: string[] = [];
  const values = text.replaceAll(key, (one) => {
    keys.push(one);
    return '""';
  });
  const found = originals.in(values) ?? originals.in(keys.join(' '), isInKeys);
  if (found !== undefined) {
    return found;
  }
  return shapesIn(text).some((shape) => shape.kind === 'guid' && !isMadeGuid(shape.text, digest)) ? 'guid' : undefined;
}

function inStrings(text: string, plan: RedactionPlan): SimpleKind | undefined {
  const strings: string[] = [];
  try {
    JSON.parse(text, (_, value: unknown) => {
      if (typeof value === 'string') {
        strings.push(value);
      }
      return value;
    });
  } catch {
    // A stretch that is no JSON, or nested too deeply.
    return undefined;
  }
  for (const string of strings) {
    const found = /^\s*[{[]/.test(string) ? remaining(string, plan) : inText(string, plan);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}
