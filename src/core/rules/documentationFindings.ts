import type { CompiledFormat } from '../formats/compiledFormat.ts';
import { meaningOf, type FieldDocumentation } from '../formats/formatDocumentation.ts';
import { stepsOf } from '../formats/paths.ts';
import { followPath, opened, type PlacedNode } from '../formats/treeSource.ts';
import type { Finding } from '../finding/finding.ts';
import { verdict, type Verdict } from '../finding/verdict.ts';
import { isWhole, parseDecimal } from '../json/decimal.ts';
import { pointerOf, valueAt } from '../json/valueAt.ts';
import { nodeString, nodeText, type ValueNode } from '../json/valueTree.ts';

/**
 * Holds a record against the documented fields of its format, if that is strict: a value of another JSON type, a value that is
 * not among those that are listed, and a required field that the object around it lacks. A missing field is reported at that
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
  const wrongType = typeVerdict(field, name, value);
  if (wrongType.length > 0) {
    return places(value, wrongType, root);
  }
  const { values } = field;
  const items = value.node.kind === 'array' ? value.node.items.map((node) => ({ ...value, node })) : [value];
  return values === undefined
    ? []
    : items.flatMap((item) => (isListed(field, item) ? [] : places(item, verdict('schema.value', name, 'enum', ''), root)));
}

function typeVerdict({ type, isNullable }: FieldDocumentation, name: string, value: PlacedNode): readonly Verdict[] {
  const kind = kindOf(value, type);
  const isRight = type === undefined || kind === type || (kind === 'null' && isNullable === true);
  return isRight ? [] : verdict('schema.type', name, isNullable === true ? `${type},null` : type, kind);
}

/** The type of a value, in the words of the documented type where it is of that: `integer` for a number without a fraction. */
function kindOf(value: PlacedNode, type: FieldDocumentation['type']): string {
  const { bytes, node } = value;
  if (node.kind === 'string' && (type === 'object' || type === 'array')) {
    return opened(value).node.kind;
  }
  if (node.kind !== 'number' || type !== 'integer') {
    return node.kind;
  }
  const decimal = parseDecimal(nodeText(bytes, node));
  return decimal !== undefined && isWhole(decimal) ? 'integer' : 'fraction';
}

/** Whether a value is one of those that are documented; of what is no scalar nothing is listed. */
function isListed(field: FieldDocumentation, { bytes, node }: PlacedNode): boolean {
  switch (node.kind) {
    case 'null':
    case 'object':
    case 'array':
      return true;
    case 'string':
      return meaningOf(field, nodeString(bytes, node)) !== undefined;
    default:
      return meaningOf(field, nodeText(bytes, node)) !== undefined;
  }
}

function places({ node, isOwn }: PlacedNode, verdicts: readonly Verdict[], root: ValueNode): readonly Finding[] {
  const { start, end } = isOwn ? node : root;
  const pointer = isOwn ? pointerOf(valueAt(root, start)?.path ?? []) : '';
  return verdicts.map(({ code, args }) => ({ code, pointer, start, end, args }));
}
