import type { RecordRef } from '../../src/protocol/reference.ts';

/** Two records that are compared in place of the detail of the second one, which is selected. */
export interface ComparedRecords {
  readonly first: RecordRef;
  readonly second: RecordRef;
}

/** The comparison, or undefined once another record is selected. */
export function stillCompared(compared: ComparedRecords | undefined, selected: RecordRef | null): ComparedRecords | undefined {
  const isSecond = compared !== undefined && selected?.source === compared.second.source && selected.index === compared.second.index;
  return isSecond ? compared : undefined;
}
