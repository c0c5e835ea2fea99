import { momentBounds } from '../../core/timeline/momentBounds.ts';
import { StateIndex } from '../../core/timeline/stateIndex.ts';
import { stateKey, type StateOf } from '../../core/timeline/stateReplay.ts';
import type { TimeSpan } from '../../core/timeline/timeSpan.ts';
import { rowAt } from '../columns/blocks.ts';
import type { RecordTable } from '../columns/recordTable.ts';
import type { LogIndex } from '../index/logIndex.ts';
import type { EffectRows, Effects } from '../query/effectRows.ts';
import type { RowSet } from '../query/rowSet.ts';
import type { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import { EffectGroups } from './effectGroups.ts';
import { effectsByClass } from './effectsByClass.ts';
import type { EffectSubjects, RowEffect } from './effectSubjects.ts';

/** Rows that are taken at once. */
const rowsAtOnce = 4096;

/** A state, and how many of some records are about it. */
export interface CountedLane {
  readonly lane: number;
  readonly records: number;
}

interface LaneEffect extends RowEffect {
  readonly lane: number;
}

const known = new WeakMap<Effects, IndexedStates>();

/** The states of a log, found once for the effects of each snapshot. What is cancelled is gone on with by the next who asks. */
export async function indexedStates(index: LogIndex, rows: EffectRows, effects: Effects, work: CooperativeTask): Promise<IndexedStates> {
  let states = known.get(effects);
  if (states === undefined) {
    states = new IndexedStates(index.table, effects, effectsByClass(index, rows, effects));
    known.set(effects, states);
  }
  await states.build(work);
  return states;
}

/** What the records of a log did to the states of targets, in the order of time. */
export class IndexedStates {
  readonly lanes: readonly StateOf[];
  readonly subjects: EffectSubjects;
  /** The rows with effects in the order of time. */
  readonly rows: Uint32Array;
  readonly index: StateIndex;
  private readonly table: RecordTable;
  private readonly effects: Effects;
  private readonly byClass: readonly (readonly LaneEffect[])[];
  private readonly groups: EffectGroups;
  /** Where a row is among those with effects. */
  private readonly placeOf: (row: number) => number;
  private built = 0;
  private readonly counted = new WeakMap<RowSet, readonly CountedLane[]>();

  constructor(table: RecordTable, effects: Effects, { subjects, byClass }: ReturnType<typeof effectsByClass>) {
    const numbers = new Map<string, number>();
    const lanes: StateOf[] = [];
    const numberOf = (state: StateOf): number => {
      const key = stateKey(state);
      const number = numbers.get(key) ?? lanes.push(state) - 1;
      numbers.set(key, number);
      return number;
    };
    this.table = table;
    this.groups = new EffectGroups(table);
    this.placeOf = effects.rows.placeReader();
    this.effects = effects;
    this.subjects = subjects;
    this.byClass = byClass.map((own) => own.map((effect) => ({ ...effect, lane: numberOf(effect) })));
    this.lanes = lanes;
    this.rows = new Uint32Array(effects.rows.count);
    this.index = new StateIndex(lanes);
  }

  /** Takes all rows, or those that are left. May be asked for by several at the same time. */
  async build(work: CooperativeTask): Promise<void> {
    const { groups, byClass, index, rows } = this;
    const { order, classes } = this.effects;
    while (this.built < rows.length) {
      const from = this.built;
      const slice = await order.slice(from, from + rowsAtOnce, work);
      // Somebody else may have taken them meanwhile.
      if (this.built === from) {
        rows.set(slice, from);
        for (let at = 0; at < slice.length; at++) {
          const row = slice[at]!;
          for (const effect of byClass[classes[this.placeOf(row)]!]!) {
            index.add(from + at, effect.lane, effect.kind, groups.of(row, effect));
          }
        }
        this.built += slice.length;
      }
      await work.pause();
    }
  }

  /** The states that some rows are about, by the number of these rows. */
  async countedIn(matching: RowSet, work: CooperativeTask): Promise<readonly CountedLane[]> {
    let counted = this.counted.get(matching);
    if (counted === undefined) {
      counted = await this.count(matching, work);
      this.counted.set(matching, counted);
    }
    return counted;
  }

  /** Where so many equal moments of a span begin in the order of time, and at last where they end. */
  bounds(span: TimeSpan, width: number): Uint32Array {
    const { rows, table } = this;
    return momentBounds(span, width, rows.length, (place) => table.ticksAt(rows[place]!));
  }

  private async count(matching: RowSet, work: CooperativeTask): Promise<readonly CountedLane[]> {
    const { rows, classes } = this.effects;
    const ofClass = new Uint32Array(this.byClass.length);
    let at = 0;
    await rows.visitBlocks(work, (block) => {
      for (let place = 0; place < block.count; place++) {
        ofClass[classes[at++]!]! += matching.has(rowAt(block, place)) ? 1 : 0;
      }
    });
    const ofLane = new Uint32Array(this.lanes.length);
    for (const [one, effects] of this.byClass.entries()) {
      for (const lane of new Set(effects.map((effect) => effect.lane))) {
        ofLane[lane]! += ofClass[one]!;
      }
    }
    return [...ofLane.entries()]
      .filter(([, records]) => records > 0)
      .sort(([left, a], [right, b]) => b - a || left - right)
      .map(([lane, records]) => ({ lane, records }));
  }
}
