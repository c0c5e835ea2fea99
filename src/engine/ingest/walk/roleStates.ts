import type { CompiledFormat } from '../../../core/formats/compiledFormat.ts';
import { valueActions } from '../../kernel/plan.ts';
import { headWords, openMark, rowHead, rowValue, slotMask, valueWords, type Walker } from '../../kernel/walker.ts';
import type { VaryingRoles } from '../paths/varyingRoles.ts';
import type { RecordFields } from '../values/recordFields.ts';
import type { FormPlan } from './formPlan.ts';
import { RowNumbers } from './rowNumbers.ts';
import { rolesWithStates, RoleState } from './roleState.ts';
import { SlotPace } from './slotPace.ts';
import type { WalkedRecord } from './walkedRecord.ts';

/** Reads the roles of a record that are named true, by its values, into fields. */
export type ReadRoles = (compiled: CompiledFormat, source: WalkedRecord, fields: RecordFields, roles: VaryingRoles) => void;

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/**
 * What the columns say of the values that play a role is the same whenever the values are: it is read once for each list of values,
 * which is known to the kernel by a state after that. Times and hashes come from the kernel.
 */
export class RoleStates {
  private readonly walker: Walker;
  private readonly compiled: CompiledFormat;
  private readonly plan: FormPlan;
  private readonly states: readonly RoleState[];
  private readonly numbers: RowNumbers;
  /** The roles that have to be read of the record at hand. */
  private readonly open: Writable<VaryingRoles>;
  private readonly pace: SlotPace;
  /** The id of the next value that is learned. */
  private nextId = 0;

  constructor(walker: Walker, compiled: CompiledFormat, plan: FormPlan) {
    this.walker = walker;
    this.compiled = compiled;
    this.plan = plan;
    this.states = rolesWithStates.map((role) => new RoleState(role));
    this.numbers = new RowNumbers(walker.rows, compiled, plan.actions);
    this.open = { ...plan.roles[0]!, sequence: compiled.sequence !== undefined };
    this.pace = new SlotPace(plan.actions.length);
  }

  /** Reads the record into fields, which hold those of the record before. */
  read(record: WalkedRecord, fields: RecordFields, readRoles: ReadRoles): void {
    const { states, open, numbers } = this;
    const { rows } = this.walker;
    const first = record.row + rowHead.states;
    let isOpen = open.sequence;
    this.pace.records++;
    this.collect(record, this.unknownRoles(record));
    for (let index = 0; index < states.length; index++) {
      const known = rows[first + index]!;
      const state = known === -1 ? this.learnedState(index) : known;
      const isRead = state === -1;
      open[states[index]!.role] = isRead;
      isOpen ||= isRead;
      if (!isRead) {
        states[index]!.apply(state, fields);
      }
    }
    numbers.begin(record);
    open.time = !numbers.readTime(fields);
    open.request = !numbers.readRequest(fields);
    open.recordId = !numbers.readRecordId(fields);
    if (isOpen || open.time || open.request || open.recordId) {
      readRoles(this.compiled, record, fields, open);
      this.keep(fields);
    }
  }

  /** The roles whose values have no state, as bits. */
  private unknownRoles({ row }: WalkedRecord): number {
    const { states } = this;
    const { rows } = this.walker;
    let roles = 0;
    for (let index = 0; index < states.length; index++) {
      if (rows[row + rowHead.states + index] === -1) {
        roles |= 1 << index;
        states[index]!.begin();
      }
    }
    return roles;
  }

  /** Adds the id of each value to those of some roles that it plays. */
  private collect({ row }: WalkedRecord, roles: number): void {
    if (roles === 0) {
      return;
    }
    const { states } = this;
    const { rows } = this.walker;
    const { masks } = this.plan;
    const first = row + headWords;
    const last = first + rows[row + rowHead.values]! * valueWords;
    for (let at = first; at < last; at += valueWords) {
      const word = rows[at + rowValue.slot]!;
      const slot = word & slotMask;
      let mask = masks[slot]! & roles;
      if (mask !== 0) {
        const id = (word & openMark) === 0 ? rows[at + rowValue.said]! : this.learnedId(slot, at);
        for (; mask !== 0; mask &= mask - 1) {
          states[31 - Math.clz32(mask & -mask)]!.add(id);
        }
      }
    }
  }

  /** The id of a value that the kernel has not known; -1 if it does not learn it. */
  private learnedId(slot: number, at: number): number {
    const { walker, plan, pace, nextId } = this;
    if (plan.actions[slot] !== valueActions.lookUp || !pace.isDue(slot)) {
      return -1;
    }
    const { rows } = walker;
    const id = walker.learn(plan.firstPlace + slot, rows[at + rowValue.start]!, rows[at + rowValue.end]!, nextId);
    if (id === nextId) {
      this.nextId++;
      pace.learned(slot);
    }
    return id;
  }

  /** The state of the values of a role that were collected, which may have become known since; -1 if they have to be read. */
  private learnedState(index: number): number {
    const { ids, count, size, isKnown } = this.states[index]!;
    if (!isKnown) {
      return -1;
    }
    const state = this.walker.learnState(this.plan.rolePlaces + index, ids, count, size);
    if (state === -1) {
      this.states[index]!.isKnown = false;
    }
    return state === size ? -1 : state;
  }

  private keep(fields: RecordFields): void {
    const { states, open } = this;
    for (let index = 0; index < states.length; index++) {
      const state = states[index]!;
      if (open[state.role]) {
        state[state.isKnown ? 'keep' : 'forget'](fields);
      }
    }
  }
}
