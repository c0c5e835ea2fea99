import type { CompiledFormat, CompiledPair, CompiledText } from './compiledFormat.ts';
import type { FieldDocumentation, FieldGroup } from './definition/formatDocumentation.ts';
import { foldKey } from './pathSet.ts';
import { PathTable } from './pathTable.ts';

/** Keys and indexes from a record down to a value, through JSON text as through objects. */
type Place = readonly (string | number)[];

/** What a format says of the places of its records, in one of its forms: made once, for all records. */
export class FieldLookup {
  private readonly envelope: readonly string[];
  private readonly documented = new PathTable<FieldDocumentation>();
  private readonly groups = new PathTable<FieldGroup>();
  private readonly times = new PathTable<true>();
  private readonly addresses = new PathTable<true>();

  constructor(compiled: CompiledFormat) {
    const { format, paths } = compiled;
    this.envelope = compiled.envelope.map(foldKey);
    (format.fields ?? []).forEach((field) => this.documented.add(field.path, field));
    [...format.time, ...(format.furtherTimes ?? [])].forEach((path) => this.times.add(path, true));
    const stepsOf = (slot: number): readonly string[] => paths.steps[slot]!.slice(compiled.envelope.length);
    const note = (all: readonly (readonly string[])[], group: FieldGroup): void => all.forEach((steps) => this.groups.add(steps, group));
    const texts = (all: readonly CompiledText[]): readonly (readonly string[])[] => all.flatMap(slotsOf).map(stepsOf);
    const { operation, result, description, category, request, address, displayName, callers, targets, time, outcome, sequence } = compiled;
    note(time.map(stepsOf), 'operation');
    note([operation, result, description, category, request].flatMap(texts), 'operation');
    note(
      outcome.map(({ slot }) => stepsOf(slot)),
      'operation',
    );
    note([address, displayName].flatMap(texts), 'caller');
    note(
      callers.flatMap((one) => pathsOfPair(one, stepsOf)),
      'caller',
    );
    note(
      targets.flatMap((one) => pathsOfPair(one, stepsOf)),
      'target',
    );
    if (sequence !== undefined) {
      note([...texts(sequence.writer), stepsOf(sequence.number)], 'sequence');
    }
    texts(address).forEach((steps) => this.addresses.add(steps, true));
  }

  /** The documentation of a place; of an item without documentation of its own, that of its array. */
  documentationAt(place: Place): { readonly documentation: FieldDocumentation; readonly isItem: boolean } | undefined {
    const found = this.within(place, this.documented);
    return found && { documentation: found.value, isItem: found.isItem };
  }

  /** The heading under which a place is shown: its own, that of its role, or that of what it is in. */
  groupAt(place: Place): FieldGroup {
    for (let length = place.length; length > this.envelope.length; length--) {
      const outer = place.slice(0, length);
      const group = this.within(outer, this.documented)?.value.group ?? this.within(outer, this.groups)?.value;
      if (group !== undefined) {
        return group;
      }
    }
    return 'other';
  }

  /** Whether a value here is meant as a time. */
  isTimeAt(place: Place): boolean {
    return this.within(place, this.times) !== undefined;
  }

  /** Whether a value here is meant as the address of the caller. */
  isAddressAt(place: Place): boolean {
    return this.within(place, this.addresses) !== undefined;
  }

  /** Whether the record itself is here, and not what is around it. */
  isEnvelopeAt(place: Place): boolean {
    return place.length === this.envelope.length && place.length > 0 && this.isInEnvelope(place);
  }

  private within<T>(place: Place, table: PathTable<T>): ReturnType<PathTable<T>['at']> {
    return this.isInEnvelope(place) ? table.at(place.slice(this.envelope.length)) : undefined;
  }

  private isInEnvelope(place: Place): boolean {
    return this.envelope.every((key, index) => typeof place[index] === 'string' && foldKey(place[index]) === key);
  }
}

const lookups = new WeakMap<CompiledFormat, FieldLookup>();

/** What a format says of the places of its records. */
export function fieldLookup(compiled: CompiledFormat): FieldLookup {
  let lookup = lookups.get(compiled);
  if (lookup === undefined) {
    lookups.set(compiled, (lookup = new FieldLookup(compiled)));
  }
  return lookup;
}

function slotsOf(text: CompiledText): readonly number[] {
  return 'slot' in text ? [text.slot] : text.join.map(({ slot }) => slot);
}

/** The paths to an identity or a target, and to its type where the record gives that. */
function pathsOfPair(pair: CompiledPair, stepsOf: (slot: number) => readonly string[]): readonly (readonly string[])[] {
  if ('slot' in pair) {
    return [stepsOf(pair.slot)];
  }
  const within = [...pair.value.flatMap(slotsOf), ...(pair.typeSlot === undefined ? [] : [pair.typeSlot])];
  return within.map((slot) => [...stepsOf(pair.items), ...pair.within.steps[slot]!]);
}
