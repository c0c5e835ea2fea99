import { eventOf } from '../../core/formats/attestation/events.ts';
import type { EventDescription } from '../../core/formats/definition/formatDocumentation.ts';
import { documentedEvent } from '../../core/formats/documentedEvents.ts';
import { idReader, rowAt } from '../columns/blocks.ts';
import { validTime } from '../columns/recordTable.ts';
import type { LogIndex } from '../index/logIndex.ts';
import type { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import type { ResourceIds } from './resourceIds.ts';
import { emptyWords, RowSet } from './rowSet.ts';
import { TimeIndex } from './timeIndex.ts';

/** More than the formats that a log's records can have. */
const maxFormats = 65_536;
/** More than there are resource ids; times as many lists of targets it is still exact. */
const idRange = 2 ** 26;

/** Records with a valid time whose events have effects on states, in classes of one event and the same targets. */
export interface Effects {
  readonly rows: RowSet;
  /** The rows in the order of time. */
  readonly order: TimeIndex;
  /** The class of each row of the set, in their order. */
  readonly classes: Uint32Array;
  /** A row of each class. */
  readonly examples: readonly number[];
}

/** The records of a log that change states; found once for each snapshot that somebody asks about. */
export class EffectRows {
  private readonly index: Pick<LogIndex, 'table' | 'formats'>;
  private readonly resources: ResourceIds;
  private readonly events = new Map<number, EventDescription | null>();
  private found: Effects | undefined;

  constructor(index: Pick<LogIndex, 'table' | 'formats'>, resources: ResourceIds) {
    this.index = index;
    this.resources = resources;
  }

  /** Those among the first rows. */
  async upTo(rows: number, work: CooperativeTask): Promise<Effects> {
    if (this.found?.rows.total !== rows) {
      const set = await this.find(rows, work);
      const order = await TimeIndex.of(this.index.table, set, work);
      this.found = { rows: set, order, ...(await this.classify(set, work)) };
    }
    return this.found;
  }

  /** The event with effects that a row stands for; undefined for any other. */
  eventOfRow(row: number): EventDescription | undefined {
    const { table } = this.index;
    return this.eventOfIds(table.operation.data[row]!, table.format.data[row]!) ?? undefined;
  }

  private async find(rows: number, work: CooperativeTask): Promise<RowSet> {
    const { table } = this.index;
    const readOperation = idReader(table.operation);
    const readFormat = idReader(table.format);
    const words = emptyWords(rows);
    await RowSet.all(rows).visitBlocks(work, (block) => {
      const operations = readOperation(block);
      const formats = readFormat(block);
      for (let place = 0; place < block.count; place++) {
        const row = block.start + place;
        if (this.eventOfIds(operations[place]!, formats[place]!) !== null && table.timeState.data[row] === validTime) {
          words[row >>> 5]! |= 1 << (row & 31);
        }
      }
    });
    return new RowSet(words, rows);
  }

  private async classify(rows: RowSet, work: CooperativeTask): Promise<Pick<Effects, 'classes' | 'examples'>> {
    const { table } = this.index;
    const readEvent = [idReader(table.operation), idReader(table.format)] as const;
    const readTargets = [idReader(table.places), this.resources.reader()] as const;
    const events = new Numbers();
    const targets = new Numbers();
    const both = new Numbers();
    const classes = new Uint32Array(rows.count);
    const examples: number[] = [];
    let at = 0;
    await rows.visitBlocks(work, (block) => {
      const [operations, formats] = readEvent.map((read) => read(block));
      const [lists, resources] = readTargets.map((read) => read(block));
      for (let place = 0; place < block.count; place++) {
        const event = events.of(operations![place]! * maxFormats + formats![place]!);
        const target = targets.of(lists![place]! * idRange + resources![place]!);
        const found = both.of(event * idRange + target);
        if (found === examples.length) {
          examples.push(rowAt(block, place));
        }
        classes[at++] = found;
      }
    });
    return { classes, examples };
  }

  private eventOfIds(operation: number, format: number): EventDescription | null {
    const key = operation * maxFormats + format;
    let event = this.events.get(key);
    if (event === undefined) {
      event = this.lookUp(operation, format);
      this.events.set(key, event);
    }
    return event;
  }

  private lookUp(operation: number, format: number): EventDescription | null {
    if (operation === 0) {
      return null;
    }
    const { table, formats } = this.index;
    const name = table.operations.text(operation);
    const described = format === 0 ? undefined : formats.ofId(table.formats.text(format))?.format;
    const event = format === 0 ? eventOf(name) : described && documentedEvent(described, name);
    return (event?.effects ?? []).length === 0 ? null : event!;
  }
}

/** Numbers for keys, from 0, in the order in which they come up. */
class Numbers {
  private readonly byKey = new Map<number, number>();

  of(key: number): number {
    let number = this.byKey.get(key);
    if (number === undefined) {
      number = this.byKey.size;
      this.byKey.set(key, number);
    }
    return number;
  }
}
