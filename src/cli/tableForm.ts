import { nothing, utf8, type ExportForm } from '../engine/export/exportForm.ts';
import { cellText, type RecordFields } from '../engine/export/recordFields.ts';
import { fitted, textWidth } from './textWidth.ts';
import { visible } from './visible.ts';

/** Records from which the widths of columns are taken. */
const sampleSize = 100;
/** The widest that a column but the last gets, in columns of a terminal. */
const maxWidth = 40;
const gap = '  ';

type Line = readonly string[];

/**
 * A table for terminals: its columns are as wide as the first records need. Where a later record needs more, its text is cut, and an
 * ellipsis says so; that of the last column never is.
 */
export function tableForm({ names, values }: RecordFields): ExportForm {
  let sample: Line[] | undefined = [names.map(visible)];
  let widths: readonly number[] = [];
  const flush = (): Uint8Array => {
    const lines = sample ?? [];
    sample = undefined;
    widths = names.map((_, at) =>
      Math.min(
        maxWidth,
        lines.reduce((most, line) => Math.max(most, textWidth(line[at]!)), 0),
      ),
    );
    return lines.length === 0 ? nothing : utf8(lines.map((line) => rowText(line, widths)).join(''));
  };
  return {
    begin: () => nothing,
    record: (row, bytes) => {
      const line = values(row, bytes).map((own) => visible(cellText(own)));
      if (sample === undefined) {
        return utf8(rowText(line, widths));
      }
      sample.push(line);
      return sample.length > sampleSize ? flush() : nothing;
    },
    end: flush,
  };
}

function rowText(line: Line, widths: readonly number[]): string {
  const last = line.length - 1;
  return `${line
    .map((cell, at) => (at === last ? cell : fitted(cell, widths[at]!)))
    .join(gap)
    .trimEnd()}\n`;
}
