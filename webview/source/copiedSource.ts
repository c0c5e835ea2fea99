import { placeInRecord } from './textLayer.ts';
import type { SourcePiece } from './sourceLayout.ts';

/** A piece, or a part of one, as an element shows it: one unit of its text for one of the layer's, unless it is named instead. */
export interface ShownRun extends Pick<SourcePiece, 'layer' | 'from' | 'to'> {
  readonly isNamed: boolean;
}

/** The elements of runs carry what they show. */
interface RunElement extends HTMLElement {
  readonly run: ShownRun;
}

/**
 * The text that a selection over runs stands for, as the log writes it: without what was added to lay it out, and with the characters that
 * are shown by name. Within one JSON text, that text with its escapes resolved. Undefined where nothing is selected.
 */
export function copiedSource(range: Range, runs: readonly Element[], text: string): string | undefined {
  const selected = runs.filter((run): run is RunElement => range.intersectsNode(run));
  const first = selected[0];
  const last = selected.at(-1);
  if (first === undefined || last === undefined) {
    return undefined;
  }
  const { layer } = first.run;
  const from = placeIn(first, range.startContainer, range.startOffset, first.run.from);
  const to = placeIn(last, range.endContainer, range.endOffset, last.run.to);
  const isOneText = selected.every(({ run }) => run.layer === layer);
  const copied = isOneText ? layer.text.slice(from, to) : text.slice(placeInRecord(layer, from), placeInRecord(last.run.layer, to));
  return copied === '' ? undefined : copied;
}

/** The place in a layer at which a selection begins or ends within an element; `otherwise` where it goes on beyond it. */
function placeIn(element: RunElement, container: Node, offset: number, otherwise: number): number {
  const { run } = element;
  if (container.nodeType !== Node.TEXT_NODE || !element.contains(container)) {
    return otherwise;
  }
  return run.isNamed ? otherwise : Math.min(run.to, run.from + offset);
}
