import type { Encoding } from '../core/reading/decoding/encoding.ts';
import { exportForm, tableFields } from '../engine/export/exportForms.ts';
import type { ExportForm } from '../engine/export/exportForm.ts';
import type { LogIndex } from '../engine/index/logIndex.ts';
import { BadRequest } from '../engine/query/badRequest.ts';
import type { LogSession } from '../engine/session/logSession.ts';
import { say } from '../protocol/say.ts';
import type { Arguments } from './arguments.ts';
import { UsageError } from './usageError.ts';
import type { Output } from './output.ts';
import { exportFormatOf } from './recordFormats.ts';
import { tableForm } from './tableForm.ts';

const lineBreaks: Readonly<Record<Encoding, Uint8Array>> = {
  'utf-8': Uint8Array.of(0x0a),
  'utf-16le': Uint8Array.of(0x0a, 0),
  'utf-16be': Uint8Array.of(0, 0x0a),
};

/** `audit-log records`: the matching records in file order, in the format asked for, or with `raw` just as they stand. */
export async function records(session: LogSession, options: Arguments, output: Output): Promise<number> {
  const { where, from, limit = Infinity, fields, format = 'ndjson' } = options;
  const never = new AbortController().signal;
  try {
    if (format === 'raw') {
      await session.visitOwn(where, from, limit, never, async (bytes, encoding) => {
        await output.write(bytes);
        await output.write(lineBreaks[encoding]);
      });
    } else {
      const known = exportFormatOf(format);
      const formOf = (index: LogIndex): ExportForm =>
        known === undefined ? tableForm(tableFields(index, fields)) : exportForm(index, known, fields);
      await session.exportAs(formOf, where, { first: from, limit }, never, (piece) => output.write(piece));
    }
  } catch (error) {
    throw error instanceof BadRequest ? new UsageError(say(error.sentence)) : error;
  }
  return 0;
}
