import * as l10n from '@vscode/l10n';
import { html, nothing } from 'lit';
import type { TimeSpan } from '../../src/core/timeline/timeSpan.ts';
import type { ViewSettings } from '../../src/protocol/viewMessages.ts';
import { spanText } from '../base/format.ts';
import type { TimeAxis } from '../chart/timeAxis.ts';

/** Says why the chart is empty where it shows times that the log does not cover, such as those of another log that it follows. */
export function uncoveredHint(axis: TimeAxis | undefined, span: TimeSpan | undefined, settings: ViewSettings): unknown {
  if (axis === undefined || span === undefined || (span.to > axis.whole.from && span.from < axis.whole.to)) {
    return nothing;
  }
  const text = l10n.t('No records at these times: this log covers {0}', spanText(axis.whole, settings.timeZone));
  return html`<p role="status" title=${text}>${text}</p>`;
}
