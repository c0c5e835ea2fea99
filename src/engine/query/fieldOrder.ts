import { rowAt, type Block } from '../columns/blocks.ts';
import { longEnough } from '../columns/blockTimes.ts';
import type { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import type { ColumnPart } from './columnPart.ts';
import type { RowSet } from './rowSet.ts';
import { sortedTexts } from './sortedTexts.ts';
import type { OrderedRows } from './timeOrder.ts';

/** A part of a field that rows are sorted by. */
export type SortedPart = Pick<ColumnPart, 'read' | 'size' | 'valuesOf'>;

/** Where the values of a field come from. */
export interface SortedField {
  readonly parts: readonly SortedPart[];
  /** Rows whose values are known, from the first. */
  readonly known: number;
  /** Whether an id has values that `valuesOf` does not give. */
  readonly isPartial: (id: number) => boolean;
}

/**
 * Rows by the values of a field: by the first of a record's values in the direction of the order. Equal ones are as in the file.
 * After them come rows of which not all values are known, and at last those without a value, in either direction.
 */
export async function orderByField(rows: RowSet, field: SortedField, descending: boolean, work: CooperativeTask): Promise<OrderedRows> {
  const { known } = field;
  const places = await placesOf(rows, field, descending, work);
  const { unknown } = places;
  const starts = new Uint32Array(unknown + 3);
  const placesOfBlock = placeReader(field, places, known);
  await rows.visitBlocks(work, (block) => {
    const ofBlock = placesOfBlock(block);
    for (let index = 0; index < block.count; index++) {
      starts[ofBlock[index]! + 1]!++;
    }
  });
  const unsorted = starts[unknown + 1]!;
  for (let place = 0; place < starts.length - 1; place++) {
    starts[place + 1]! += starts[place]!;
  }
  const sorted = new Uint32Array(rows.count);
  await rows.visitBlocks(work, (block) => {
    const ofBlock = placesOfBlock(block);
    for (let index = 0; index < block.count; index++) {
      sorted[starts[ofBlock[index]!]!++] = rowAt(block, index);
    }
  });
  return {
    count: sorted.length,
    unsorted,
    slice: (from, to) => sorted.slice(Math.max(0, from), Math.max(0, to)),
    placeOf: (row) => sorted.indexOf(row),
  };
}

/** The place of each id of each part among the distinct values; rows that are not known and rows without a value come after these. */
interface Places {
  readonly ofParts: readonly Uint32Array[];
  readonly unknown: number;
}

async function placesOf(rows: RowSet, field: SortedField, descending: boolean, work: CooperativeTask): Promise<Places> {
  const { parts, isPartial } = field;
  const used = await usedIds(rows.upTo(field.known), parts, work);
  const texts = new Set<string>();
  const visitUsed = async (part: number, visit: (id: number) => void): Promise<void> => {
    const marks = used[part]!;
    for (let id = 0; id < marks.length; id++) {
      if (marks[id] === 1) {
        visit(id);
      }
      if (id % 1024 === 0) {
        await work.pause();
      }
    }
  };
  for (const [number, { valuesOf }] of parts.entries()) {
    await visitUsed(number, (id) => valuesOf(id).forEach((value) => value !== null && texts.add(value)));
  }
  const sorted = await sortedTexts([...texts], work);
  const placeOfText = new Map(sorted.map((text, rank) => [text, descending ? sorted.length - 1 - rank : rank]));
  const unknown = sorted.length;
  const ofParts: Uint32Array[] = [];
  for (const [number, { valuesOf }] of parts.entries()) {
    const places = new Uint32Array(used[number]!.length);
    await visitUsed(number, (id) => {
      const own = valuesOf(id).map((value) => (value === null ? unknown + 1 : placeOfText.get(value)!));
      places[id] = isPartial(id) ? unknown : own.reduce((first, place) => Math.min(first, place), unknown + 1);
    });
    ofParts.push(places);
  }
  return { ofParts, unknown };
}

/** A mark for each id that rows have, by part. */
async function usedIds(rows: RowSet, parts: readonly SortedPart[], work: CooperativeTask): Promise<readonly Uint8Array[]> {
  const used = parts.map(() => new Uint8Array(1));
  await rows.visitBlocks(work, (block) => {
    for (const [number, part] of parts.entries()) {
      const ids = part.read(block);
      // Ids may be given while a block is read.
      const marks = (used[number] = longEnough(used[number]!, part.size() + 1));
      for (let index = 0; index < block.count; index++) {
        marks[ids[index]!] = 1;
      }
    }
  });
  return used;
}

/** The places of a block's rows. They are valid until the next block is read. */
function placeReader({ parts }: SortedField, { ofParts, unknown }: Places, known: number): (block: Block) => Uint32Array {
  let placesOfRows = new Uint32Array(0);
  return (block) => {
    if (placesOfRows.length < block.count) {
      placesOfRows = new Uint32Array(block.count);
    }
    placesOfRows.fill(unknown + 1);
    for (const [number, part] of parts.entries()) {
      const ids = part.read(block);
      const places = ofParts[number]!;
      for (let index = 0; index < block.count; index++) {
        const place = rowAt(block, index) < known ? places[ids[index]!]! : unknown;
        placesOfRows[index] = Math.min(placesOfRows[index]!, place);
      }
    }
    return placesOfRows;
  };
}
