import type { Message } from '../../core/finding/message.ts';
import type { ResultSize, Row } from '../../protocol/answers/page.ts';
import type { Outcome, Responder } from '../../protocol/requests.ts';
import type { ListRows } from '../../protocol/viewMessages.ts';

/** Rows asked for at once. */
const maxRows = 1000;
/** How long to wait for an engine that is reading again. Milliseconds. */
const restartPause = 300;

/** What a line is made of: the text of a record, or what the list says of it, with nothing shortened, and the values of some fields. */
export type LineSource =
  { readonly of: 'text' } | { readonly of: 'row'; readonly fields: readonly string[]; readonly line: (row: Row) => string };

export type Collected =
  | { readonly kind: 'lines'; readonly lines: readonly string[] }
  /** They are longer than allowed. */
  | { readonly kind: 'tooLong' }
  /** The list is not the one any more that the positions are of. */
  | { readonly kind: 'changed' }
  | { readonly kind: 'failed'; readonly message: Message }
  /** Cancelled, or the log was closed. */
  | { readonly kind: 'ended' };

export interface Collecting {
  readonly source: LineSource;
  /** In UTF-8, of all lines together, with a line break after each. */
  readonly maxBytes: number;
  readonly signal: AbortSignal;
  /** Called with the number of lines that were added. */
  readonly onLines: (count: number) => void;
}

interface Piece {
  readonly size: ResultSize;
  readonly lines: readonly string[];
}

/** Collects a line for each of the rows of a list, in its order: all of them, or none. */
export async function collectLines(
  session: Responder,
  rows: ListRows,
  { source, maxBytes, signal, onLines }: Collecting,
): Promise<Collected> {
  const lines: string[] = [];
  const encoder = new TextEncoder();
  let bytes = 0;
  for (const [first, end] of rows.ranges) {
    for (let at = first; at < end;) {
      const outcome = await requestPiece(session, rows, at, Math.min(maxRows, end - at), source, signal);
      if (outcome.status === 'restarted') {
        await new Promise((resolve) => setTimeout(resolve, restartPause));
        continue;
      }
      if (outcome.status !== 'ok') {
        return outcome.status === 'error' ? { kind: 'failed', message: outcome.message } : { kind: 'ended' };
      }
      const { answer } = outcome;
      if (answer.lines.length === 0 || !isSameList(rows, answer.size)) {
        return { kind: 'changed' };
      }
      for (const line of answer.lines) {
        bytes += encoder.encode(line).length + 1;
        lines.push(line);
      }
      if (bytes > maxBytes) {
        return { kind: 'tooLong' };
      }
      at += answer.lines.length;
      onLines(answer.lines.length);
    }
  }
  return { kind: 'lines', lines };
}

/** Whether positions mean what they meant in the list. At the end of one that lasts there may be more records by now. */
function isSameList({ snapshot, matching, unsorted }: ListRows, size: ResultSize): boolean {
  return snapshot === null
    ? size.matching >= matching
    : size.snapshot === snapshot && size.matching === matching && (size.unsorted ?? 0) === unsorted;
}

async function requestPiece(
  session: Responder,
  { query, order, soFar = false }: ListRows,
  at: number,
  count: number,
  source: LineSource,
  signal: AbortSignal,
): Promise<Outcome<Piece>> {
  if (source.of === 'text') {
    return mapped(await session.request('recordTexts', { query, soFar, order, at, count }, signal), (size) => size.texts);
  }
  const { fields, line } = source;
  const params = { query, soFar, order, from: { at }, count, isWhole: true, ...(fields.length === 0 ? {} : { fields }) };
  return mapped(await session.request('page', params, signal), (size) => size.rows.map(line));
}

function mapped<Answer extends ResultSize>(outcome: Outcome<Answer>, linesOf: (answer: Answer) => readonly string[]): Outcome<Piece> {
  return outcome.status === 'ok' ? { status: 'ok', answer: { size: outcome.answer, lines: linesOf(outcome.answer) } } : outcome;
}
