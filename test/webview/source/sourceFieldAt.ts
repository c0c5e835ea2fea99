import type { RecordDetail } from '../../../src/protocol/answers/record.ts';
import type { FieldDescription } from '../../../src/protocol/describe.ts';
import { fieldOf } from '../../../webview/source/sourceField.ts';
import { sourceLayout } from '../../../webview/source/sourceLayout.ts';
import { pieceText } from './sourceLines.ts';

/** The field of the first piece that shows a text, with all JSON text unfolded. */
export function sourceField({ text, fields }: RecordDetail, shown: string): FieldDescription | undefined {
  const pieces = sourceLayout(text, () => true).lines.flatMap((line) => line.pieces);
  const piece = pieces.find((one) => pieceText(one) === shown);
  if (piece?.value === undefined) {
    throw new Error(`no value: ${shown}`);
  }
  return fieldOf(fields, piece.value);
}
