import { message } from '../../finding/message.ts';
import { knownCategories } from '../../record/categories.ts';
import { eventOf, isHeartbeat } from '../../record/operations.ts';
import { groupWithSignature, knownResult, resultGroupOf, type SignatureGroup } from '../../record/results.ts';
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
  const lines = [line('event', event.title), line('meaning', message(`describe.event.${event.name}`))];
  if (text !== event.name) {
    const isSynonym = text.replace(/\s/g, '').toLowerCase() !== event.name.toLowerCase();
    lines.push(line(isSynonym ? 'synonymOf' : 'spellingOf', event.name));
  }
  if (!event.confirmed) {
    lines.push(note('inferredName'));
  }
  if (event.adminOnly) {
    lines.push(note('adminOnly'));
  }
  return lines;
}

/** @param signature What the record's `resultSignature` says, which may be worse. */
export function explainResult(text: string, signature: SignatureGroup | undefined): readonly Explanation[] {
  const known = knownResult(text);
  const own = resultGroupOf(text);
  const group = groupWithSignature(own, signature);
  const lines = [line('group', message(`describe.group.${group}`))];
  if (group !== own) {
    lines.push(note('worseSignature'));
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
