import { message } from '../../core/finding/message.ts';
import { resolveField, type FieldRef } from '../../core/query/fields.ts';
import type { LogIndex } from '../index/logIndex.ts';
import { BadRequest } from './badRequest.ts';

/** The field that a request names. Throws `BadRequest` if there is none of this name. */
export function fieldNamed({ formats }: LogIndex, name: string): FieldRef {
  const field = resolveField(name, formats.documentedNames);
  if (field === undefined) {
    throw new BadRequest(message('engine.noField', name));
  }
  return field;
}
