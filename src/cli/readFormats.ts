import { builtInFormats } from '../core/formats/builtInFormats.ts';
import type { AuditFormat } from '../core/formats/definition/format.ts';
import type { FormatChoice } from '../core/formats/formatChoice.ts';
import { parseFormatFile } from '../core/formats/formatFile.ts';
import type { Arguments } from './arguments.ts';
import { UsageError } from './usageError.ts';
import { definitionContent, definitionError } from './definitionFile.ts';

/** The formats that the options choose. Throws {@link UsageError}. */
export function readFormats({ formatFiles, withoutFormats }: Arguments): FormatChoice {
  const builtIn = builtInFormats.formats.map(({ id }) => id);
  const unknown = withoutFormats.find((id) => !builtIn.includes(id));
  if (unknown !== undefined) {
    throw new UsageError(`There is no built-in format “${unknown}” to leave out; there are ${builtIn.join(', ')}.`);
  }
  const files = new Map<string, string>();
  const own = formatFiles.map((file) => {
    const format = readFormat(file);
    const other = files.get(format.id);
    if (other !== undefined) {
      throw new UsageError(`“${other}” and “${file}” have the same id “${format.id}”.`);
    }
    files.set(format.id, file);
    return format;
  });
  return { own, without: withoutFormats };
}

function readFormat(file: string): AuditFormat {
  const parsed = parseFormatFile(definitionContent(file, 'format'));
  if (parsed.ok) {
    return parsed.format;
  }
  throw definitionError(file, parsed.faults);
}
