import { auditSchemaName, envelopeKey, identifyingKeysLowerCase } from './attestation/identifyingKeys.ts';
import { keyOf } from './attestation/roleKeys.ts';
import { enoughEvidence } from './formatData.ts';
import { asksForValue, builtInEvidence, depthOf, isAskedValue, nameOfPath, type KeyEvidences } from './keyEvidence.ts';
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
 * keys that identify them in either casing, or its keys, those of inner objects too, and constants are evidence enough for
 * another format. Records are objects on their own or in an array, those in a wrapper (`{"records": […]}`,
 * `{"hits": {"hits": […]}}`), whatever the key of its list, and those in JSON text in an envelope.
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
  /** Of a record and the objects in it: where they are, and the evidence that the record has given so far. */
  readonly inRecord: { readonly path: readonly string[]; readonly found: RecordEvidence } | undefined;
  key: string;
  expectsKey: boolean;
}

/** Evidence that a record has given, each piece once. */
interface RecordEvidence {
  /** By format. */
  readonly weights: Map<number, number>;
  readonly known: Set<string>;
}

class Sniffer {
  readonly #looksIntoPayload: boolean;
  readonly #evidence: KeyEvidences;
  /** How deep in a record objects are looked at. */
  readonly #depth: number;
  readonly #stack: Frame[] = [];
  #records = 0;

  constructor(looksIntoPayload: boolean, evidence: KeyEvidences) {
    this.#looksIntoPayload = looksIntoPayload;
    this.#evidence = evidence;
    this.#depth = depthOf(evidence);
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
    const inRecord = placeInRecord(kind, holdsRecord, parent, this.#depth);
    this.#stack.push({ kind, holdsRecord, counts, seen: new Set(), inRecord, key: '', expectsKey: true });
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

  /** Whether a key or a string decides that a record is an audit record. */
  #string(frame: Frame, token: string): boolean {
    if (frame.inRecord === undefined) {
      return false;
    }
    const text = decode(token);
    return frame.expectsKey ? this.#key(frame, text.toLowerCase()) : this.#value(frame, text);
  }

  #key(frame: Frame, key: string): boolean {
    frame.key = key;
    if (frame.holdsRecord && identifyingKeys.has(key)) {
      frame.seen.add(key);
    }
    return frame.seen.size >= 2 || addEvidence(frame, this.#evidence, undefined) >= enoughEvidence;
  }

  #value(frame: Frame, value: string): boolean {
    if (addEvidence(frame, this.#evidence, value) >= enoughEvidence) {
      return true;
    }
    if (!frame.holdsRecord) {
      return false;
    }
    return frame.key === keyOf.schemaName
      ? value === auditSchemaName
      : frame.key === envelopeKey && this.#looksIntoPayload && new Sniffer(false, this.#evidence).finds(value);
  }
}

/**
 * Where an object is: a record itself, or the value of a member of one or of an object in one, up to a depth; undefined for any other
 * value.
 */
function placeInRecord(kind: Frame['kind'], holdsRecord: boolean, parent: Frame | undefined, depth: number): Frame['inRecord'] {
  if (kind === 'object' && holdsRecord) {
    return { path: [], found: { weights: new Map(), known: new Set() } };
  }
  const outer = kind === 'object' && parent?.kind === 'object' ? parent.inRecord : undefined;
  return outer === undefined || outer.path.length === depth ? undefined : { path: [...outer.path, parent!.key], found: outer.found };
}

/** Adds what the key at hand is evidence for, or its value; the most that any format has then. */
function addEvidence({ key, inRecord }: Frame, evidences: KeyEvidences, value: string | undefined): number {
  const { path, found } = inRecord!;
  const name = nameOfPath([...path, key]);
  for (const [index, evidence] of (evidences.get(name) ?? []).entries()) {
    const isFound = asksForValue(evidence) ? value !== undefined && isAskedValue(evidence, value) : value === undefined;
    if (isFound && !found.known.has(`${name}\0${index}`)) {
      found.known.add(`${name}\0${index}`);
      found.weights.set(evidence.format, (found.weights.get(evidence.format) ?? 0) + evidence.weight);
    }
  }
  return Math.max(0, ...found.weights.values());
}

/** The value of a string token; of one that is cut or broken, as much as can be read. */
function decode(token: string): string {
  try {
    return String(JSON.parse(token));
  } catch {
    return token.slice(1).replace(/\\(.)/g, '$1');
  }
}
