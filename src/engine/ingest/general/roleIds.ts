import type { CompiledText } from '../../../core/formats/compiledFormat.ts';
import { scalarText } from '../../../core/formats/roles.ts';
import type { FoundValue, RoleSource } from '../../../core/formats/roleSource.ts';
import { parseJsonText } from '../../../core/json/parseJsonText.ts';
import type { ByteDictionary } from '../../columns/byteDictionary.ts';
import { ByteView } from '../../columns/byteView.ts';
import type { HashedValue } from '../paths/foundValues.ts';
import { mayBeJsonText } from '../paths/jsonTexts.ts';
import { hashOf, internValue } from '../values/values.ts';

const quote = 0x22;
const view = new ByteView();

/** The first of the values that is neither an object nor an array. */
export function firstScalar(values: readonly FoundValue[]): FoundValue | undefined {
  for (let index = 0; index < values.length; index++) {
    if (isScalar(values[index]!)) {
      return values[index];
    }
  }
  return undefined;
}

/** The first scalar of several texts that is not empty; undefined also where it is joined of several. */
export function firstValue(source: RoleSource, texts: readonly CompiledText[]): FoundValue | undefined {
  for (const text of texts) {
    const found = 'slot' in text ? firstScalar(source.values(text.slot)) : undefined;
    if (found !== undefined && !isEmpty(found)) {
      return found;
    }
  }
  return undefined;
}

function isScalar({ bytes, start }: FoundValue): boolean {
  return bytes[start] !== 0x7b && bytes[start] !== 0x5b;
}

/** Whether it is a string without any character. */
export function isEmpty({ bytes, start, end }: FoundValue): boolean {
  return bytes[start] === quote && end - start === 2;
}

/** Whether a value may be an identity or a target: a scalar that is neither empty nor JSON text. */
export function isPairValue(found: FoundValue): boolean {
  if (!isScalar(found) || isEmpty(found)) {
    return false;
  }
  const { bytes, start } = found;
  return bytes[start] !== quote || !mayBeJsonText(bytes, start) || parseJsonText(scalarText(found) ?? '') === undefined;
}

/** The id of a value's text: of a string what it says, of anything else how it is written. */
export function idOfValue(dictionary: ByteDictionary, found: FoundValue | HashedValue): number {
  if (!('isHashed' in found)) {
    return internValue(dictionary, found.bytes, found.start, found.end, 'escaped');
  }
  const { memo } = found;
  if (memo?.dictionary === dictionary) {
    return memo.id;
  }
  const { bytes, start, end, isHashed, hash } = found;
  const id = isHashed ? dictionary.internHashed(bytes, start + 1, end - 1, hash) : internValue(dictionary, bytes, start, end, 'escaped');
  if (memo !== undefined) {
    memo.dictionary ??= dictionary;
    memo.id = memo.dictionary === dictionary ? id : memo.id;
  }
  return id;
}

/** Of the value as it is written, like that of Attestation's records. */
export function requestHash(source: RoleSource, texts: readonly CompiledText[]): number {
  const found = firstValue(source, texts);
  return found === undefined ? 0 : hashOf(view.of(found.bytes), found.start, found.end);
}
