import { completedText } from '../../core/json/completedText.ts';

/** A change of a text, by offsets. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface SyntaxFix {
  readonly kind: 'trailingComma' | 'quoteKey' | 'close' | 'padding';
  readonly change: TextChange;
}

/**
 * The change that mends what a finding is about; undefined where nothing can be said with certainty.
 *
 * @param start Where the finding begins in the text, and where its line does: what is open is closed from there on if each line is a
 * record.
 */
export function syntaxFix(
  code: string,
  text: string,
  { start, end, openFrom }: { readonly start: number; readonly end: number; readonly openFrom: number },
): SyntaxFix | undefined {
  switch (code) {
    case 'syntax.trailingComma': {
      const comma = text.indexOf(',', start);
      return comma === -1 || comma > end ? undefined : { kind: 'trailingComma', change: { start: comma, end: comma + 1, text: '' } };
    }
    case 'syntax.invalid':
      return quotedKey(text, start);
    case 'syntax.truncated': {
      const open = completedText(text.slice(openFrom));
      return open && { kind: 'close', change: { start: openFrom + open.keep, end: text.length, text: `${open.append}\n` } };
    }
    case 'syntax.padding': {
      const kept = text.slice(start, end).replaceAll(/[\0\uFEFF]/g, '');
      return kept.length === end - start ? undefined : { kind: 'padding', change: { start, end, text: kept } };
    }
    default:
      return undefined;
  }
}

/** A key without quotes, or with single ones, in front of a colon. */
function quotedKey(text: string, start: number): SyntaxFix | undefined {
  const after = text.slice(start, start + 1000);
  const [whole, single, bare] = /^(?:'([^'"\\\r\n]*)'|([\p{L}_$][\p{L}\p{N}_$-]*))(?=\s*:)/u.exec(after) ?? [];
  const key = single ?? bare;
  return whole === undefined || key === undefined
    ? undefined
    : { kind: 'quoteKey', change: { start, end: start + whole.length, text: JSON.stringify(key) } };
}

/** A text with all changes that do not overlap an earlier one. */
export function changedText(text: string, changes: readonly TextChange[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, text: put } of changes.toSorted((left, right) => left.start - right.start)) {
    if (start >= at) {
      parts.push(text.slice(at, start), put);
      at = end;
    }
  }
  return [...parts, text.slice(at)].join('');
}
