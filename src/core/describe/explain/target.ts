import { message } from '../../finding/message.ts';
import { parseResourceId } from '../../record/resourceId.ts';
import { targetTypeOf } from '../../record/targets.ts';
import type { Explanation } from '../fieldDescription.ts';
import { line, note } from './explanation.ts';

export function explainTargetType(text: string): readonly Explanation[] {
  const type = targetTypeOf(text);
  if (type === undefined) {
    return [note('unknownTargetType')];
  }
  const meaning = line('meaning', message(`describe.targetType.${type.name}`));
  return type.name === text ? [meaning] : [meaning, line('spellingOf', type.name)];
}

/** @param type of this target, null where the record gives none. */
export function explainTarget(type: string | null, text: string): readonly Explanation[] {
  if (type === null) {
    return [note('targetWithoutType')];
  }
  const known = targetTypeOf(type);
  if (known === undefined) {
    return [note('unknownTargetType')];
  }
  const kind = line('kind', message(`describe.targetType.${known.name}`));
  return known.name === 'ResourceId' ? [kind, ...resourceParts(text)] : [kind];
}

function resourceParts(text: string): readonly Explanation[] {
  const id = parseResourceId(text);
  if (id === undefined) {
    return [note('noResourceId')];
  }
  const parts = [
    ['subscription', id.subscription],
    ['resourceGroup', id.resourceGroup],
    ['provider', id.provider],
    ['resourceType', id.type],
    ['instance', id.instance],
  ] as const;
  return parts.flatMap(([name, value]) => (value === null ? [] : [line(name, value)]));
}
