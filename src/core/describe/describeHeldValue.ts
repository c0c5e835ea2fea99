import type { FieldLookup } from '../formats/fieldLookup.ts';
import { pointerOf } from '../json/valueAt.ts';
import { explainDocumentedValue } from './explain/documentedValue.ts';
import type { FieldDescription } from './fieldDescription.ts';
import { fieldFilter } from './fieldFilter.ts';
import type { HeldValue } from './heldValue.ts';
import { pathText } from './pathText.ts';
import { shownValue } from './shownValue.ts';
import { typeWords } from './typeWords.ts';

/** Describes one value of a record whose format is data, by what the format documents of its path. */
export function describeHeldValue(value: HeldValue, lookup: FieldLookup): FieldDescription {
  const { path, holder, bytes, node } = value;
  const shown = shownValue(bytes, node);
  const name = pathText(path);
  const group = lookup.groupAt(path);
  const { documentation, isItem = false } = lookup.documentationAt(path) ?? {};
  return {
    name,
    title: documentation?.title ?? name,
    type: documentation === undefined || isItem ? node.kind : typeWords(documentation, node.kind),
    documentation: documentation?.description ?? '',
    inferred: documentation?.isInferred ?? false,
    pointer: pointerOf(holder),
    group,
    source: shown.source,
    text: shown.text,
    sourceLength: shown.sourceLength,
    explanation: shown.whole ? explainDocumentedValue(value, shown.text, lookup) : [],
    filter:
      shown.whole && !shown.masked
        ? fieldFilter(path, { name: undefined, role: undefined, element: false, group }, null, node, shown.text)
        : null,
  };
}
