import { fieldNames, type FieldName } from '../../columns/recordColumns.ts';
import { maxIds } from '../../kernel/walker.ts';
import type { RecordFields } from '../values/recordFields.ts';

/** The fields that each role sets, alike whenever the values are that play it. */
const fieldsOfRole = {
  operation: ['operation'],
  result: ['result'],
  description: ['description'],
  address: ['address'],
  displayName: ['displayName'],
  category: ['categories'],
  callers: ['caller'],
  targets: ['places', 'resourceForm', 'subscription', 'resourceGroup', 'instance'],
} as const satisfies Readonly<Record<string, readonly FieldName[]>>;

export type StatefulRole = keyof typeof fieldsOfRole;
export const rolesWithStates = Object.keys(fieldsOfRole) as readonly StatefulRole[];

/** What the columns say of the values that play a role, by states: numbers from 0 on for lists of values. */
export class RoleState {
  readonly role: StatefulRole;
  /** Ids of the values of the record at hand. */
  readonly ids = new Uint32Array(maxIds);
  count = 0;
  /** All values of the record at hand have ids. */
  isKnown = true;
  /** How many states there are. */
  size = 0;
  private readonly fields: readonly number[];
  /** By state: what the fields say. */
  private saved = new Uint32Array(64);
  /** The state whose values the fields hold; -1 if they may hold others. */
  private last = -1;

  constructor(role: StatefulRole) {
    this.role = role;
    this.fields = fieldsOfRole[role].map((name) => fieldNames.indexOf(name));
  }

  /** Begins a record. */
  begin(): void {
    this.count = 0;
    this.isKnown = true;
  }

  /** Adds the id of a value, which is -1 if it has none. */
  add(id: number): void {
    this.isKnown &&= id !== -1 && this.count < maxIds;
    if (this.isKnown) {
      this.ids[this.count++] = id;
    }
  }

  /** Sets the fields to those of a state. */
  apply(state: number, fields: RecordFields): void {
    if (state === this.last) {
      return;
    }
    this.last = state;
    const { fields: indexes, saved } = this;
    for (let index = 0; index < indexes.length; index++) {
      fields.setNumber(indexes[index]!, saved[state * indexes.length + index]!);
    }
  }

  /** The fields are set otherwise. */
  forget(): void {
    this.last = -1;
  }

  /** Keeps what the fields say as another state. */
  keep(fields: RecordFields): void {
    const { fields: indexes } = this;
    const first = this.size * indexes.length;
    if (first + indexes.length > this.saved.length) {
      const wider = new Uint32Array(this.saved.length * 2);
      wider.set(this.saved);
      this.saved = wider;
    }
    for (let index = 0; index < indexes.length; index++) {
      this.saved[first + index] = fields.numberAt(indexes[index]!);
    }
    this.last = this.size++;
  }
}
