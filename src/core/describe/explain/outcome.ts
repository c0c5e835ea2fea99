import { message } from '../../finding/message.ts';
import { keyOf } from '../../formats/attestation/roleKeys.ts';
import { knownCategories } from '../../record/categories.ts';
import { eventOf, isHeartbeat } from '../../formats/attestation/events.ts';
import { groupWithSignature, knownResult, resultGroupOf, type SignatureGroup } from '../../record/results.ts';
import { dataWords } from '../dataWords.ts';
import type { Explanation } from '../fieldDescription.ts';
import { line, note } from './explanation.ts';

export function explainOperation(text: string): readonly Explanation[] {
  if (isHeartbeat(text)) {
    return [note('heartbeat')];
  }
  const event = eventOf(text);
  if (event === undefined) {
    return [note('unknownOperation')];
  }
  const lines = [line('event', dataWords(event.title))];
  if (event.description !== undefined) {
    lines.push(line('meaning', dataWords(event.description)));
  }
  if (text !== event.operation) {
    const isSynonym = text.replace(/\s/g, '').toLowerCase() !== event.operation.toLowerCase();
    lines.push(line(isSynonym ? 'synonymOf' : 'spellingOf', event.operation));
  }
  if (event.isInferred) {
    lines.push(note('inferredName'));
  }
  if (event.isAdminOnly) {
    lines.push(note('adminOnly'));
  }
  return lines;
}

/** @param signature What the status beside the result says, which may be worse. */
export function explainResult(text: string, signature: SignatureGroup | undefined): readonly Explanation[] {
  const known = knownResult(text);
  const own = resultGroupOf(text);
  const group = groupWithSignature(own, signature);
  const lines = [line('group', message(`describe.group.${group}`))];
  if (group !== own) {
    lines.push(note('worseSignature', keyOf.signature));
  }
  if (known === undefined) {
    lines.push(note('unknownResult'));
    return lines;
  }
  if (text !== known.canonical) {
    lines.push(line('spellingOf', known.canonical));
  }
  if (known.canonical === 'Timeout') {
    lines.push(note('timeout'));
  }
  return lines;
}

export function explainResultDescription(text: string): readonly Explanation[] {
  if (!/^\s*[{[]/.test(text)) {
    return [];
  }
  try {
    JSON.parse(text);
    return [note('jsonText')];
  } catch {
    // Text that only looks like JSON is free text like any other.
    return [];
  }
}

export function explainCategory(text: string): readonly Explanation[] {
  return [note(knownCategories.has(text) ? 'knownCategory' : 'unknownCategory')];
}
