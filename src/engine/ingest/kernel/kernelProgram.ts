import { keyNumbers, isInterned } from '../values/keys.ts';
import type { FieldVerdicts } from '../values/fieldVerdicts.ts';
import type { Shapes } from '../values/shapes.ts';
import { actions, takes, type KernelSlot } from '../../kernel/kernel.ts';
import type { KnownTemplate } from '../template/knownTemplate.ts';
import { memberSlot, targetTypeSlot, targetValueSlot } from '../template/slot.ts';

/** Numbers of the places of values in pairs: greater than those of keys. */
const pairPlaces = 0x8000;

/** The place of resource ids that are taken apart. */
export const resourcePlace = pairPlaces + targetValueSlot + 1;

/** Words of a row before those of its slots, and how many each action leaves: see `assembly/match.ts`. */
export const rowHead = 4;
const wordsOf: Readonly<Record<number, number>> = {
  [actions.lookUp]: 3,
  [actions.time]: 3,
  [actions.sequence]: 2,
  [actions.request]: 1,
};

/** A template as the kernel compares it. */
export interface KernelProgram {
  readonly known: KnownTemplate;
  readonly literals: readonly Uint8Array[];
  /** By slot that varies. */
  readonly slots: readonly KernelSlot[];
  /** How many words a row has. */
  readonly words: number;
  /** The pair of targets whose name is a resource id that is taken apart; -1 for none. */
  readonly resourcePair: number;
}

/** What is known of values and shapes, by which the kernel may take a record for one of which nothing is to be reported. */
export interface KernelKnowledge {
  readonly verdicts: FieldVerdicts;
  readonly shapes: Shapes;
  /** The id of the type of resource ids. */
  readonly resourceType: number;
}

/**
 * A template as a program of the kernel; undefined where the kernel could not say by its values alone that nothing is to be reported of
 * a record: of its shape, or of values that do not vary, something is.
 */
export function kernelProgram(known: KnownTemplate, { verdicts, shapes, resourceType }: KernelKnowledge): KernelProgram | undefined {
  const { template, targetIds, targetAt } = known;
  const { sample, variable, kinds, members } = template;
  const isTypeVarying = template.kinds.includes(targetTypeSlot);
  const resourcePairs = [...targetAt.keys()].filter((pair) => targetIds[pair * 2] === resourceType);
  const [resourcePair = -1] = resourcePairs;
  // Of several resource ids the first that is well-formed is taken apart.
  if (resourcePairs.length > 1 || !known.isShapeClean || !known.constantsAreClean || known.constantsHaveEmptyPairs) {
    return undefined;
  }
  const slots: KernelSlot[] = [];
  for (let index = 0; index < variable.length; index++) {
    const key = known.keys[members[index]!]!;
    const slot =
      kinds[index] === memberSlot
        ? memberOf(key, verdicts, shapes)
        : pairOf(kinds[index]!, kinds[index] === targetValueSlot && targetAt[resourcePair] === index);
    if (slot === undefined || (isTypeVarying && kinds[index]! >= targetTypeSlot)) {
      return undefined;
    }
    slots.push(slot);
  }
  const cuts = [0, ...variable.flatMap((slot) => [template.slots[slot]!.start, template.slots[slot]!.end]), sample.bytes.length];
  const literals = Array.from({ length: variable.length + 1 }, (_, index) => sample.bytes.subarray(cuts[index * 2], cuts[index * 2 + 1]));
  const words = slots.reduce((sum, { action }) => sum + (wordsOf[action] ?? 0), rowHead);
  return { known, literals, slots, words, resourcePair };
}

/** Whether values of a key are looked up, so that an id says what they are. */
function isLookedUp(key: number, verdicts: FieldVerdicts): boolean {
  return isInterned(key) || key === keyNumbers.category || key === keyNumbers.signature || verdicts.isJudgedOther(key);
}

const stringKind = 2;
const nullKind = 6;
const numberKind = 8;

function memberOf(key: number, verdicts: FieldVerdicts, shapes: Shapes): KernelSlot | undefined {
  if (isLookedUp(key, verdicts)) {
    return { action: actions.lookUp, place: key };
  }
  const nulls = shapes.isCleanMember(key, nullKind) ? takes.null : 0;
  const numbers = shapes.isCleanMember(key, numberKind) ? takes.numbers : 0;
  switch (key) {
    case keyNumbers.sequence:
      return numbers === 0 ? undefined : { action: actions.sequence, place: nulls | numbers };
    case keyNumbers.time:
      return shapes.isCleanMember(key, stringKind) ? { action: actions.time, place: 0 } : undefined;
    case keyNumbers.request:
      return shapes.isCleanMember(key, stringKind) ? { action: actions.request, place: nulls } : undefined;
    default:
      return shapes.isCleanMember(key, stringKind) ? { action: actions.pass, place: nulls | numbers } : undefined;
  }
}

function pairOf(kind: number, isResource: boolean): KernelSlot {
  return { action: actions.lookUp, place: isResource ? resourcePlace : pairPlaces + kind };
}
