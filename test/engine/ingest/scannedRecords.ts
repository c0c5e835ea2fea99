import { RecordTable } from '../../../src/engine/columns/recordTable.ts';
import { RecordMembers } from '../../../src/engine/ingest/general/recordMembers.ts';
import { Keys } from '../../../src/engine/ingest/values/keys.ts';
import { ValueReader } from '../../../src/engine/ingest/values/valueReader.ts';
import { RecordFields } from '../../../src/engine/ingest/values/recordFields.ts';
import type { PairPlaces, RecordLayout } from '../../../src/engine/ingest/values/recordLayout.ts';
import { Shapes } from '../../../src/engine/ingest/values/shapes.ts';

export const ingestSeed = 3;

/** Reads records one by one into fields of one table, member by member, and keeps the last one's places. */
export class ScannedRecords {
  readonly table = new RecordTable(ingestSeed);
  readonly keys = new Keys(ingestSeed);
  readonly shapes = new Shapes();
  readonly values = new ValueReader(this.table, ingestSeed);
  readonly members: RecordMembers;
  private row = 0;

  /** @param variantKeys Keys that other writers use. */
  constructor(variantKeys: readonly string[] = []) {
    const keys = new Set(variantKeys.map((key) => this.keys.idOf(key)));
    this.members = new RecordMembers(ingestSeed, this.keys, keys, this.shapes, this.values);
  }

  /** Places of the record that was read last. */
  get layout(): RecordLayout {
    return this.members.layout;
  }

  /** Reads the record from `start` to `end`; returns its fields, which no other record changes. */
  read(bytes: Uint8Array, start = 0, end = bytes.length): RecordFields {
    const found = this.members.scan(bytes, start, end);
    if (found !== end) {
      throw new Error(`The record ends at ${found}, not at ${end}.`);
    }
    this.members.read(bytes, this.row++);
    const fields = new RecordFields();
    fields.copy(this.members.fields);
    return fields;
  }
}

/** All that a layout says, as plain data. */
export function placesIn({ count, keys, keyStart, valueStart, valueEnd, callers, targets }: RecordLayout): unknown {
  const columns = [keys, keyStart, valueStart, valueEnd].map((column) => [...column.subarray(0, count)]);
  return { columns, callers: pairsIn(callers), targets: pairsIn(targets) };
}

function pairsIn(pairs: PairPlaces): readonly (readonly number[])[] {
  return Array.from({ length: pairs.count }, (_, pair) => [
    pairs.typeStart(pair),
    pairs.typeEnd(pair),
    pairs.valueStart(pair),
    pairs.valueEnd(pair),
  ]);
}
