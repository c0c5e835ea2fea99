import type { ErrorObject } from 'ajv';
import { message } from '../../core/finding/message.ts';
import { faultAt, schemaFaults, type FormatFault } from '../../core/formats/formatFaults.ts';
import { parseJsonFile, type JsonFile } from '../../core/formats/jsonFile.ts';
import { memberOf, nodeString } from '../../core/json/valueTree.ts';
import { compileRegex } from '../regex/compileRegex.ts';
import { dialectNames, safeAjv, type AnyAjv } from './safeAjv.ts';
import { schemaParts } from './schemaParts.ts';

/** Says all violations by a value, none where it is valid. May throw where the value is nested too deeply. */
export type Validate = (value: unknown) => readonly ErrorObject[];

export type CompiledSchema =
  { readonly ok: true; readonly validate: Validate } | { readonly ok: false; readonly faults: readonly FormatFault[] };

/**
 * Compiles a JSON Schema of version 2020-12 (which is supposed where `$schema` is missing), 2019-09 or draft-07 from the bytes of a file.
 * Never throws; otherwise it says at least one fault, in the order of the text.
 */
export function compileSchema(content: Uint8Array): CompiledSchema {
  const file = parseJsonFile(content);
  if ('message' in file) {
    return { ok: false, faults: [file] };
  }
  const { bytes, root } = file;
  const named = memberOf(root, '$schema');
  const dialect = named?.kind === 'string' ? nodeString(bytes, named) : dialectNames[0]!;
  const ajv = safeAjv(dialect);
  if (ajv === undefined) {
    const words = message('format.schema.dialect', dialect, dialectNames.join(', '));
    return { ok: false, faults: [faultAt(bytes, named?.start ?? root.start, '/$schema', words)] };
  }
  try {
    return compiled(file, ajv);
  } catch (error) {
    return { ok: false, faults: referenceFaults(file, error) ?? [failure(file, error)] };
  }
}

/** Throws whatever the library does. */
function compiled(file: JsonFile, ajv: AnyAjv): CompiledSchema {
  const { bytes, root } = file;
  const schema = file.value as object | boolean;
  if (ajv.validateSchema(schema) === false) {
    return { ok: false, faults: schemaFaults(bytes, root, ajv.errors ?? []) };
  }
  const faults = patternFaults(file);
  if (faults.length > 0) {
    return { ok: false, faults };
  }
  const validate = ajv.compile(schema);
  // It would give a promise, and be taken for satisfied.
  return '$async' in validate
    ? { ok: false, faults: [faultAt(bytes, root.start, '', message('format.schema.async'))] }
    : { ok: true, validate: (value) => (validate(value) ? [] : (validate.errors ?? [])) };
}

/** The patterns that cannot be used, such as those that look around. */
function patternFaults({ bytes, root }: JsonFile): readonly FormatFault[] {
  return schemaParts(bytes, root)
    .filter(({ kind }) => kind === 'pattern')
    .map((part) => ({ ...part, regex: compileRegex(part.text, '') }))
    .flatMap(({ regex, start, pointer }) =>
      typeof regex === 'function' ? [] : [{ start, fault: faultAt(bytes, start, pointer, regex.message) }],
    )
    .toSorted((left, right) => left.start - right.start)
    .map(({ fault }) => fault);
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
