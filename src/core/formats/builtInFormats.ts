import { compileForms, compileFormat, type CompiledFormat } from './compiledFormat.ts';
import { formatData, genericData } from './formatData.ts';

/** The formats that are recognised, beside Attestation's, which has code of its own; each in all its forms. */
export const builtInFormats: readonly CompiledFormat[] = formatData.flatMap(compileForms);

/** Keys that records of these formats have, and no object around records. */
export const keysOfFormats: ReadonlySet<string> = new Set(formatData.flatMap(({ ownKeys }) => ownKeys ?? []));

/** The format with an id, in its form without an envelope. */
export function formatOfId(id: string): CompiledFormat | undefined {
  return byId.get(id);
}

/** For records that no format is recognised in: roles are inferred from the names of their keys. */
export const generic: CompiledFormat = compileFormat(genericData);

const byId: ReadonlyMap<string, CompiledFormat> = new Map([...builtInFormats.toReversed(), generic].map((one) => [one.format.id, one]));
