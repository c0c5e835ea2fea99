import { describeFieldAt } from '../../core/describe/describeField.ts';
import { describeOtherFieldAt } from '../../core/describe/describeOtherFields.ts';
import { recordFormat } from '../../core/formats/recordFormat.ts';
import { parseValueTree } from '../../core/json/valueTree.ts';
import type { LogIndex } from '../index/logIndex.ts';

/** The field at an offset of a record's bytes, described as its format documents it; undefined between the members. */
export function fieldAtPlace({ formats }: LogIndex, bytes: Uint8Array, offset: number): ReturnType<typeof describeFieldAt> {
  const root = parseValueTree(bytes, 0, bytes.length);
  const format = recordFormat(bytes, root, formats);
  return format.kind === 'other' ? describeOtherFieldAt(bytes, root, format.compiled, offset) : describeFieldAt(bytes, root, offset);
}
