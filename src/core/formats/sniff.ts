import { auditSchemaName, envelopeKey, identifyingKeysLowerCase } from './attestation/identifyingKeys.ts';
import { keyOf } from './attestation/roleKeys.ts';
import { enoughEvidence } from './formatData.ts';
import { builtInEvidence, type KeyEvidences } from './keyEvidence.ts';
import { isListKey } from './listKeys.ts';

/**
 * Recognises an audit log by its first bytes, without an engine: what decides whether a text document gets offers, hovers and
 * findings at all. It sees the beginning of any JSON file that is opened, so it is quick, and it expects the text to be
 * cut anywhere and broken anywhere.
 */

/** How many records are looked at before the text is given up. */
const recordLimit = 20;

const identifyingKeys: ReadonlySet<string> = new Set(identifyingKeysLowerCase);

/**
 * True if one of the first 20 records of a text is an audit record: it names the schema of audit records, or has two of the
 * keys that identify them in either casing, or its keys are evidence enough
 * for another format. Records are objects on
 * their own or in an array, those in a wrapper (`{"records": […]}`, `{"hits": {"hits": […]}}`), whatever the key of its list,
 * and those in JSON text in an envelope.
 *
 * @param evidence That of the formats that are looked for.
 */
export function looksLikeAuditLog(text: string, evidence: KeyEvidences = builtInEvidence): boolean {
  const finds = (part: string): boolean => new Sniffer(true, evidence).finds(part);
  return finds(text) || linesThatBeginAnObject(text).some(finds);
}

/** A broken line hides what follows it in one go through the text; line by line, it hides nothing. */
function linesThatBeginAnObject(text: string): readonly string[] {
  const lines: string[] = [];
  for (const match of text.matchAll(/^\{.*$/gm)) {
    if (lines.push(match[0]) === recordLimit) {
      break;
    }
  }
  return lines;
}

interface Frame {
  readonly kind: 'object' | 'array';
  /** True if its own keys may be those of a record; of an array: its elements'. */
  readonly holdsRecord: boolean;
  /** Objects in it count as records. */
  readonly counts: boolean;
  readonly seen: Set<string>;
  /** By format: the evidence that its keys have given so far, each once. */
  readonly evidence: Map<number, number>;
  readonly known: Set<string>;
  key: string;
  expectsKey: boolean;
}

class Sniffer {
  readonly #looksIntoPayload: boolean;
  readonly #evidence: KeyEvidences;
  readonly #stack: Frame[] = [];
  #records = 0;

  constructor(looksIntoPayload: boolean, evidence: KeyEvidences) {
    this.#looksIntoPayload = looksIntoPayload;
    this.#evidence = evidence;
  }

  finds(text: string): boolean {
    for (const [token] of text.matchAll(/"(?:[^"\\\r\n]|\\.)*"?|[{}[\],:]/g)) {
      const frame = this.#stack.at(-1);
      if (token.startsWith('"')) {
        if (frame !== undefined && this.#string(frame, token)) {
          return true;
        }
      } else if (token === '{' || token === '[') {
        if (!this.#open(token === '{' ? 'object' : 'array', frame)) {
          return false;
        }
      } else if (token === '}' || token === ']') {
        this.#stack.pop();
      } else if (frame !== undefined) {
        frame.expectsKey = token === ',';
      }
    }
    return false;
  }

  /** False once enough records were seen. */
  #open(kind: Frame['kind'], parent: Frame | undefined): boolean {
    const isWrapped = kind === 'array' && this.#isInWrapper();
    const isList = isWrapped || (kind === 'array' && this.#isInNewObjects());
    const holdsRecord = parent === undefined || isList || (parent.kind === 'array' && parent.holdsRecord);
    // What is in a list under another key may be a part of a record: it is looked at, and counted with that record.
    const counts = parent?.counts !== false && (isWrapped || !isList);
    if (isWrapped) {
      // The wrapper was counted as a record when it began.
      this.#records -= 1;
    } else if (kind === 'object' && holdsRecord && counts) {
      this.#records += 1;
    }
    this.#stack.push({ kind, holdsRecord, counts, seen: new Set(), evidence: new Map(), known: new Set(), key: '', expectsKey: true });
    return this.#records <= recordLimit;
  }

  /** Only one object is open, and its key is one of lists of records. */
  #isInWrapper(): boolean {
    const [outermost] = this.#stack;
    return outermost?.kind === 'object' && this.#stack.length === 1 && isListKey(outermost.key);
  }

  /** One or two objects are open that have shown no key of a record. */
  #isInNewObjects(): boolean {
    const { length } = this.#stack;
    return length > 0 && length <= 2 && this.#stack.every(({ kind, seen }) => kind === 'object' && seen.size === 0);
  }

  #string(frame: Frame, token: string): boolean {
    if (frame.kind !== 'object' || !frame.holdsRecord) {
      return false;
    }
    const value = decode(token);
    if (frame.expectsKey) {
      frame.key = value.toLowerCase();
      if (identifyingKeys.has(frame.key)) {
        frame.seen.add(frame.key);
      }
      return frame.seen.size >= 2 || addEvidence(frame, this.#evidence) >= enoughEvidence;
    }
    if (frame.key === keyOf.schemaName) {
      return value === auditSchemaName;
    }
    return frame.key === envelopeKey && this.#looksIntoPayload && new Sniffer(false, this.#evidence).finds(value);
  }
}

/** Adds what the key at hand is evidence for; the most that any format has then. */
function addEvidence({ key, known, evidence }: Frame, ofKeys: KeyEvidences): number {
  if (!known.has(key)) {
    known.add(key);
    for (const { format, weight } of ofKeys.get(key) ?? []) {
      evidence.set(format, (evidence.get(format) ?? 0) + weight);
    }
  }
  return Math.max(0, ...evidence.values());
}

/** The value of a string token; of one that is cut or broken, as much as can be read. */
function decode(token: string): string {
  try {
    return String(JSON.parse(token));
  } catch {
    return token.slice(1).replace(/\\(.)/g, '$1');
  }
}
