import { findingMessage } from '../../../src/core/finding/findingMessage.ts';
import { encodeText } from '../../../src/core/json/utf8.ts';
import { parseValueTree } from '../../../src/core/json/valueTree.ts';
import { compileSchema } from '../../../src/engine/schemas/compileSchema.ts';
import { safeAjv } from '../../../src/engine/schemas/safeAjv.ts';
import { schemaViolations } from '../../../src/engine/schemas/schemaViolations.ts';
import { Steps } from '../../../src/engine/schemas/steps.ts';
import { say } from '../../../src/protocol/say.ts';

/** What a schema says of a value: the text of each place and the demand, in the order of the text. */
export function violations(schema: unknown, value: string): readonly (readonly [place: string, sentence: string])[] {
  const compiled = compileSchema(encodeText(JSON.stringify(schema)), safeAjv);
  if (!compiled.ok) {
    throw new Error(compiled.faults.map(({ message }) => say(message)).join('\n'));
  }
  const bytes = encodeText(value);
  const found = schemaViolations('own', parseValueTree(bytes, 0, bytes.length), compiled.validate(JSON.parse(value), new Steps()));
  return found.map(({ code, start, end, args }) => [value.slice(start, end), say(findingMessage(code, args)).replace(/^.* demands: /, '')]);
}
