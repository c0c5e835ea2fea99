import { uint32Column } from '../columns/column.ts';

/** Groups of rows that should be one record: with the same number of the same writer, or the same id. */
export class RepeatGroups {
  /** Number of each row's group, from 1; 0 for rows that are in none. Undefined while there are no groups. */
  groupOf: Uint32Array | undefined;
  /** The first row of each group in the file. */
  readonly firsts = uint32Column();
  private readonly rows: number;

  /** @param rows How many rows there are. */
  constructor(rows: number) {
    this.rows = rows;
  }

  /** The first row of the group of a row that has one. */
  firstOf(row: number): number {
    return this.firsts.data[this.groupOf![row]! - 1]!;
  }

  /** Puts a row into the group of one before it in the file, of which every row between them in the order at hand is. */
  join(previous: number, row: number): void {
    this.groupOf ??= new Uint32Array(this.rows);
    if (this.groupOf[previous] === 0) {
      this.firsts.push(previous);
      this.groupOf[previous] = this.firsts.length;
    }
    this.groupOf[row] = this.groupOf[previous]!;
  }
}
