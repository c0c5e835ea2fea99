import type { CompiledFormat } from '../formats/compiledFormat.ts';
import { documentedEvent } from '../formats/documentedEvents.ts';
import { foldKey } from '../formats/pathSet.ts';
import { firstText } from '../formats/roles.ts';
import { TreeSource } from '../formats/treeSource.ts';
import type { ValueNode } from '../json/valueTree.ts';
import { explainDocumentedEvent } from './explain/documentedEvent.ts';
import type { Explanation } from './fieldDescription.ts';

/**
 * Explains the value of a record that says what was done, given by its path, as the catalogue of the format has it; of several
 * values that make one text, the first. Nothing for any other value.
 */
export function explainedOperation(
  bytes: Uint8Array,
  root: ValueNode,
  { format, operation, paths }: CompiledFormat,
): (path: readonly (string | number)[]) => readonly Explanation[] {
  const source = new TreeSource(paths, bytes, root);
  const chosen = operation.find((text) => firstText(source, [text]) !== undefined);
  const text = chosen && firstText(source, [chosen]);
  const event = text === undefined ? undefined : documentedEvent(format, text);
  const slot = chosen === undefined ? undefined : 'slot' in chosen ? chosen.slot : chosen.join[0]?.slot;
  const steps = paths.steps[slot ?? -1] ?? [];
  return (path) => (event !== undefined && text !== undefined && isAt(path, steps) ? explainDocumentedEvent(event, text) : []);
}

function isAt(path: readonly (string | number)[], steps: readonly string[]): boolean {
  return path.length === steps.length && steps.every((step, index) => foldKey(String(path[index])) === foldKey(step));
}
