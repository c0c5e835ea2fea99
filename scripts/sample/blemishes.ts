/** What is wrong with the sample on purpose: each shows one thing that real logs suffer from. */
export type Blemish =
  /** A line that breaks off before the record: no record. */
  | 'brokenLine'
  /** A record with a comma too many: no record. */
  | 'trailingComma'
  | 'missingResult'
  | 'sequenceAsText'
  | 'collapsedIdentities'
  | 'impossibleTime'
  | 'unknownOperation'
  | 'unknownResult'
  | 'resultVariant'
  /** Numbers that are not in the file. */
  | 'gap'
  /** The record before, once more. */
  | 'duplicate';

/** Numbers that the gap leaves out. */
export const gapLength = 17;

const places: readonly (readonly [blemish: Blemish, place: number])[] = [
  ['brokenLine', 0.137],
  ['trailingComma', 0.463],
  ['missingResult', 0.214],
  ['sequenceAsText', 0.342],
  ['collapsedIdentities', 0.588],
  ['impossibleTime', 0.731],
  ['unknownOperation', 0.419],
  ['unknownResult', 0.812],
  ['resultVariant', 0.656],
  ['gap', 0.524],
  ['duplicate', 0.877],
];

/** The blemish of each record number that has one. The fewest records that hold them all apart are a hundred. */
export function placeBlemishes(records: number): ReadonlyMap<number, Blemish> {
  return new Map(records < 100 ? [] : places.map(([blemish, place]) => [Math.floor(records * place), blemish]));
}

/** The text of a record with a blemish that changes the text. */
export function spoil(line: string, blemish: Blemish): string {
  switch (blemish) {
    case 'brokenLine':
      return line.slice(0, Math.floor(line.length * 0.6));
    case 'trailingComma':
      return `${line.slice(0, -1)},}`;
    case 'missingResult':
      return line.replace(/"resultType":"\w+",/, '');
    case 'sequenceAsText':
      return line.replace(/"env_seqNum":(\d+)/, '"env_seqNum":"$1"');
    case 'collapsedIdentities':
      return line.replace(/"callerIdentities":\[(\{[^}]*\}).*?\],"target/, '"callerIdentities":$1,"target');
    case 'impossibleTime':
      return line.replace(/"env_time":"2020-11-\d\d/, '"env_time":"2020-11-31');
    case 'unknownOperation':
      return line.replace(/"operationName":"\w+"/, '"operationName":"ExportPolicyBackup"');
    case 'unknownResult':
      return line.replace(/"resultType":"\w+"/, '"resultType":"Pending"');
    case 'resultVariant':
      return line.replace(/"resultType":"\w+"/, '"resultType":"Fail"');
    case 'gap':
    case 'duplicate':
      return line;
  }
}
