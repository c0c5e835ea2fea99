import { nodeString, parseValueTree, type ValueNode } from '../json/valueTree.ts';
import type { CompiledEvidence } from './compiledEvidence.ts';
import type { CompiledFormat } from './compiledFormat.ts';
import { chosenFormat, formatByKeys, type Candidate, type FormatByKeys, type KeyOfRecord, type ValueContent } from './formatByKeys.ts';
import type { FormatSet } from './formatSet.ts';
import { parseRecord, type ParsedRecord } from './parsedRecord.ts';
import { holds } from './recordFormat.ts';
import { TreeSource } from './treeSource.ts';

/** More lists of keys than these are not remembered: hostile logs have one for each record. */
const maxKnown = 1024;

/** Takes many records apart as {@link parseRecord} does, but looks at their values only where their keys do not say what they are. */
export class RecordParser {
  private readonly known = new Map<string, FormatByKeys>();
  private readonly formats: FormatSet;

  constructor(formats: FormatSet) {
    this.formats = formats;
  }

  /** Takes the bytes of exactly one record. */
  parse(bytes: Uint8Array): ParsedRecord {
    const root = parseValueTree(bytes, 0, bytes.length);
    const byKeys = this.formatOf(root.members.map(({ key, value }) => ({ key, content: contentOf(bytes, value) })));
    if (byKeys.kind === 'decided') {
      return { bytes, root, other: byKeys.format === 'attestation' ? undefined : byKeys.format };
    }
    const other = byKeys.kind === 'asked' ? (chosenAmong(byKeys.candidates, bytes, root) ?? byKeys.otherwise) : undefined;
    return other === undefined ? parseRecord(bytes, this.formats) : { bytes, root, other };
  }

  private formatOf(keys: readonly KeyOfRecord[]): FormatByKeys {
    const name = JSON.stringify(keys.map(({ key, content }) => [key, content]));
    let found = this.known.get(name);
    if (found === undefined) {
      found = formatByKeys(keys, this.formats);
      if (this.known.size === maxKnown) {
        this.known.clear();
      }
      this.known.set(name, found);
    }
    return found;
  }
}

/** The format that the values decide for, of those that the keys leave. */
function chosenAmong(candidates: readonly Candidate[], bytes: Uint8Array, root: ValueNode): CompiledFormat | undefined {
  const sources = new Map<CompiledEvidence, TreeSource>();
  for (const { format, asked } of candidates) {
    const source = new TreeSource(format.paths, bytes, root);
    asked.forEach((evidence) => sources.set(evidence, source));
  }
  return chosenFormat(candidates, (evidence) => holds(evidence, sources.get(evidence)!, evidence.slot));
}

function contentOf(bytes: Uint8Array, value: ValueNode): ValueContent {
  switch (value.kind) {
    case 'null':
      return 'null';
    case 'object':
    case 'array':
      return 'nested';
    case 'string':
      // Only text that begins with a bracket or a blank may be JSON.
      return /^[\s{[]/.test(nodeString(bytes, value)) ? 'nested' : 'plain';
    default:
      return 'plain';
  }
}
