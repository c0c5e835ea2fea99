import { expect, test } from 'vitest';
import type { ShownPeriod } from '../../src/protocol/answers/states.ts';
import { stateText } from '../../src/scene/stateWords.ts';

const by = { type: 'UPN', value: 'dora' };

test.each<[state: ShownPeriod['state'], ofPolicy: string, ofExistence: string]>([
  ['creates', 'created by dora', 'created by dora'],
  ['deletes', 'deleted by dora', 'deleted by dora'],
  ['sets', 'set by dora', 'exists, changed by dora'],
  ['resets', 'reset by dora', 'exists, changed by dora'],
  ['enables', 'enabled by dora', 'enabled by dora'],
  ['unknown', 'unknown', 'unknown'],
])('the state %s says who did it last: %s; of existence: %s', (state, ofPolicy, ofExistence) => {
  expect([stateText({ state, by }, 'policy'), stateText({ state, by }, null)]).toEqual([ofPolicy, ofExistence]);
});
