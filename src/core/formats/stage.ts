import type { ParsedRecord } from './parsedRecord.ts';
import { textAt } from './roles.ts';
import { TreeSource } from './treeSource.ts';

/**
 * Which of the records of its request a record is, in the record's own words: a value that is true says so by its key. Null where
 * the format or the record has no stages.
 */
export function stageOf({ bytes, root, other }: ParsedRecord): string | null {
  if (other === undefined || other.stage.length === 0) {
    return null;
  }
  const source = new TreeSource(other.paths, bytes, root);
  const stages = other.stage.flatMap((slot) => {
    const text = textAt(source, slot) ?? '';
    return text === '' || text === 'false' ? [] : [text === 'true' ? (other.paths.steps[slot]?.at(-1) ?? '') : text];
  });
  return stages.length === 0 ? null : stages.join(', ');
}
