import type { CompiledFormat } from '../formats/compiledFormat.ts';
import { meaningOf, type FieldDocumentation } from '../formats/definition/formatDocumentation.ts';
import { stepsOf } from '../formats/definition/paths.ts';
import { followPath, opened, type PlacedNode } from '../formats/treeSource.ts';
import type { Finding } from '../finding/finding.ts';
import { verdict, type Verdict } from '../finding/verdict.ts';
import { compareDecimals, isWhole, parseDecimal } from '../json/decimal.ts';
import { pointerOf, valueAt } from '../json/valueAt.ts';
import { nodeString, nodeText, type ValueNode } from '../json/valueTree.ts';

/**
 * Holds a record against the documented fields of its format, if that is strict: a value of another JSON type, a value that is
 * not among those that are listed, empty or beyond a limit, and a required field that the object around it lacks. A missing field is reported at that
 * object. An array or object may be in JSON text, as everywhere.
 *
 * What is in JSON text has no place of its own: the record is reported in its place.
 */
export function documentationFindings({ format, envelope }: CompiledFormat, bytes: Uint8Array, root: ValueNode): readonly Finding[] {
  if (format.strict !== true) {
    return [];
  }
  const records = followPath({ bytes, node: root, isOwn: true }, envelope);
  const findings = (format.fields ?? []).flatMap((field) => records.flatMap((record) => fieldFindings(field, record, root)));
  return [...new Map(findings.map((finding) => [JSON.stringify([finding.pointer, finding.code, finding.args]), finding])).values()];
}

function fieldFindings(field: FieldDocumentation, record: PlacedNode, root: ValueNode): readonly Finding[] {
  const steps = stepsOf(field.path);
  const last = steps.at(-1)!;
  const name = last === '[]' ? `${steps.at(-2) ?? ''}[]` : last;
  return followPath(record, steps.slice(0, -1)).flatMap((parent) => {
    const found = followPath(parent, [last]);
    const isMissing = field.isRequired === true && found.length === 0 && opened(parent).node.kind === 'object';
    return isMissing
      ? places(parent, verdict('schema.required', last), root)
      : found.flatMap((value) => valueFindings(field, name, value, root));
  });
}

function valueFindings(field: FieldDocumentation, name: string, value: PlacedNode, root: ValueNode): readonly Finding[] {
  const types = typeof field.type === 'string' ? [field.type] : (field.type ?? []);
  const wrongType = typeVerdict([...types, ...(types.length > 0 && field.isNullable === true ? ['null'] : [])], name, value);
  if (wrongType.length > 0) {
    return places(value, wrongType, root);
  }
  const { bytes, node, isOwn } = opened(value);
  const items = node.kind === 'array' ? node.items.map((item) => ({ bytes, node: item, isOwn })) : [];
  return [
    ...places(value, scalarVerdict(field, name, value), root),
    ...items.flatMap((item) => places(item, itemVerdict(field, `${name}[]`, item), root)),
  ];
}

function itemVerdict(field: FieldDocumentation, name: string, item: PlacedNode): readonly Verdict[] {
  const wrongType = typeVerdict(field.items === undefined ? [] : [field.items], name, item);
  return wrongType.length > 0 ? wrongType : scalarVerdict(field, name, item);
}

/** @param types Any, if there are none. */
function typeVerdict(types: readonly string[], name: string, value: PlacedNode): readonly Verdict[] {
  const kinds = kindsOf(value);
  return types.length === 0 || types.some((type) => kinds.includes(type))
    ? []
    : verdict('schema.type', name, types.join(','), kinds.includes('fraction') && types.includes('integer') ? 'fraction' : kinds[0]!);
}

/** The types that a value is of: its own first. JSON text is what it holds too. */
function kindsOf(value: PlacedNode): readonly string[] {
  const { bytes, node } = value;
  switch (node.kind) {
    case 'string':
      return ['string', opened(value).node.kind];
    case 'number': {
      const decimal = parseDecimal(nodeText(bytes, node));
      return ['number', decimal !== undefined && isWhole(decimal) ? 'integer' : 'fraction'];
    }
    default:
      return [node.kind];
  }
}

/** Whether a value that is no object or array is one that is documented, is filled where it must be, and within limits. */
function scalarVerdict(field: FieldDocumentation, name: string, { bytes, node }: PlacedNode): readonly Verdict[] {
  if (node.kind === 'null' || node.kind === 'object' || node.kind === 'array') {
    return [];
  }
  const text = node.kind === 'string' ? nodeString(bytes, node) : nodeText(bytes, node);
  if (text === '' && field.isFilled === true) {
    return verdict('schema.value', name, 'minLength', '1');
  }
  const isListed = field.values === undefined || meaningOf(field, text) !== undefined;
  if (!isListed || (field.expected !== undefined && field.expected !== text)) {
    return verdict('schema.value', name, 'enum', '');
  }
  return node.kind === 'number' ? limitVerdict(field, name, text) : [];
}

function limitVerdict({ minimum, maximum }: FieldDocumentation, name: string, text: string): readonly Verdict[] {
  const isBeyond = (limit: string | undefined, sign: number): boolean =>
    limit !== undefined && compareDecimals(parseDecimal(text)!, parseDecimal(limit)!) * sign > 0;
  if (isBeyond(minimum, -1)) {
    return verdict('schema.value', name, 'minimum', minimum!);
  }
  return isBeyond(maximum, 1) ? verdict('schema.value', name, 'maximum', maximum!) : [];
}

function places({ node, isOwn }: PlacedNode, verdicts: readonly Verdict[], root: ValueNode): readonly Finding[] {
  const { start, end } = isOwn ? node : root;
  const pointer = isOwn ? pointerOf(valueAt(root, start)?.path ?? []) : '';
  return verdicts.map(({ code, args }) => ({ code, pointer, start, end, args }));
}
