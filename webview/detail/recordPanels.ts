import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { cache } from 'lit/directives/cache.js';
import type { RecordDetail } from '../../src/protocol/answers/record.ts';
import { numberText } from '../base/format.ts';
import { named } from '../base/named.ts';
import type { ViewContext } from '../base/viewContext.ts';
import { type DetailPanel, detailPanels } from './detailPanel.ts';
import { nameGrid, nameRows } from './nameGrid.ts';

export interface RecordPanels {
  readonly context: ViewContext;
  readonly detail: RecordDetail;
  /** The one that is shown. */
  readonly panel: DetailPanel;
  readonly onPanel: (panel: DetailPanel) => void;
}

/** What the record says, in panels of which one is shown: its fields, the names of callers and targets, its source. */
export function recordPanels({ context, detail, panel, onPanel }: RecordPanels): TemplateResult {
  const change = (event: CustomEvent<HTMLElement>): void => {
    const chosen = detailPanels.find((one) => one === event.detail.id);
    // Controls within the panels change too.
    if (event.target === event.currentTarget && chosen !== undefined) {
      onPanel(chosen);
    }
  };
  return html`<al-panels aria-label=${l10n.t('What the record says')} .activeindicator=${false} .activeid=${panel} @change=${change}>
    ${detailPanels.map((one) => tab(one, detail, context))}
    ${detailPanels.map((one) => html`<al-panel-view>${cache(one === panel ? content(one, detail, context) : nothing)}</al-panel-view>`)}
  </al-panels>`;
}

function tab(panel: DetailPanel, detail: RecordDetail, { settings }: ViewContext): TemplateResult {
  const { name, count, counted } = tabOf(panel, detail);
  return html`<al-panel-tab id=${panel} ${named(count === 0 ? name : l10n.t('{0}, {1}', name, counted(count, numberText(count, settings))))}
    >${name} ${count === 0 ? nothing : html`<al-badge>${numberText(count, settings)}</al-badge>`}</al-panel-tab
  >`;
}

interface Tab {
  readonly name: string;
  /** What its badge says; none where it is 0. */
  readonly count: number;
  /** What that is a number of. */
  readonly counted: (count: number, text: string) => string;
}

function tabOf(panel: DetailPanel, detail: RecordDetail): Tab {
  switch (panel) {
    case 'fields':
      return {
        name: l10n.t('Fields'),
        count: detail.fields.length,
        counted: (count, text) => (count === 1 ? l10n.t('1 field') : l10n.t('{0} fields', text)),
      };
    case 'names':
      return {
        name: l10n.t('Names'),
        count: nameRows(detail).length,
        counted: (count, text) => (count === 1 ? l10n.t('1 name') : l10n.t('{0} names', text)),
      };
    case 'source':
      return {
        name: l10n.t('Source'),
        count: detail.findings.filter(({ stretch }) => stretch !== null).length,
        counted: (count, text) => (count === 1 ? l10n.t('1 finding') : l10n.t('{0} findings', text)),
      };
  }
}

function content(panel: DetailPanel, detail: RecordDetail, context: ViewContext): TemplateResult {
  switch (panel) {
    case 'fields':
      return html`<audit-log-fields .context=${context} .fields=${detail.fields}></audit-log-fields>`;
    case 'names':
      return nameGrid(detail, context);
    case 'source':
      return html`<audit-log-source .context=${context} .detail=${detail}></audit-log-source>`;
  }
}
