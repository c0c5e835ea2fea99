import * as l10n from '@vscode/l10n';
import { asking, reportAnswers } from './reportAnswers.ts';
import type { ReportOptions, ReportSource } from './reportOptions.ts';
import { listedRecords, recordsMarkup } from './reportRecords.ts';
import { coverageSection, findingsSection, headSection, namesSection, sourcesSection, timeSections } from './reportSections.ts';
import { patterns, styles } from './reportStyles.ts';
import { Markup, markup } from './markup.ts';

/** Takes the next piece of the document. */
export type WriteText = (text: string) => Promise<void>;

/** Of all work, how much is done, from 0 to 1. */
export type OnProgress = (share: number) => void;

/** What reading the sources for their fingerprints is of all work. */
const fingerprintShare = 0.8;

/**
 * Writes a report on a log as one HTML document, which loads nothing and runs nothing. It is written piece by piece: memory does not
 * grow with the records. Gives how many are listed. Rejects with a `ReportProblem`, and as `write` does.
 */
export async function writeReport(
  source: ReportSource,
  options: ReportOptions,
  signal: AbortSignal,
  write: WriteText,
  onProgress: OnProgress,
): Promise<number> {
  const ask = asking(source, signal);
  const answers = await reportAnswers(ask, options, (read, total) => onProgress((read / total) * fingerprintShare));
  const listed = await listedRecords(ask, options);
  const title = options.question === '' ? l10n.t('Audit log report') : options.question;
  const head = markup`<!doctype html>
<html lang="${options.locale}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">
<title>${title}</title><style>${new Markup(styles)}</style></head><body>${patterns}
`;
  await write(head.text);
  for (const section of [headSection, timeSections, namesSection, findingsSection]) {
    await write(section(answers, options).text);
  }
  const names = answers.summary.sources.map(({ name }) => name);
  let records = 0;
  for await (const piece of recordsMarkup(ask, listed, names, options, answers.summary.snapshot)) {
    records = piece.records;
    await write(piece.markup.text);
    onProgress(fingerprintShare + (1 - fingerprintShare) * (listed.count === 0 ? 1 : records / listed.count));
  }
  const end = markup`${coverageSection(answers, options)}${sourcesSection(answers, options)}</body></html>
`;
  await write(end.text);
  return records;
}
