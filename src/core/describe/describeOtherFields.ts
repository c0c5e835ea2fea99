import type { CompiledFormat } from '../formats/compiledFormat.ts';
import { fieldLookup } from '../formats/fieldLookup.ts';
import type { ValueNode } from '../json/valueTree.ts';
import type { FieldAt } from './describeField.ts';
import { groupOrder } from './describeFields.ts';
import { describeHeldValue } from './describeHeldValue.ts';
import { explainedOperation } from './explainedOperation.ts';
import type { FieldDescription } from './fieldDescription.ts';
import { heldValueAt, valuesIn, type HeldValue } from './heldValue.ts';

/** Objects and arrays within each other farther than this are shown as one value. */
const maxDepth = 6;
/** So many fields are shown one by one; what follows is shown by its outermost key. */
const maxFields = 500;

/**
 * Describes the fields of a record whose format is data, group by group, in the order of the text within a group. Objects and
 * arrays come value by value, those in JSON text too, each under its path: `userIdentity.arn`, `resources[0].ARN`.
 */
export function describeOtherFields(bytes: Uint8Array, root: ValueNode, compiled: CompiledFormat): readonly FieldDescription[] {
  const describe = describer(bytes, root, compiled);
  let left = maxFields;
  const fields = valuesIn({ path: [], holder: [], bytes, node: root }).flatMap((child) => {
    const leaves = left > 0 ? leavesOf(child) : [child];
    left -= leaves.length;
    return leaves.map(describe);
  });
  return groupOrder.flatMap((group) => fields.filter((field) => field.group === group));
}

/**
 * Describes what is at a byte offset of such a record, also within JSON text in one of its strings; undefined between its
 * members.
 */
export function describeOtherFieldAt(bytes: Uint8Array, root: ValueNode, compiled: CompiledFormat, offset: number): FieldAt | undefined {
  const value = heldValueAt(bytes, root, offset);
  return value && { field: describer(bytes, root, compiled)(value), start: value.start, end: value.end };
}

/** Describes values of a record: that of its operation by what the catalogue of the format says of the whole, if it has it. */
function describer(bytes: Uint8Array, root: ValueNode, compiled: CompiledFormat): (value: HeldValue) => FieldDescription {
  const lookup = fieldLookup(compiled);
  const explained = explainedOperation(bytes, root, compiled);
  return (value) => {
    const field = describeHeldValue(value, lookup);
    const event = explained(value.path);
    return event.length === 0 ? field : { ...field, explanation: event };
  };
}

function leavesOf(value: HeldValue): readonly HeldValue[] {
  const children = value.path.length < maxDepth ? valuesIn(value) : [];
  return children.length === 0 ? [value] : children.flatMap(leavesOf);
}
