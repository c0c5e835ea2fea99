import type { FieldRef } from '../../core/query/fields.ts';
import type { FacetValue } from '../../protocol/answers/facets.ts';
import type { Matrix } from '../../protocol/answers/matrix.ts';
import type { Requests } from '../../protocol/requests.ts';
import { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import { groupReader } from '../columns/blockTimes.ts';
import type { Block } from '../columns/blocks.ts';
import type { ColumnPart } from '../query/columnPart.ts';
import { fieldNamed } from '../query/fieldNamed.ts';
import type { RowSet } from '../query/rowSet.ts';
import type { AnswerContext } from './context.ts';
import { groupsFrom, totalOf } from './counting.ts';
import { countField } from './countValues.ts';
import { mostFrequent } from './facets.ts';
import { fieldParts } from './fieldParts.ts';

/** One field by another: of both the `limit` most frequent values. */
export async function answerMatrix(
  context: AnswerContext,
  { query, rows: rowField, columns: columnField, limit }: Requests['matrix']['params'],
  signal: AbortSignal,
): Promise<Matrix> {
  const { index, results } = context;
  const work = new CooperativeTask(signal);
  const matching = await results.matching(query, signal);
  const down = await sideOf(context, fieldNamed(index, rowField), matching, limit, work);
  const across = await sideOf(context, fieldNamed(index, columnField), matching, limit, work);
  const width = across.values.length;
  const counts = new Uint32Array(down.values.length * width * 4);
  const readGroup = groupReader(index.table);
  await matching.upTo(Math.min(down.known.total, across.known.total)).visitBlocks(work, (block) => {
    const [rowsOf, columnsOf] = [down.places(block), across.places(block)];
    const groups = readGroup(block);
    for (let place = 0; place < block.count; place++) {
      const columns = columnsOf(place);
      for (const row of rowsOf(place)) {
        for (const column of columns) {
          counts[(row * width + column) * 4 + groups[place]!]!++;
        }
      }
    }
  });
  return {
    snapshot: index.snapshot,
    rows: down.values,
    rowsTotal: down.total,
    columns: across.values,
    columnsTotal: across.total,
    cells: down.values.map((_, row) =>
      across.values.map((__, column) => {
        const groups = groupsFrom(counts, (row * width + column) * 4);
        return totalOf(groups) === 0 ? null : groups;
      }),
    ),
  };
}

/** One side of the matrix. */
interface Side {
  readonly values: readonly FacetValue[];
  readonly total: number;
  /** The rows of which values are known. */
  readonly known: RowSet;
  /** For a block, which of the values each of its rows has, by their places among these. */
  readonly places: (block: Block) => (place: number) => readonly number[];
}

async function sideOf(context: AnswerContext, field: FieldRef, matching: RowSet, limit: number, work: CooperativeTask): Promise<Side> {
  const { values: counts } = await countField(context, field, matching, work);
  const values = await mostFrequent(counts, limit, work);
  const { parts, rows } = await fieldParts(context, field, matching, work);
  const numbers = new Map(values.map(({ value }, number) => [value, number]));
  const none = numbers.get(null);
  const without = none === undefined ? [] : [none];
  const numbered = parts.map((part) => new PlacesOfIds(part, numbers));
  return {
    values,
    total: counts.size,
    known: rows,
    places: (block) => {
      const readers = numbered.map((one) => one.in(block));
      const [only] = readers;
      if (readers.length === 1 && only !== undefined) {
        return (place) => only(place) ?? without;
      }
      return (place) => {
        const found = readers.flatMap((read) => read(place) ?? []);
        // What has no value in one of several columns may have one in another.
        const isWithout = found.length === 0 && readers.every((read) => read(place) === undefined);
        return isWithout ? without : [...new Set(found)];
      };
    },
  };
}

/** Which of the shown values each id of a part stands for; looked up once for each id. */
class PlacesOfIds {
  private readonly part: ColumnPart;
  private readonly numbers: ReadonlyMap<string | null, number>;
  /** By id; null for one without a value. */
  private readonly known: (readonly number[] | null | undefined)[] = [];

  constructor(part: ColumnPart, numbers: ReadonlyMap<string | null, number>) {
    this.part = part;
    this.numbers = numbers;
  }

  /** Reads the rows of a block; undefined for a row without a value. */
  in(block: Block): (place: number) => readonly number[] | undefined {
    const ids = this.part.read(block);
    return (place) => {
      const id = ids[place]!;
      const known = this.known[id];
      return (known === undefined ? (this.known[id] = this.lookUp(id)) : known) ?? undefined;
    };
  }

  private lookUp(id: number): readonly number[] | null {
    const values = new Set(this.part.valuesOf(id));
    return values.size === 0 ? null : [...values].flatMap((value) => this.numbers.get(value) ?? []);
  }
}
