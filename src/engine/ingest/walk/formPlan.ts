import type { CompiledFormat, CompiledText } from '../../../core/formats/compiledFormat.ts';
import type { PathNode, PathSet } from '../../../core/formats/pathSet.ts';
import { valueActions, type PlanNode } from '../../kernel/plan.ts';
import { rolesWithStates } from './roleState.ts';
import { rolesAt, type VaryingRoles } from '../paths/varyingRoles.ts';

/** What the kernel is to know of a format, to walk over its records. */
export interface FormPlan {
  readonly root: PlanNode;
  /** By number of a path: what is done with its values, and the roles that they play. */
  readonly actions: readonly number[];
  readonly roles: readonly VaryingRoles[];
  /** The roles that have states, as bits in the order of `rolesWithStates`. */
  readonly masks: Uint32Array;
  /** Numbers of the places of the first path's values and of the first role's lists of values. */
  readonly firstPlace: number;
  readonly rolePlaces: number;
}

/**
 * Makes the plan of a format.
 *
 * @param paths The format's, and those of evidence for other formats.
 * @param firstPlace The number of the first place: places of several plans are apart.
 * @param idSeed The seed of the hashes of the ids of its records.
 */
export function formPlan(compiled: CompiledFormat, paths: PathSet, firstPlace: number, idSeed: number): FormPlan {
  const roles = paths.steps.map((_, slot) => rolesAt(compiled, new Set([slot])));
  const actions = roles.map((those, slot) => actionOf(compiled, slot, those));
  const masks = Uint32Array.from(roles, maskOf);
  const nodeOf = ({ slot, keys, items }: PathNode): PlanNode => ({
    slot,
    action: actions[slot] ?? valueActions.pass,
    place: actions[slot] === valueActions.recordId ? idSeed : firstPlace + Math.max(slot, 0),
    leadsOn: keys.length > 0 || items !== undefined,
    roles: masks[slot] ?? 0,
    items: items && nodeOf(items),
    keys: keys.map((one) => ({
      bytes: one.bytes,
      node: keys.some((other) => other !== one && other.folded === one.folded) ? undefined : nodeOf(one.node),
    })),
  });
  return { root: nodeOf(paths.root), actions, roles, masks, firstPlace, rolePlaces: firstPlace + paths.steps.length };
}

function maskOf(roles: VaryingRoles): number {
  return rolesWithStates.reduce((mask, role, index) => mask | (roles[role] ? 1 << index : 0), 0);
}

/** Values that play one role, which needs no more than a number of them, are not looked up: each record has another one. */
function actionOf(compiled: CompiledFormat, slot: number, roles: VaryingRoles): number {
  const played = Object.values(roles).filter(Boolean).length;
  if (played === 0) {
    return valueActions.pass;
  }
  if (played === 1 && roles.time && compiled.time[0] === slot) {
    return valueActions.time;
  }
  if (played === 1 && roles.request && isWhole(compiled.request)) {
    return valueActions.request;
  }
  return played === 1 && roles.recordId && isWhole(compiled.recordId) ? valueActions.recordId : valueActions.lookUp;
}

/** No text is joined of several values. */
function isWhole(texts: readonly CompiledText[]): boolean {
  return texts.every((text) => 'slot' in text);
}
