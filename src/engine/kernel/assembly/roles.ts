import { find, learn } from './knownValues.ts';
import { learnedListAt, listsAt, listSize, roleCount } from './layout.ts';

/**
 * Lists of the ids of the values that play a role in a record, for what the columns say of them is the same whenever the lists are: a
 * list has a state, by which TypeScript knows what that is.
 */

/** Where each list ends; 0 where a value has no id, or there is no room. */
const ends = memory.data<u32>([0, 0, 0, 0, 0, 0, 0, 0]);

/** Begins a record. */
export function beginRoles(): void {
  for (let role: u32 = 0; role < roleCount; role++) {
    store<u32>(ends + (role << 2), u32(listOf(role)));
  }
}

/** Adds a value to the lists of the roles that it plays, which are bits of a mask; its id is -1 if it has none. */
export function addToRoles(mask: u32, id: i32): void {
  let rest = mask;
  while (rest !== 0) {
    const role = ctz(rest);
    rest &= rest - 1;
    const at = ends + (role << 2);
    const end: usize = load<u32>(at);
    const isTaken = end !== 0 && id !== -1 && end < listOf(role) + listSize;
    if (isTaken) {
      store<i32>(end, id);
    }
    store<u32>(at, isTaken ? u32(end + 4) : 0);
  }
}

/** The state of a role's list, or -1 if it has none. Of the lists of one role in records of one plan the place is the same. */
export function stateOfRole(role: u32, place: u32): i32 {
  const end: usize = load<u32>(ends + (role << 2));
  return end === 0 ? -1 : find(place, listOf(role), end);
}

/** Gives the list of so many ids at {@link learnedListAt} a state; returns the state that it has, or -1 if there is no room. */
export function learnState(place: u32, count: u32, state: i32): i32 {
  return learn(place, learnedListAt, learnedListAt + (count << 2), state);
}

function listOf(role: u32): usize {
  return listsAt + usize(role) * listSize;
}
