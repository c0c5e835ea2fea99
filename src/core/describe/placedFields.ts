import type { FormatSet } from '../formats/formatSet.ts';
import { recordFormat } from '../formats/recordFormat.ts';
import { fieldLookup } from '../formats/fieldLookup.ts';
import { childrenOf, type PlacedValue } from '../json/valueAt.ts';
import { parseValueTree, type ValueNode } from '../json/valueTree.ts';
import { describeValue, type FieldAt } from './describeField.ts';
import { describeHeldValue } from './describeHeldValue.ts';
import { type HeldValue, valuesIn } from './heldValue.ts';

/** More values of a record are not looked at: a hostile one has a million. */
const maxFields = 1000;

/**
 * Describes the values of a record that are no objects and no arrays, each with its place in the bytes of the record. What is in JSON
 * text has the place of the string that holds it.
 */
export function placedFields(bytes: Uint8Array, formats: FormatSet): readonly FieldAt[] {
  const root = parseValueTree(bytes, 0, bytes.length);
  const format = recordFormat(bytes, root, formats);
  if (format.kind === 'attestation') {
    return leaves<PlacedValue>({ path: [], node: root, parent: undefined }, childrenOf).map((value) => ({
      field: describeValue(bytes, root, value),
      start: value.node.start,
      end: value.node.end,
    }));
  }
  const lookup = fieldLookup(format.compiled);
  const start: Held = { path: [], holder: [], bytes, node: root, within: root };
  return leaves(start, heldIn).map((value) => ({
    field: describeHeldValue(value, lookup),
    start: value.within.start,
    end: value.within.end,
  }));
}

/** A value with that of the record itself which holds it. */
interface Held extends HeldValue {
  readonly within: ValueNode;
}

function heldIn(value: Held): readonly Held[] {
  return valuesIn(value).map((child) => ({ ...child, within: child.holder === value.holder ? value.within : child.node }));
}

/** The values without any in them, in the order of the text. */
function leaves<Value>(root: Value, within: (value: Value) => readonly Value[]): readonly Value[] {
  const found: Value[] = [];
  const open = [root];
  for (let next = open.pop(); next !== undefined && found.length < maxFields; next = open.pop()) {
    const inner = within(next);
    if (inner.length === 0) {
      found.push(next);
    } else {
      open.push(...inner.slice(0, maxFields).toReversed());
    }
  }
  return found;
}
