import { parseJsonText } from '../../core/json/parseJsonText.ts';
import { nodeString, type ValueNode } from '../../core/json/valueTree.ts';
import { parseRecord } from '../../core/formats/parsedRecord.ts';
import { fieldName, resolveOwnField } from '../../core/query/fields.ts';
import { isDocumented } from '../../core/formats/attestation/fields.ts';
import type { SeenField, SeenFields } from '../../protocol/answers/fields.ts';
import type { Requests } from '../../protocol/requests.ts';
import type { LogIndex } from '../index/logIndex.ts';
import { visitRecords } from '../index/visitRecords.ts';
import type { AnswerContext } from './context.ts';
import { spreadRows } from './spreadRows.ts';

/** So many records are looked at. */
const maxLooked = 500;
/** Paths in all of them together: keys may be data, such as names of users. */
const maxPaths = 20_000;
/** A field of a request is no longer. */
const maxLength = 1000;
/** Keys in one another. */
const maxDepth = 16;

/** The keys of some records, spread evenly over the log. */
export async function answerSeenFields(
  { index }: AnswerContext,
  { limit }: Requests['seenFields']['params'],
  signal: AbortSignal,
): Promise<SeenFields> {
  const rows = spreadRows(index.rows, maxLooked);
  const counts = new Map<string, number>();
  await visitRecords(index, rows, signal, (_, bytes) => {
    for (const field of fieldsOf(bytes, index)) {
      if (counts.has(field) || counts.size < maxPaths) {
        counts.set(field, (counts.get(field) ?? 0) + 1);
      }
    }
  });
  const fields = [...counts].map(([field, records]): SeenField => ({ field, records }));
  fields.sort((left, right) => right.records - left.records || (left.field < right.field ? -1 : 1));
  return { snapshot: index.snapshot, fields: fields.slice(0, limit), distinct: fields.length, looked: rows.length, total: index.rows };
}

/** The fields that read the values of a record. A key of Attestation that is another field goes by its name. */
function fieldsOf(record: Uint8Array, { formats }: LogIndex): ReadonlySet<string> {
  const { bytes, root, other } = parseRecord(record, formats);
  const fields = new Set<string>();
  for (const path of pathsOf(bytes, root)) {
    const own = other === undefined && isDocumented(path) ? resolveOwnField(path) : undefined;
    fields.add(fieldName(own ?? { kind: 'key', name: path }));
  }
  return fields;
}

/** The paths at which there are values, not objects, through items of arrays and JSON text. */
function pathsOf(bytes: Uint8Array, root: ValueNode): ReadonlySet<string> {
  const paths = new Set<string>();
  const open = [{ bytes, node: root, path: '', depth: 0 }];
  for (let next = open.pop(); next !== undefined && paths.size < maxPaths; next = open.pop()) {
    const text = next.node.kind === 'string' ? parseJsonText(nodeString(next.bytes, next.node)) : undefined;
    const { bytes: within, node } = text === undefined ? next : { bytes: text.bytes, node: text.root };
    if (next.depth < maxDepth) {
      node.items.forEach((item) => open.push({ ...next, bytes: within, node: item, depth: next.depth + 1 }));
      for (const { key, value } of node.members) {
        const path = next.path === '' ? key : `${next.path}.${key}`;
        if (path.length <= maxLength) {
          open.push({ bytes: within, node: value, path, depth: next.depth + 1 });
        }
      }
    }
    if (next.path !== '' && node.kind !== 'object' && node.kind !== 'array') {
      paths.add(next.path);
    }
  }
  return paths;
}
