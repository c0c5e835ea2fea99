import type { CompiledText } from '../../../core/formats/compiledFormat.ts';
import { firstText, scalarText } from '../../../core/formats/roles.ts';
import type { FoundValue, RoleSource } from '../../../core/formats/roleSource.ts';
import { parseJsonText } from '../../../core/json/parseJsonText.ts';
import type { ByteDictionary } from '../../columns/byteDictionary.ts';
import { ByteView } from '../../columns/byteView.ts';
import { hashOf, internValue } from '../values/values.ts';

const quote = 0x22;
const view = new ByteView();

/** The first scalar of several texts that is not empty; undefined also where it is joined of several. */
export function firstValue(source: RoleSource, texts: readonly CompiledText[]): FoundValue | undefined {
  for (const text of texts) {
    const found = 'slot' in text ? source.values(text.slot).find(isScalar) : undefined;
    if (found !== undefined && !isEmpty(found)) {
      return found;
    }
  }
  return undefined;
}

export function isScalar({ bytes, start }: FoundValue): boolean {
  return bytes[start] !== 0x7b && bytes[start] !== 0x5b;
}

export function isEmpty({ bytes, start, end }: FoundValue): boolean {
  return bytes[start] === quote && end - start === 2;
}

export function isPairValue(found: FoundValue): boolean {
  if (!isScalar(found) || isEmpty(found)) {
    return false;
  }
  const { bytes, start, end } = found;
  const first = bytes[start] === quote ? bytes[start + 1]! : 0;
  // Only text that begins with a bracket, a blank or an escape may be JSON.
  const mayBeJson = first === 0x7b || first === 0x5b || first <= 0x20 || first === 0x5c || first >= 0x80;
  return bytes[start] !== quote || !mayBeJson || parseJsonText(scalarText({ bytes, start, end, isOwn: true }) ?? '') === undefined;
}

export function idOf(dictionary: ByteDictionary, source: RoleSource, texts: readonly CompiledText[]): number {
  for (const text of texts) {
    if ('join' in text) {
      const joined = firstText(source, [text]);
      if (joined !== undefined) {
        return dictionary.internText(joined);
      }
      continue;
    }
    const found = source.values(text.slot).find(isScalar);
    if (found !== undefined && !isEmpty(found)) {
      return idOfValue(dictionary, found);
    }
  }
  return 0;
}

export function idOfValue(dictionary: ByteDictionary, { bytes, start, end }: FoundValue): number {
  return internValue(dictionary, bytes, start, end, 'escaped');
}

/** Of the value as it is written, like that of Attestation's records. */
export function requestHash(source: RoleSource, texts: readonly CompiledText[]): number {
  const found = firstValue(source, texts);
  return found === undefined ? 0 : hashOf(view.of(found.bytes), found.start, found.end);
}
