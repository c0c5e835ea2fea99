import * as vscode from 'vscode';
import type { RecordRef } from '../../protocol/reference.ts';
import { say } from '../../protocol/say.ts';
import type { CopyRequest, ListRows } from '../../protocol/viewMessages.ts';
import { settings } from '../base/settings.ts';
import type { EngineSession } from '../engine/engineSession.ts';
import { type Collected, collectLines, type LineSource } from './collectLines.ts';
import { copyRecord } from './copyRecord.ts';
import { csvHead, csvRow, sentenceLine } from './recordLines.ts';

/** The longest text that is copied. Programs that paste a longer one may not answer for minutes. */
const maxMegabytes = 50;
/** From so many records on, copying shows its progress and can be cancelled. */
const minShownRecords = 2000;

/** Copies the records at positions of the list, or where there are none the selected record: all of them, or says why not. */
export async function copyRecords(
  { as, rows, fields }: CopyRequest,
  session: EngineSession,
  selected: RecordRef | null,
  signal: AbortSignal,
): Promise<void> {
  if (rows !== null) {
    await copyRows(rows, session, { as, fields }, signal);
  } else if (selected === null) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Select a record first.'));
  } else if (as === 'json') {
    await copyRecord(session, selected, signal);
  } else {
    const place = await session.request('page', { query: '', order: 'file', from: { around: selected }, count: 0 }, signal);
    const found = place.status === 'ok' ? place.answer.found : null;
    const { snapshot } = session;
    if (found !== null && snapshot !== null) {
      const { reading } = snapshot;
      const one: ListRows = { query: '', order: 'file', ranges: [[found, found + 1]], reading, snapshot: null, matching: 0, unsorted: 0 };
      await copyRows(one, session, { as, fields }, signal);
    }
  }
}

async function copyRows(rows: ListRows, session: EngineSession, kind: Omit<CopyRequest, 'rows'>, signal: AbortSignal): Promise<void> {
  const count = rows.ranges.reduce((sum, [first, end]) => sum + Math.max(0, end - first), 0);
  const source = lineSource(kind, session);
  const maxBytes = maxMegabytes * 1_000_000;
  const isSameReading = (): boolean => session.snapshot?.reading === rows.reading;
  const collect = async (until: AbortSignal, onLines: (added: number) => void): Promise<Collected> => {
    const collected = isSameReading() ? await collectLines(session, rows, { source, maxBytes, signal: until, onLines }) : undefined;
    return collected === undefined || (collected.kind === 'lines' && !isSameReading()) ? { kind: 'changed' } : collected;
  };
  const collected = count < minShownRecords ? await collect(signal, () => undefined) : await withProgress(count, signal, collect);
  if (collected.kind === 'lines') {
    await vscode.env.clipboard.writeText(withHead(collected.lines, kind));
    vscode.window.setStatusBarMessage(
      count === 1 ? vscode.l10n.t('1 record copied') : vscode.l10n.t('{0} records copied', numberText(count)),
      4000,
    );
  } else {
    sayWhyNot(collected, count);
  }
}

function lineSource({ as, fields }: Omit<CopyRequest, 'rows'>, { snapshot }: EngineSession): LineSource {
  const { zone } = settings.timeZone();
  switch (as) {
    case 'json':
      return { of: 'text' };
    case 'csv':
      return { of: 'row', fields, line: (row) => csvRow(row, fields, snapshot?.sources[row.ref.source]?.name ?? '') };
    case 'sentences':
      return { of: 'row', fields: [], line: (row) => sentenceLine(row, zone) };
  }
}

/** The lines as one text. RFC 4180 ends lines of CSV with CR and LF. */
function withHead(lines: readonly string[], { as, fields }: Omit<CopyRequest, 'rows'>): string {
  return as === 'csv' ? [csvHead(fields), ...lines].join('\r\n') : lines.join('\n');
}

async function withProgress(
  count: number,
  signal: AbortSignal,
  collect: (signal: AbortSignal, onLines: (added: number) => void) => Promise<Collected>,
): Promise<Collected> {
  const title = vscode.l10n.t('Copying {0} records', numberText(count));
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    async (progress, token) => {
      const cancelled = new AbortController();
      token.onCancellationRequested(() => cancelled.abort());
      return collect(AbortSignal.any([signal, cancelled.signal]), (added) => progress.report({ increment: (added / count) * 100 }));
    },
  );
}

function sayWhyNot(collected: Exclude<Collected, { kind: 'lines' }>, count: number): void {
  switch (collected.kind) {
    case 'tooLong':
      void vscode.window.showWarningMessage(
        vscode.l10n.t(
          'Nothing was copied: the {0} selected records are more than {1} MB of text. Select fewer records.',
          numberText(count),
          String(maxMegabytes),
        ),
      );
      return;
    case 'changed':
      void vscode.window.showWarningMessage(
        vscode.l10n.t('Nothing was copied: the list has changed since the records were selected. Select them again.'),
      );
      return;
    case 'failed':
      void vscode.window.showErrorMessage(vscode.l10n.t('Nothing was copied: {0}', say(collected.message)));
      return;
    case 'ended':
      vscode.window.setStatusBarMessage(vscode.l10n.t('Nothing was copied.'), 4000);
      return;
  }
}

function numberText(value: number): string {
  return value.toLocaleString(vscode.env.language);
}
