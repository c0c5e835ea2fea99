import { compileFormat, type CompiledFormat } from './compiledFormat.ts';
import { genericData } from './formatData.ts';

/** For records that no format is recognised in: roles are inferred from the names of their keys. */
export const generic: CompiledFormat = compileFormat(genericData);
