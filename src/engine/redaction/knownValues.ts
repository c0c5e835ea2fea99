import type { AuditFormat } from '../../core/formats/definition/format.ts';
import { attestationFormat } from '../../core/formats/attestation/attestationFormat.ts';
import { generic } from '../../core/formats/genericFormat.ts';
import { KnownNames } from '../../core/redaction/knownNames.ts';
import { wordsOfPseudonyms } from '../../core/redaction/pseudonyms.ts';
import type { ByteDictionary } from '../columns/byteDictionary.ts';
import { textOf } from '../columns/recordTable.ts';
import type { TupleDictionary } from '../columns/tupleDictionary.ts';
import type { LogIndex } from '../index/logIndex.ts';
import { pairsOf } from '../query/columnValues.ts';
import type { CooperativeTask } from '../scheduling/cooperativeTask.ts';

/** Formats that a record of a log may be of. */
function formatsOf({ formats }: LogIndex): readonly AuditFormat[] {
  return [attestationFormat, generic.format, ...formats.formats];
}

/**
 * The names that the records of a log have for callers and targets, as their formats say what plays these roles; not those of types
 * that the formats call public, nor words of operations, results and categories.
 */
export async function knownNames(index: LogIndex, work: CooperativeTask): Promise<KnownNames> {
  const { table } = index;
  const formats = formatsOf(index);
  const publicTypes = new Set(formats.flatMap(({ public: { types = [] } = {} }) => types.map((type) => type.toLowerCase())));
  const common = new Set([
    ...wordsOfPseudonyms,
    ...formats.flatMap(({ public: { words = [] } = {} }) => words.map((word) => word.toLowerCase())),
  ]);
  const addCommon = (text: string): void => [text, ...text.split(/[^\p{L}\p{N}]+/u)].forEach((one) => common.add(one.toLowerCase()));
  const pairs = async (
    lists: TupleDictionary,
    types: ByteDictionary,
    values: ByteDictionary,
    add: (value: string, isPublic: boolean) => void,
  ): Promise<void> => {
    for (let list = 1; list <= lists.size; list++) {
      for (const [type, value] of pairsOf(lists, list)) {
        add(textOf(values, value) ?? '', publicTypes.has((textOf(types, type) ?? '').toLowerCase()));
      }
      await work.pause();
    }
  };
  const each = (dictionary: ByteDictionary, visit: (text: string) => void): Promise<void> =>
    work.forEach(1, dictionary.size + 1, (id) => visit(dictionary.text(id)));
  const eachPair = async (visit: (value: string, isPublic: boolean) => void): Promise<void> => {
    await pairs(table.callers, table.identityTypes, table.identities, visit);
    await pairs(table.placeLists, table.targetTypes, table.targetNames, visit);
  };
  for (const dictionary of [table.operations, table.results, table.categoryNames]) {
    await each(dictionary, addCommon);
  }
  await eachPair((value, isPublic) => isPublic && addCommon(value));
  const names = new KnownNames(common);
  await eachPair((value, isPublic) => !isPublic && names.add(value));
  for (const dictionary of [table.displayNames, table.subscriptions, table.resourceGroups, table.instances]) {
    await each(dictionary, (text) => names.add(text));
  }
  return names;
}
