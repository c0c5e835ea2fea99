import { attestationFormat, attestationId } from '../../core/formats/attestation/attestationFormat.ts';
import type { FieldDocumentation } from '../../core/formats/definition/formatDocumentation.ts';
import { stepsOf } from '../../core/formats/definition/paths.ts';
import { parseValueTree, type ValueNode } from '../../core/json/valueTree.ts';
import { sourceText } from '../../core/json/utf8.ts';
import { maskSecrets } from '../../core/record/maskSecrets.ts';
import type { CompletionItem, Completions } from '../../protocol/answers/text.ts';
import type { Requests } from '../../protocol/requests.ts';
import type { LogIndex } from '../index/logIndex.ts';
import { visitRecords } from '../index/visitRecords.ts';
import { formatId, type AnswerContext } from './context.ts';
import { spreadRows } from './spreadRows.ts';

/** So many records are looked at. */
const maxLooked = 500;
/** Longer values are not offered: nobody would type them. UTF-16 units of JSON text. */
const maxLength = 200;
/** So many different ones are counted: keys may be data. */
const maxItems = 20_000;

/** Keys in the object at a path, or values at a path: what the formats of the log document, and what its records have. */
export async function answerCompletions(
  { index }: AnswerContext,
  { of, path, limit }: Requests['completions']['params'],
  signal: AbortSignal,
): Promise<Completions> {
  const rows = spreadRows(index.rows, maxLooked);
  const counts = new Map<string, number>();
  await visitRecords(index, rows, signal, (_, bytes) => {
    const root = parseValueTree(bytes, 0, bytes.length);
    for (const text of of === 'keys' ? keysAt(root, path) : valuesAt(bytes, root, path)) {
      if (counts.has(text) || counts.size < maxItems) {
        counts.set(text, (counts.get(text) ?? 0) + 1);
      }
    }
  });
  const fields = fieldsOf(index, rows);
  const documented = of === 'keys' ? documentedKeys(fields, path) : documentedValues(fields, path);
  const items = [...new Set([...counts.keys(), ...documented.keys()])].map((text): CompletionItem => ({
    text,
    title: '',
    documentation: '',
    ...documented.get(text),
    records: counts.get(text) ?? 0,
  }));
  items.sort((left, right) => right.records - left.records || (left.text < right.text ? -1 : 1));
  return { snapshot: index.snapshot, items: items.slice(0, limit), looked: rows.length, total: index.rows };
}

/** The values at a path, through items of arrays. */
function nodesAt(root: ValueNode, path: readonly string[]): readonly ValueNode[] {
  return path.reduce<readonly ValueNode[]>(
    (nodes, key) => nodes.flatMap((node) => node.members.flatMap((member) => (member.key === key ? itemsOf(member.value) : []))),
    [root],
  );
}

function itemsOf(node: ValueNode): readonly ValueNode[] {
  return node.kind === 'array' ? node.items : [node];
}

function keysAt(root: ValueNode, path: readonly string[]): ReadonlySet<string> {
  return new Set(nodesAt(root, path).flatMap(({ members }) => members.map(({ key }) => key)));
}

function valuesAt(bytes: Uint8Array, root: ValueNode, path: readonly string[]): ReadonlySet<string> {
  const texts = nodesAt(root, path).flatMap(({ kind, start, end }) =>
    kind === 'object' || kind === 'array' || end - start > maxLength ? [] : [sourceText(bytes, start, end)],
  );
  // What gives access is not spread to other records.
  return new Set(texts.filter((text) => maskSecrets(text) === text));
}

type Documented = ReadonlyMap<string, Pick<CompletionItem, 'title' | 'documentation'>>;

function documentedKeys(fields: readonly FieldDocumentation[], path: readonly string[]): Documented {
  const keys = fields.flatMap((field): readonly (readonly [string, FieldDocumentation])[] => {
    const steps = keySteps(field);
    const isBelow = steps.length > path.length && path.every((key, level) => steps[level] === key);
    return isBelow ? [[steps[path.length]!, field]] : [];
  });
  // A key that holds others comes by the first of them: its own documentation, if it has any, is the last word.
  const own = keys.toSorted(([, left], [, right]) => keySteps(right).length - keySteps(left).length);
  return new Map(
    own.map(([key, field]) => {
      const isOwn = keySteps(field).length === path.length + 1;
      return [key, isOwn ? { title: field.title, documentation: field.description } : { title: '', documentation: '' }];
    }),
  );
}

function documentedValues(fields: readonly FieldDocumentation[], path: readonly string[]): Documented {
  const own = fields.filter((field) => keySteps(field).join('\n') === path.join('\n'));
  const values = own.flatMap(({ values: known = {}, expected, type, title }) => {
    const isText = type === undefined || type === 'string' || (Array.isArray(type) && type.includes('string'));
    const all = [...Object.entries(known), ...(expected === undefined ? [] : [[expected, ''] as const])];
    return all.map(([value, documentation]) => [isText ? JSON.stringify(value) : value, { title, documentation }] as const);
  });
  return new Map(values);
}

/** The documented fields of the formats that these records are of. */
function fieldsOf({ table, formats }: LogIndex, rows: Uint32Array): readonly FieldDocumentation[] {
  const ids = new Set(Array.from(rows, (row) => formatId(table, table.format.data[row]!)));
  return [...ids].flatMap((id) => (id === attestationId ? attestationFormat : formats.ofId(id)?.format)?.fields ?? []);
}

/** The keys of a path; items of arrays are no steps. */
function keySteps({ path }: FieldDocumentation): readonly string[] {
  return stepsOf(path).filter((step) => step !== '[]');
}
