import type { CompiledFormat, CompiledPair, CompiledText } from '../../../core/formats/compiledFormat.ts';

/** The roles that are to be read. */
export interface VaryingRoles {
  readonly time: boolean;
  readonly operation: boolean;
  readonly result: boolean;
  readonly description: boolean;
  readonly address: boolean;
  readonly displayName: boolean;
  readonly request: boolean;
  readonly recordId: boolean;
  readonly category: boolean;
  readonly callers: boolean;
  readonly targets: boolean;
  readonly sequence: boolean;
}

export const everyRole: VaryingRoles = {
  time: true,
  operation: true,
  result: true,
  description: true,
  address: true,
  displayName: true,
  request: true,
  recordId: true,
  category: true,
  callers: true,
  targets: true,
  sequence: true,
};

/** The roles that are played by values at the ends of these paths. */
export function rolesAt(compiled: CompiledFormat, slots: ReadonlySet<number>): VaryingRoles {
  const texts = (those: readonly CompiledText[]): boolean =>
    those.some((text) => ('slot' in text ? slots.has(text.slot) : text.join.some(({ slot }) => slots.has(slot))));
  const pairs = (those: readonly CompiledPair[]): boolean => those.some((one) => slots.has('slot' in one ? one.slot : one.items));
  const { sequence } = compiled;
  return {
    time: compiled.time.some((slot) => slots.has(slot)),
    operation: texts(compiled.operation),
    result: texts(compiled.result) || compiled.outcome.some(({ slot }) => slots.has(slot)),
    description: texts(compiled.description),
    address: texts(compiled.address),
    displayName: texts(compiled.displayName),
    request: texts(compiled.request),
    recordId: texts(compiled.recordId),
    category: texts(compiled.category),
    callers: pairs(compiled.callers),
    targets: pairs(compiled.targets),
    sequence: sequence !== undefined && (texts(sequence.writer) || slots.has(sequence.number)),
  };
}
