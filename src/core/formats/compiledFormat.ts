import { compileChange, type CompiledChange } from './compiledChange.ts';
import { compileEvidence, type CompiledEvidence } from './compiledEvidence.ts';
import { compileHierarchy, type CompiledHierarchy } from './compiledHierarchy.ts';
import type { AuditFormat, PairSource, TextSource } from './definition/format.ts';
import type { NameRule } from './definition/nameRules.ts';
import { ruleReader, type GroupOfText } from './outcome.ts';
import { PathSet } from './pathSet.ts';
import { isPath, stepsOf } from './definition/paths.ts';

/** A text: the value at one path, or the values at several, each with what comes before it. */
export type CompiledText = { readonly slot: number } | { readonly join: readonly { readonly slot: number; readonly before: string }[] };

/** Identities or targets: a value with its type, or one for each item of an array, by paths within the item. */
export type CompiledPair =
  | { readonly type: string; readonly slot: number; readonly rule: NameRule | undefined }
  | {
      readonly items: number;
      readonly within: PathSet;
      readonly value: readonly CompiledText[];
      /** The path to the type, or undefined where all have the same. */
      readonly typeSlot: number | undefined;
      readonly type: string;
    };

/** Who numbered a record, and the path to the number. */
export interface CompiledSequence {
  readonly writer: readonly CompiledText[];
  readonly number: number;
}

/** A format with its paths numbered in one set, once for all records. */
export interface CompiledFormat {
  readonly format: AuditFormat;
  /** The steps to the member that holds the record; none where the record is it. */
  readonly envelope: readonly string[];
  readonly paths: PathSet;
  readonly time: readonly number[];
  readonly operation: readonly CompiledText[];
  readonly result: readonly CompiledText[];
  readonly outcome: readonly { readonly slot: number; readonly groupOf: GroupOfText }[];
  readonly description: readonly CompiledText[];
  readonly category: readonly CompiledText[];
  readonly address: readonly CompiledText[];
  readonly request: readonly CompiledText[];
  readonly recordId: readonly CompiledText[];
  readonly stage: readonly number[];
  readonly sequence: CompiledSequence | undefined;
  readonly displayName: readonly CompiledText[];
  readonly callers: readonly CompiledPair[];
  readonly targets: readonly CompiledPair[];
  readonly hierarchies: readonly CompiledHierarchy[];
  readonly changes: readonly CompiledChange[];
  readonly evidence: readonly CompiledEvidence[];
}

/** A format in each form in which its records come: by themselves, and in each of its envelopes. */
export function compileForms(format: AuditFormat): readonly CompiledFormat[] {
  return [compileFormat(format), ...(format.envelopes ?? []).map((envelope) => compileFormat(format, stepsOf(envelope)))];
}

/** Numbers the paths of a format, each of which begins in the envelope. */
export function compileFormat(format: AuditFormat, envelope: readonly string[] = []): CompiledFormat {
  const paths = new PathSet(envelope);
  const texts = (sources: readonly TextSource[] = []): readonly CompiledText[] => sources.map((source) => compileText(source, paths));
  const pairs = (sources: readonly PairSource[] = []): readonly CompiledPair[] => sources.map((source) => compilePair(source, paths));
  const { sequence } = format;
  return {
    format,
    envelope,
    paths,
    time: format.time.map((path) => paths.add(path)),
    operation: texts(format.operation),
    result: texts(format.result),
    outcome: (format.outcome ?? []).map((rule) => ({ slot: paths.add(rule.path), groupOf: ruleReader(rule) })),
    description: texts(format.description),
    category: texts(format.category),
    address: texts(format.address),
    request: texts(format.request),
    recordId: texts(format.recordId),
    stage: (format.stage ?? []).map((path) => paths.add(path)),
    sequence: sequence && { writer: texts(sequence.writer), number: paths.add(sequence.number) },
    displayName: texts(format.displayName),
    callers: pairs(format.callers),
    targets: pairs(format.targets),
    hierarchies: (format.hierarchies ?? []).flatMap((hierarchy) => compileHierarchy(hierarchy, format.targets ?? [])),
    changes: (format.changes ?? []).map((change) => compileChange(change, envelope)),
    evidence: format.detection.map((one) => compileEvidence(one, paths)),
  };
}

function compileText(source: TextSource, paths: PathSet): CompiledText {
  return isPath(source)
    ? { slot: paths.add(source) }
    : { join: source.join.map(({ path, before = '' }) => ({ slot: paths.add(path), before })) };
}

function compilePair(source: PairSource, paths: PathSet): CompiledPair {
  if (!('each' in source)) {
    return { type: source.type, slot: paths.add(source.path), rule: source.rule };
  }
  const within = new PathSet();
  const { type } = source;
  return {
    items: paths.add([...stepsOf(source.each), '[]']),
    within,
    value: source.value.map((path) => ({ slot: within.add(path) })),
    typeSlot: typeof type === 'string' ? undefined : within.add(type.path),
    type: typeof type === 'string' ? type : type.otherwise,
  };
}
