import type { CopyFormat } from '../../protocol/viewMessages.ts';
import type { TimelineView } from '../editor/timelineView.ts';

/** Copies the record that is shown in the detail, as its source writes it. */
export function copySelected(view: TimelineView): Promise<void> {
  return view.apply({ kind: 'copyRecords', as: 'json', rows: null, fields: [] });
}

/** Copies the records that are selected in the list; elsewhere the selected one. */
export async function copyAs(view: TimelineView, as: CopyFormat): Promise<void> {
  if (view.state.page.kind === 'records') {
    view.act({ act: 'copy', as });
  } else {
    await view.apply({ kind: 'copyRecords', as, rows: null, fields: [] });
  }
}
