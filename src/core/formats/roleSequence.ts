import type { CompiledFormat } from './compiledFormat.ts';
import { firstText, textAt } from './roles.ts';
import type { RoleSource } from './roleSource.ts';

/** Who numbered a record, and its number as it is written; undefined where the format or the record does not say so. */
export function sequenceOf(
  { sequence }: CompiledFormat,
  source: RoleSource,
): { readonly writer: string | undefined; readonly number: string | undefined } {
  return sequence === undefined
    ? { writer: undefined, number: undefined }
    : { writer: firstText(source, sequence.writer), number: textAt(source, sequence.number) };
}
