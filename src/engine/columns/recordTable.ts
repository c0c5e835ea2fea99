import { ticksOf, type Ticks } from '../../core/record/ticks.ts';
import type { ByteDictionary } from './byteDictionary.ts';
import type { Expectation } from './column.ts';
import type { Column } from './columnKinds.ts';
import { Labels } from './labels.ts';
import { Outcomes } from './outcomes.ts';
import { byPart, columnNames, type ColumnParts, type PartName } from './recordColumns.ts';
import { newColumns, newDictionaries, TableFields } from './tableFields.ts';
import type { TableRows } from './tableRows.ts';

/** What a record's time is. */
export const noTime = 0;
export const validTime = 1;
export const invalidTime = 2;

/** A day near which times are kept exactly as float64: 2020-01-01, and 28 years on either side. */
export const baseDay = 737_424;
const baseTicks = ticksOf(baseDay, 0);

/**
 * The columns of `recordColumns.ts` with their dictionaries: one row per record in the order of reading, over all sources of a
 * session. Values are ids of dictionaries, 0 where a record gives none. Everything else about a record is read again from its
 * source when asked for.
 */
export class RecordTable extends TableFields {
  readonly outcomes: Outcomes;
  readonly labels: Labels;
  private readonly expectation: Expectation;
  private readonly parts: { readonly [Name in PartName]: Column<ColumnParts[Name]> };

  /** @param seed Seeds the hash tables; random in use, fixed in tests. */
  constructor(seed: number) {
    const expectation: Expectation = { rows: 0 };
    const columns = newColumns(expectation);
    super(columns, newDictionaries(seed));
    this.expectation = expectation;
    this.parts = columns;
    this.outcomes = new Outcomes(this.results);
    this.labels = new Labels(this.identityTypes, this.identities, this.callers, this.displayNames);
  }

  /** Number of rows. */
  get length(): number {
    return this.offset.length;
  }

  /** Bytes of all columns, unused capacity included and dictionaries excluded. */
  get memory(): number {
    return columnNames.reduce((sum, name) => sum + this.columns[name].memory, 0);
  }

  /** From now on columns grow to this number of rows, so that they need not be copied often, nor be half empty. */
  expect(rows: number): void {
    this.expectation.rows = Math.ceil(rows);
  }

  /** Gives back memory that was reserved for rows which did not come. */
  trim(): void {
    this.expectation.rows = 0;
    columnNames.forEach((name) => this.columns[name].trim());
  }

  /** Forgets all rows but the first ones. Dictionaries keep their values. */
  keep(rows: number): void {
    columnNames.forEach((name) => this.columns[name].keep(rows));
  }

  /** Takes the rows from one on out, to be put back by {@link append}. */
  takeFrom(row: number): TableRows {
    const rows = { count: this.length - row, columns: byPart<ColumnParts>((name) => this.parts[name].from(row)) };
    this.keep(row);
    return rows;
  }

  /** Appends rows whose ids are those of this table, column by column. */
  append({ count, columns }: TableRows): void {
    byPart<Readonly<Record<PartName, void>>>((name) => this.parts[name].append(columns[name], count));
    this.label.append(this.labels.ofRows(columns.caller, columns.displayName));
  }

  /** Exact ticks of a row with a valid time. */
  ticksAt(row: number): Ticks {
    return this.time.exactAt(row) ?? ((baseTicks + BigInt(this.time.data[row]!)) as Ticks);
  }

  /** Orders two rows with valid times; 0 if they hold the same tick. */
  compareTimes(left: number, right: number): number {
    const difference = this.time.data[left]! - this.time.data[right]!;
    if (this.timesAreNear || (this.time.exactAt(left) === undefined && this.time.exactAt(right) === undefined)) {
      return difference;
    }
    return Number(this.ticksAt(left) - this.ticksAt(right));
  }

  /** Whether the row's time lies within the ticks, both included. */
  isWithin(row: number, from: Ticks, to: Ticks): boolean {
    const ticks = this.timeState.data[row] === validTime ? this.ticksAt(row) : undefined;
    return ticks !== undefined && ticks >= from && ticks <= to;
  }

  /** What {@link time} holds for these ticks: exact or rounded, never on the other side of another time. */
  static relative(ticks: bigint): number {
    return Number(ticks - baseTicks);
  }

  /** True when {@link time} holds every time exactly, so that plain comparisons of numbers decide. */
  get timesAreNear(): boolean {
    return this.time.rounded === 0;
  }

  /** Exact sequence number of a row; undefined if it has none that is written in digits. */
  sequenceAt(row: number): bigint | undefined {
    const value = this.sequence.data[row]!;
    return !Number.isFinite(value) ? undefined : (this.sequence.exactAt(row) ?? BigInt(value));
  }

  /** The first well-formed resource id of a row, as it was written; undefined if it has none. */
  resourceAt(row: number): string | undefined {
    const form = this.resourceForm.data[row]!;
    if (form === 0) {
      return undefined;
    }
    const parts = [
      textOf(this.subscriptions, this.subscription.data[row]!),
      textOf(this.resourceGroups, this.resourceGroup.data[row]!),
      textOf(this.instances, this.instance.data[row]!),
    ].filter((part) => part !== null);
    return this.resourceForms.text(form).replace(/\0/g, () => parts.shift() ?? '');
  }
}

/** The text of an id; null for 0. */
export function textOf(dictionary: ByteDictionary, id: number): string | null {
  return id === 0 ? null : dictionary.text(id);
}
