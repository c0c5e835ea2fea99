import { html } from 'lit';
import type { ViewPage } from '../../src/protocol/viewMessages.ts';
import type { ViewContext } from '../base/viewContext.ts';
import type { Extent } from '../chart/timeAxis.ts';

export interface OtherPage {
  readonly kind: Exclude<ViewPage['kind'], 'records'>;
  readonly context: ViewContext;
  readonly extent: Extent;
  readonly onExtent: (extent: Extent) => void;
}

/** A page in place of the records. Its elements have to be loaded. */
export function otherPage({ kind, context, extent, onExtent }: OtherPage): unknown {
  switch (kind) {
    case 'findings':
      return html`<audit-log-findings .context=${context}></audit-log-findings>`;
    case 'coverage':
      return html`<audit-log-coverage .context=${context}></audit-log-coverage>`;
    case 'caller':
    case 'target':
    case 'value':
      return html`<audit-log-profile .context=${context} .extent=${extent} .onExtent=${onExtent}></audit-log-profile>`;
  }
}
