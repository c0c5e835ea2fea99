import { positionedMessage } from '../core/query/queryError.ts';
import { translateQuery } from '../core/query/translate/translateQuery.ts';
import { compileRegex } from '../engine/regex/compileRegex.ts';
import { say } from '../protocol/say.ts';
import type { Arguments } from './arguments.ts';
import { UsageError } from './usageError.ts';
import type { Output } from './output.ts';

/** `audit-log translate`: a filter in the language of another program. */
export async function translate({ files: [query = ''], to = 'duckdb' }: Arguments, output: Output): Promise<number> {
  const translation = translateQuery(query, to, { compileRegex, say });
  if (!translation.ok) {
    throw new UsageError(say(positionedMessage(translation.error)));
  }
  await output.writeText(translation.text);
  return 0;
}
