import { sourceText } from '../../core/json/utf8.ts';
import { Originals } from '../../core/redaction/originals.ts';
import { CountedPseudonyms, foldValue, type Pseudonyms, type SimpleKind } from '../../core/redaction/pseudonyms.ts';
import { redactJson, redactLoose } from '../../core/redaction/redactJson.ts';
import type { Redaction } from '../../core/redaction/redactText.ts';
import { KnownNames } from '../../core/redaction/knownNames.ts';
import type { LogIndex } from '../index/logIndex.ts';
import { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import { knownNames } from './knownValues.ts';
import { sourceUnits } from './sourceUnits.ts';

/** How a source is redacted: the same for all of it. */
export interface RedactionPlan extends Redaction {
  readonly digest: (text: string) => string;
  /** The different values of each kind, in the order in which they come, as they are compared. Ids are only counted. */
  readonly values: ReadonlyMap<SimpleKind, ReadonlySet<string>>;
  /** About how often ids occur: those of a text that comes again soon are counted once. */
  readonly guids: number;
  /** What must not remain. */
  readonly originals: Originals;
}

/** Reads a source once to know all that it names. @param onBytes Told how many decoded bytes have been looked at. */
export async function planRedaction(
  index: LogIndex,
  source: number,
  signal: AbortSignal,
  onBytes: (bytes: number) => Promise<void>,
): Promise<RedactionPlan> {
  const names = await knownNames(index, new CooperativeTask(signal));
  const values = new Map<SimpleKind, Set<string>>();
  const note = (kind: SimpleKind, value: string): void => {
    const known = values.get(kind) ?? new Set();
    known.add(foldValue(kind, value));
    values.set(kind, known);
  };
  const originals = new Originals();
  let guids = 0;
  const pseudonyms: Pseudonyms = {
    of: (kind, original) => {
      if (kind === 'guid') {
        guids++;
      } else {
        note(kind, original);
        originals.add(kind, original.toLowerCase());
      }
      return original;
    },
  };
  const collecting: Redaction = {
    names: new KnownNames(new Set()),
    memory: new Map(),
    pseudonyms,
    onShape: (shape) => {
      names.add(shape.text);
      if (shape.kind === 'email') {
        names.addDomain(shape.text.slice(shape.text.lastIndexOf('@') + 1));
      }
    },
  };
  const work = new CooperativeTask(signal);
  let read = 0;
  for await (const { bytes, row } of sourceUnits(index, source, signal)) {
    (row === undefined ? redactLoose : redactJson)(sourceText(bytes, 0, bytes.length), collecting);
    read += bytes.length;
    await work.pause();
    await onBytes(read);
  }
  for (const name of names.names) {
    note(names.kindOf(name), name);
    originals.add(names.kindOf(name), name);
  }
  const secret = secretDigest(index, source);
  const isOriginal = (kind: SimpleKind, folded: string): boolean =>
    values.get(kind)?.has(folded) === true || names.within(folded).length > 0;
  const counted = new CountedPseudonyms(isOriginal, secret);
  // In one order, whatever is asked first: a preview says what a copy will.
  for (const [kind, known] of values) {
    known.forEach((value) => counted.of(kind, value));
  }
  return { names, memory: new Map(), pseudonyms: counted, digest: secret, values, guids, originals };
}

/** A digest with 32 random bytes that are kept nowhere else. */
function secretDigest(index: LogIndex, source: number): (text: string) => string {
  const secret = crypto.getRandomValues(new Uint8Array(32));
  const encoder = new TextEncoder();
  return (text) => {
    const digest = index.sources[source]!.source.digest();
    digest.update(secret);
    digest.update(encoder.encode(text));
    return digest.end();
  };
}
