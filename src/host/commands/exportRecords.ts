import * as vscode from 'vscode';
import { pageQuery } from '../../core/query/pageQuery.ts';
import { numberText } from '../base/countText.ts';
import type { TimelineView } from '../editor/timelineView.ts';
import { exportTo } from '../export/exportTo.ts';
import type { CommandContext } from './commandContext.ts';
import { pickExport } from './pickExport.ts';
import { writeFile } from './writeFile.ts';

/**
 * Writes the records that the timeline shows, by its filter, time range and page, to a file: `{ format, target, fields }` where handed
 * over, else as the user picks.
 */
export async function exportRecords(
  context: Pick<CommandContext, 'platform' | 'timelines'>,
  view: TimelineView,
  argument: unknown,
): Promise<void> {
  const wish = await pickExport(view.uri, argument);
  if (wish === undefined) {
    return;
  }
  const { format, fields, target } = wish;
  const query = pageQuery(view.state);
  await writeFile(context, view, {
    target,
    title: vscode.l10n.t('Exporting records'),
    // VS Code shows no Parquet.
    canBeOpened: format !== 'parquet',
    make: (writer, signal, report) =>
      exportTo(writer, view.session, { query, format, fields, first: 0 }, signal, (written, total) =>
        report(written / total, () => vscode.l10n.t('{0} of {1}', numberText(written), numberText(total))),
      ),
  });
}
