import { nameRules } from './definition/nameRules.ts';
import { parseJsonText } from '../json/parseJsonText.ts';
import { sourceText } from '../json/utf8.ts';
import { parseValueTree, stringAt } from '../json/valueTree.ts';
import { worstGroup, type ResultGroup } from '../record/results.ts';
import type { CompiledFormat, CompiledPair, CompiledText } from './compiledFormat.ts';
import type { FoundValue, RoleSource } from './roleSource.ts';
import { TreeSource } from './treeSource.ts';

/** An identity or a target of a record. */
export interface Pair {
  readonly type: string;
  readonly value: string;
}

/** A string as it is, any other scalar as it is written; undefined for an object or array. */
export function scalarText({ bytes, start, end }: FoundValue): string | undefined {
  switch (bytes[start]) {
    case 0x7b:
    case 0x5b:
      return undefined;
    case 0x22:
      return stringAt(bytes, start, end);
    default:
      return sourceText(bytes, start, end);
  }
}

/** The text of the first scalar at the end of a path. */
export function textAt(source: RoleSource, slot: number): string | undefined {
  for (const value of source.values(slot)) {
    const text = scalarText(value);
    if (text !== undefined) {
      return text;
    }
  }
  return undefined;
}

/** The first of several texts that is not empty. */
export function firstText(source: RoleSource, texts: readonly CompiledText[]): string | undefined {
  for (const text of texts) {
    const found = 'slot' in text ? textAt(source, text.slot) : joinedText(source, text.join);
    if (found !== undefined && found !== '') {
      return found;
    }
  }
  return undefined;
}

/** Undefined where the first part is missing; other parts that are missing are left out. */
function joinedText(source: RoleSource, parts: Extract<CompiledText, { readonly join: unknown }>['join']): string | undefined {
  const texts = parts.map(({ slot, before }) => {
    const text = textAt(source, slot);
    return text === undefined || text === '' ? undefined : before + text;
  });
  return texts[0] === undefined ? undefined : texts.join('');
}

export function outcomeOf({ outcome }: CompiledFormat, source: RoleSource): ResultGroup {
  return worstGroup(outcome.flatMap(({ slot, groupOf }) => groupOf(textAt(source, slot)) ?? []));
}

/** Each pair once, in the order of the format's sources. Objects and arrays, as JSON text too, are no values. */
export function pairsOf(source: RoleSource, compiled: readonly CompiledPair[]): readonly Pair[] {
  const pairs = compiled.flatMap((one) => ('slot' in one ? plainPairs(source, one) : itemPairs(source, one)));
  return pairs.filter((pair, index) => pairs.findIndex((one) => one.type === pair.type && one.value === pair.value) === index);
}

function plainPairs(source: RoleSource, { type, slot, rule }: Extract<CompiledPair, { readonly slot: number }>): readonly Pair[] {
  return source.values(slot).flatMap((found) => {
    const text = scalarText(found);
    if (text === undefined || text === '' || parseJsonText(text) !== undefined) {
      return [];
    }
    const value = rule === undefined ? text : nameRules[rule](text);
    return value === undefined ? [] : [{ type, value }];
  });
}

function itemPairs(
  source: RoleSource,
  { items, within, value, typeSlot, type }: Extract<CompiledPair, { readonly items: number }>,
): readonly Pair[] {
  return source.values(items).flatMap(({ bytes, start, end, isOwn }) => {
    const item = new TreeSource(within, bytes, parseValueTree(bytes, start, end), isOwn);
    const text = firstText(item, value);
    const ownType = typeSlot === undefined ? undefined : firstText(item, [{ slot: typeSlot }]);
    return text === undefined ? [] : [{ type: ownType ?? type, value: text }];
  });
}
