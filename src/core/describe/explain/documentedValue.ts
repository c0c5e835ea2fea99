import type { FieldLookup } from '../../formats/fieldLookup.ts';
import { meaningOf, type FieldDocumentation } from '../../formats/definition/formatDocumentation.ts';
import type { ValueNode } from '../../json/valueTree.ts';
import { message } from '../../finding/message.ts';
import { parseTime } from '../../record/parseTime.ts';
import { parseAnyTime } from '../../record/timeNotations.ts';
import type { Explanation } from '../fieldDescription.ts';
import type { HeldValue } from '../heldValue.ts';
import { explainAddress } from './caller.ts';
import { explainMoment } from './envelope.ts';
import { explainByRule } from './documentedRule.ts';
import { note } from './explanation.ts';

/**
 * What a format that is data lets be reported about this very value: what it means where its values are documented, and the
 * moment, where it is a time.
 *
 * @param text The whole decoded text of a string, the source text of anything else.
 */
export function explainDocumentedValue({ path, node }: HeldValue, text: string, lookup: FieldLookup): readonly Explanation[] {
  if (lookup.isEnvelopeAt(path)) {
    return [note('holdsRecord')];
  }
  if (node.kind === 'null' || node.kind === 'object' || node.kind === 'array' || text === '') {
    return [];
  }
  const documented = lookup.documentationAt(path)?.documentation;
  const meaning = documented && meaningOf(documented, text);
  const isTime = lookup.isTimeAt(path);
  const time = isTime ? parseAnyTime(text) : documented !== undefined && node.kind === 'string' ? parseTime(text) : undefined;
  return [
    ...(meaning === undefined ? [] : [{ label: message('describe.label.meaning'), value: meaning, isDocumentation: true }]),
    ...(time === undefined ? [] : explainMoment(time, text)),
    ...explainRule(documented, node.kind, text),
    ...(lookup.isAddressAt(path) && node.kind === 'string' ? explainAddress(text) : []),
  ];
}

function explainRule(documented: FieldDocumentation | undefined, kind: ValueNode['kind'], text: string): readonly Explanation[] {
  return documented !== undefined && (kind === 'string' || kind === 'number') ? explainByRule(documented, kind, text) : [];
}
