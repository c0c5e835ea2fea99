import type { ErrorObject } from 'ajv';
import { message } from '../../core/finding/message.ts';
import { faultAt, schemaFaults, type FormatFault } from '../../core/formats/formatFaults.ts';
import { parseJsonFile, type JsonFile } from '../../core/formats/jsonFile.ts';
import { memberOf, nodeString, type ValueNode } from '../../core/json/valueTree.ts';
import { compileRegex } from '../regex/compileRegex.ts';
import { dialectNames, dialectOf } from './dialects.ts';
import type { AnyAjv, MakeAjv } from './safeAjv.ts';
import { schemaParts } from './schemaParts.ts';
import { Steps } from './steps.ts';

/**
 * Says all violations by a value, none where it is valid. Throws a `TooManySteps`, or something else where the value is nested too
 * deeply.
 */
export type Validate = (value: unknown, steps: Steps) => readonly ErrorObject[];

export type CompiledSchema =
  { readonly ok: true; readonly validate: Validate } | { readonly ok: false; readonly faults: readonly FormatFault[] };

/**
 * Compiles a JSON Schema of version 2020-12 (which is supposed where `$schema` is missing), 2019-09 or draft-07 from the bytes of a file.
 * Never throws; otherwise it says at least one fault, in the order of the text.
 *
 * @param makeAjv The validator, `safeAjv`, which may have to be loaded first.
 */
export function compileSchema(content: Uint8Array, makeAjv: MakeAjv): CompiledSchema {
  const file = parseJsonFile(content);
  if ('message' in file) {
    return { ok: false, faults: [file] };
  }
  const { bytes, root } = file;
  const named = memberOf(root, '$schema');
  const name = named?.kind === 'string' ? nodeString(bytes, named) : dialectNames[0];
  const dialect = dialectOf(name);
  if (dialect === undefined) {
    const words = message('format.schema.dialect', name, dialectNames.join(', '));
    return { ok: false, faults: [faultAt(bytes, named?.start ?? root.start, '/$schema', words)] };
  }
  if (isLarge(root)) {
    return { ok: false, faults: [faultAt(bytes, root.start, '', message('format.schema.tooLarge', maxValues))] };
  }
  const current = { steps: new Steps() };
  current.steps.allow(bytes.length);
  const ajv = makeAjv(dialect, { compileRegex, take: (count) => current.steps.take(count) });
  try {
    return compiled(file, ajv, current);
  } catch (error) {
    return { ok: false, faults: referenceFaults(file, error) ?? [failure(file, error)] };
  }
}

/** The compiler makes code of each value of a schema, some thousands a second. */
const maxValues = 50_000;

function isLarge(root: ValueNode): boolean {
  const open = [root];
  let count = 0;
  for (let node = open.pop(); node !== undefined && count <= maxValues; node = open.pop()) {
    count += 1;
    for (const item of node.items) {
      open.push(item);
    }
    for (const { value } of node.members) {
      open.push(value);
    }
  }
  return count > maxValues;
}

/** Throws whatever the library does. */
function compiled(file: JsonFile, ajv: AnyAjv, current: { steps: Steps }): CompiledSchema {
  const { bytes, root } = file;
  const schema = file.value as object | boolean;
  if (ajv.validateSchema(schema) === false) {
    const errors = ajv.errors ?? [];
    const faults = schemaFaults(bytes, root, errors.slice(0, maxErrors));
    return { ok: false, faults: errors.length > maxErrors ? [...faults, faultAt(bytes, root.start, '', moreErrors)] : faults };
  }
  const faults = patternFaults(file);
  if (faults.length > 0) {
    return { ok: false, faults };
  }
  const validate = ajv.compile(schema);
  // It would give a promise, and be taken for satisfied.
  if ('$async' in validate) {
    return { ok: false, faults: [faultAt(bytes, root.start, '', message('format.schema.async'))] };
  }
  const check: Validate = (value, steps) => {
    current.steps = steps;
    return validate(value) ? [] : (validate.errors ?? []);
  };
  return { ok: true, validate: check };
}

/** Each is found in the text; a schema with more is none. */
const maxErrors = 500;

const moreErrors = message('format.schema.more', maxErrors);

/** The patterns that cannot be used, such as those that look around. */
function patternFaults({ bytes, root }: JsonFile): readonly FormatFault[] {
  const faulty = schemaParts(bytes, root)
    .filter(({ kind }) => kind === 'pattern')
    .map((part) => ({ ...part, regex: compileRegex(part.text, '') }))
    .flatMap(({ regex, start, pointer }) => (typeof regex === 'function' ? [] : [{ start, pointer, words: regex.message }]))
    .toSorted((left, right) => left.start - right.start);
  const faults = faulty.slice(0, maxErrors).map(({ start, pointer, words }) => faultAt(bytes, start, pointer, words));
  return faulty.length > maxErrors ? [...faults, faultAt(bytes, root.start, '', moreErrors)] : faults;
}

/** Where a reference leads nowhere, which the library says by throwing. */
function referenceFaults({ bytes, root }: JsonFile, error: unknown): readonly FormatFault[] | undefined {
  if (!(error instanceof Error) || !('missingRef' in error)) {
    return undefined;
  }
  const missing = String(error.missingRef);
  const found = schemaParts(bytes, root).find(({ kind, text }) => kind === 'reference' && missing.endsWith(text));
  const words = message('format.schema.reference', found?.text ?? missing);
  return [faultAt(bytes, found?.start ?? root.start, found?.pointer ?? '', words)];
}

/** What the library does not say the place of. */
function failure({ bytes, root }: JsonFile, error: unknown): FormatFault {
  return faultAt(bytes, root.start, '', message('format.schema.failed', error instanceof Error ? error.message : String(error)));
}
