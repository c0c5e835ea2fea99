import { ticksOf, ticksPerDay, type Ticks } from '../../core/record/ticks.ts';
import { ByteDictionary } from './byteDictionary.ts';
import { float64Column, forgetFrom, IdColumn, uint32Column, uint8Column, type Expectation } from './column.ts';
import { Labels } from './labels.ts';
import { LateColumn } from './lateColumn.ts';
import { Outcomes } from './outcomes.ts';
import { OffsetColumn } from './offsetColumn.ts';
import type { TableRows } from './tableRows.ts';
import { TupleDictionary } from './tupleDictionary.ts';

/** What a record's time is. */
export const noTime = 0;
export const validTime = 1;
export const invalidTime = 2;

/** A day near which times are kept exactly as float64: 2020-01-01, and 28 years on either side. */
const baseDay = 737_424;
const baseTicks = ticksOf(baseDay, 0);
const exactSpan = Number.MAX_SAFE_INTEGER;

/** Columns of ids. */
export const idColumns = [
  'operation',
  'result',
  'description',
  'categories',
  'caller',
  'label',
  'address',
  'displayName',
  'places',
  'resourceForm',
  'subscription',
  'resourceGroup',
  'instance',
  'epoch',
  'cloudRole',
  'cloudRoleInstance',
  'format',
] as const;

/**
 * All that timeline, facets, filters and lists need of the records, in columns: one row per record in the order of
 * reading, over all sources of a session. Values are ids of dictionaries, 0 where a record gives none. Everything else
 * about a record is read again from its source when asked for.
 */
export class RecordTable {
  private readonly expectation: Expectation = { rows: 0 };
  /** Offset and length in the source's decoded bytes, and line (from 1) on which it begins. */
  readonly offset = new OffsetColumn(this.expectation);
  readonly byteLength = uint32Column(this.expectation);
  readonly line = uint32Column(this.expectation);
  readonly timeState = uint8Column(this.expectation);
  /** Ticks since {@link baseDay}; exact unless {@link farTimes} holds the row. NaN without a valid time. */
  readonly time = float64Column(this.expectation);
  private readonly farTimes = new Map<number, Ticks>();
  /** The sequence number; NaN if none, Infinity if it is written otherwise than in digits. Exact unless {@link bigSequences} holds the row. */
  readonly sequence = float64Column(this.expectation);
  private readonly bigSequences = new Map<number, bigint>();

  /** Rows that have been taken out. */
  private taken = 0;

  readonly operation = new IdColumn(this.expectation);
  readonly result = new IdColumn(this.expectation);
  readonly description = new IdColumn(this.expectation);
  readonly categories = new IdColumn(this.expectation);
  readonly caller = new IdColumn(this.expectation);
  readonly label = new IdColumn(this.expectation);
  readonly address = new IdColumn(this.expectation);
  /** 32 bits of hash of requestId; 0 where there is none. Requests are too many for a dictionary. */
  readonly request = uint32Column(this.expectation);
  /** 32 bits of hash of the record's own id, seeded; 0 where it has none. */
  readonly recordId = new LateColumn(this.expectation);
  readonly displayName = new IdColumn(this.expectation);
  /** Targets but the first well-formed resource id, as a list of types and names. */
  readonly places = new IdColumn(this.expectation);
  /** The first well-formed resource id: the words around its parts, and the parts. */
  readonly resourceForm = new IdColumn(this.expectation);
  readonly subscription = new IdColumn(this.expectation);
  readonly resourceGroup = new IdColumn(this.expectation);
  readonly instance = new IdColumn(this.expectation);
  readonly epoch = new IdColumn(this.expectation);
  readonly cloudRole = new IdColumn(this.expectation);
  readonly cloudRoleInstance = new IdColumn(this.expectation);
  /** 0 for Attestation's records. */
  readonly format = new IdColumn(this.expectation);

  readonly operations: ByteDictionary;
  readonly results: ByteDictionary;
  readonly outcomes: Outcomes;
  readonly descriptions: ByteDictionary;
  readonly categoryNames: ByteDictionary;
  readonly categoryLists: TupleDictionary;
  readonly identityTypes: ByteDictionary;
  readonly identities: ByteDictionary;
  /** Lists of pairs (type, identity). */
  readonly callers: TupleDictionary;
  readonly labels: Labels;
  readonly addresses: ByteDictionary;
  readonly displayNames: ByteDictionary;
  readonly targetTypes: ByteDictionary;
  readonly targetNames: ByteDictionary;
  /** Lists of pairs (type, name). */
  readonly placeLists: TupleDictionary;
  /** Texts with NUL where the parts are. */
  readonly resourceForms: ByteDictionary;
  readonly subscriptions: ByteDictionary;
  readonly resourceGroups: ByteDictionary;
  readonly instances: ByteDictionary;
  readonly epochs: ByteDictionary;
  readonly cloudRoles: ByteDictionary;
  readonly cloudRoleInstances: ByteDictionary;
  /** Ids of formats. */
  readonly formats: ByteDictionary;

  /** @param seed Seeds the hash tables; random in use, fixed in tests. */
  constructor(seed: number) {
    const dictionary = (): ByteDictionary => new ByteDictionary(seed);
    this.operations = dictionary();
    this.results = dictionary();
    this.outcomes = new Outcomes(this.results);
    this.descriptions = dictionary();
    this.categoryNames = dictionary();
    this.categoryLists = new TupleDictionary(seed);
    this.identityTypes = dictionary();
    this.identities = dictionary();
    this.callers = new TupleDictionary(seed);
    this.displayNames = dictionary();
    this.labels = new Labels(this.identityTypes, this.identities, this.callers, this.displayNames);
    this.addresses = dictionary();
    this.targetTypes = dictionary();
    this.targetNames = dictionary();
    this.placeLists = new TupleDictionary(seed);
    this.resourceForms = dictionary();
    this.subscriptions = dictionary();
    this.resourceGroups = dictionary();
    this.instances = dictionary();
    this.epochs = dictionary();
    this.cloudRoles = dictionary();
    this.cloudRoleInstances = dictionary();
    this.formats = dictionary();
  }

  /** Number of rows, those that have been taken out included. */
  get length(): number {
    return this.taken + this.offset.length;
  }

  /** From now on columns grow to this number of rows, so that they need not be copied often, nor be half empty. */
  expect(rows: number): void {
    this.expectation.rows = Math.ceil(rows);
  }

  /** Gives back memory that was reserved for rows which did not come. */
  trim(): void {
    this.expectation.rows = 0;
    this.offset.trim();
    [this.byteLength, this.line, this.request].forEach((column) => column.trim());
    [this.time, this.sequence].forEach((column) => column.trim());
    this.timeState.trim();
    this.recordId.trim();
    idColumns.forEach((name) => this[name].trim());
  }

  /** Forgets all rows but the first ones. Dictionaries keep their values. */
  keep(rows: number): void {
    this.offset.keep(rows);
    [this.byteLength, this.line, this.request].forEach((column) => column.keep(rows));
    [this.time, this.sequence].forEach((column) => column.keep(rows));
    this.timeState.keep(rows);
    this.recordId.keep(rows);
    idColumns.forEach((name) => this[name].keep(rows));
    forgetFrom(this.farTimes, rows);
    forgetFrom(this.bigSequences, rows);
  }

  /** Takes all rows out: the table is empty then, but goes on numbering, and its dictionaries stay. */
  take(): TableRows {
    const count = this.offset.length;
    const rows: TableRows = {
      count,
      offset: this.offset.take(),
      byteLength: this.byteLength.take(),
      line: this.line.take(),
      timeState: this.timeState.take(),
      time: this.time.take(),
      farTimes: [...this.farTimes],
      sequence: this.sequence.take(),
      bigSequences: [...this.bigSequences],
      request: this.request.take(),
      recordId: this.recordId.take(),
      ids: idColumns.map((name) => this[name].take()),
    };
    this.farTimes.clear();
    this.bigSequences.clear();
    this.taken += count;
    return rows;
  }

  /** Takes the rows from one on out, to be put back by {@link appendOwn}. */
  takeFrom(row: number): TableRows {
    const { offset, length } = this;
    const ownFrom = <T>(exceptions: ReadonlyMap<number, T>): (readonly [number, T])[] =>
      [...exceptions].flatMap(([at, value]) => (at < row ? [] : [[at - row, value] as const]));
    const rows: TableRows = {
      count: length - row,
      offset: Float64Array.from({ length: length - row }, (_, index) => offset.at(row + index)),
      byteLength: this.byteLength.data.slice(row, length),
      line: this.line.data.slice(row, length),
      timeState: this.timeState.data.slice(row, length),
      time: this.time.data.slice(row, length),
      farTimes: ownFrom(this.farTimes),
      sequence: this.sequence.data.slice(row, length),
      bigSequences: ownFrom(this.bigSequences),
      request: this.request.data.slice(row, length),
      recordId: this.recordId.from(row),
      ids: idColumns.map((name) => this[name].data.slice(row, length)),
    };
    this.keep(row);
    return rows;
  }

  /** Appends rows that were taken out of this very table. */
  appendOwn(rows: TableRows): void {
    this.append(rows, 1);
    idColumns.forEach((name, index) => this[name].append(rows.ids[index]!));
  }

  /** Appends rows from elsewhere, all columns but those of ids. Lines are counted on from `line`. */
  append(rows: TableRows, line: number): void {
    const first = this.offset.length;
    for (let row = 0; row < rows.count; row++) {
      this.offset.push(rows.offset[row]!);
    }
    this.byteLength.append(rows.byteLength);
    this.line.append(rows.line.map((one) => one + line - 1));
    this.timeState.append(rows.timeState);
    this.time.append(rows.time);
    rows.farTimes.forEach(([row, ticks]) => this.farTimes.set(first + row, ticks));
    this.sequence.append(rows.sequence);
    rows.bigSequences.forEach(([row, value]) => this.bigSequences.set(first + row, value));
    this.request.append(rows.request);
    this.recordId.append(rows.recordId, rows.count);
  }

  pushTime(state: number, day: number, ticksOfDay: number): void {
    const row = this.time.length;
    this.timeState.push(state);
    const relative = (day - baseDay) * ticksPerDay + ticksOfDay;
    if (state === validTime && Math.abs(relative) > exactSpan) {
      this.farTimes.set(row, ticksOf(day, ticksOfDay));
    }
    this.time.push(state === validTime ? relative : NaN);
  }

  pushSequence(value: bigint | number | undefined): void {
    if (typeof value === 'bigint') {
      this.bigSequences.set(this.sequence.length, value);
    }
    this.sequence.push(value === undefined ? NaN : Number(value));
  }

  /** Exact ticks of a row with a valid time. */
  ticksAt(row: number): Ticks {
    return this.farTimes.get(row) ?? ((baseTicks + BigInt(this.time.data[row]!)) as Ticks);
  }

  /** Orders two rows with valid times; 0 if they hold the same tick. */
  compareTimes(left: number, right: number): number {
    const difference = this.time.data[left]! - this.time.data[right]!;
    if (this.farTimes.size === 0 || (!this.farTimes.has(left) && !this.farTimes.has(right))) {
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
    return this.farTimes.size === 0;
  }

  /** Exact sequence number of a row; undefined if it has none that is written in digits. */
  sequenceAt(row: number): bigint | undefined {
    const value = this.sequence.data[row]!;
    return !Number.isFinite(value) ? undefined : (this.bigSequences.get(row) ?? BigInt(value));
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
