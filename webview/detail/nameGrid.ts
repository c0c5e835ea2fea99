import * as l10n from '@vscode/l10n';
import { css, html, nothing, type TemplateResult } from 'lit';
import { visibleText } from '../../src/protocol/visibleText.ts';
import type { RecordDetail } from '../../src/protocol/answers/record.ts';
import type { ViewPage } from '../../src/protocol/viewMessages.ts';
import { numberText } from '../base/format.ts';
import type { ViewContext } from '../base/viewContext.ts';
import { callerPage } from '../drilldown/callerPage.ts';

/** As many rows as the toolkit's grid, which has all of them in the page, is good for. */
const maxRows = 199;

export const nameGridStyles = css`
  /* Themes of high contrast may leave the colour out, in whose place the toolkit has white. */
  al-data-grid {
    --list-active-selection-foreground: var(--vscode-list-activeSelectionForeground, var(--vscode-foreground));
  }
  al-data-grid-row {
    padding: 0;
  }
  al-data-grid-row.header al-data-grid-cell {
    color: var(--muted);
  }
  al-data-grid-cell {
    padding: 1px 4px;
    min-width: 0;
  }
  al-data-grid-cell:focus-visible {
    outline-offset: -1px;
  }
  /* All borders are of one colour there, also those that are transparent. */
  @media (forced-colors: active) {
    al-data-grid-cell {
      border-color: Canvas;
    }
  }
`;

/** An identity of the caller, or a target at any of its levels, and the page about it. */
interface NameRow {
  readonly role: 'caller' | 'target';
  readonly type: string;
  readonly name: string;
  readonly page: ViewPage;
}

/** Every name by which a record calls its caller and its targets, each once, in the record's order. */
export function nameRows({ identities, resource, place, levels, targets }: RecordDetail): readonly NameRow[] {
  const callers = identities.map(({ type, value }): NameRow => ({ role: 'caller', type, name: value, page: callerPage({ type, value }) }));
  const paths = [resource, place, ...levels, ...targets.map((target) => [target])];
  const steps = paths.flatMap((path) =>
    path.map(({ level, name }, index): NameRow => ({
      role: 'target',
      type: level,
      name,
      page: { kind: 'target', path: path.slice(0, index + 1) },
    })),
  );
  const once = new Map<string, NameRow>();
  for (const row of [...callers, ...steps]) {
    const key = JSON.stringify([row.role, row.type, row.name]);
    once.set(key, once.get(key) ?? row);
  }
  return [...once.values()];
}

/** The identities and targets of a record. A click on a name, or Enter anywhere in its row, opens its page. */
export function nameGrid(detail: RecordDetail, { link, settings }: ViewContext): TemplateResult {
  const rows = nameRows(detail);
  if (rows.length === 0) {
    return html`<p class="muted">${l10n.t('The record names nobody and nothing.')}</p>`;
  }
  const shown = rows.slice(0, maxRows);
  return html`<al-data-grid aria-label=${l10n.t('Identities and targets')} grid-template-columns="54px minmax(0, 3fr) minmax(0, 4fr)">
      <al-data-grid-row row-type="header">
        ${[l10n.t('Role'), l10n.t('Type'), l10n.t('Name')].map(
          (title, index) => html`<al-data-grid-cell cell-type="columnheader" grid-column=${index + 1}>${title}</al-data-grid-cell>`,
        )}
      </al-data-grid-row>
      ${shown.map((row) => gridRow(row, () => link.intend({ kind: 'open', page: row.page })))}
    </al-data-grid>
    ${
      shown.length === rows.length
        ? nothing
        : html`<p class="muted">${l10n.t('{0} of {1} shown', numberText(shown.length, settings), numberText(rows.length, settings))}</p>`
    }`;
}

function gridRow({ role, type, name }: NameRow, open: () => void): TemplateResult {
  const key = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') {
      event.preventDefault();
      open();
    }
  };
  return html`<al-data-grid-row @keydown=${key}>
    <al-data-grid-cell grid-column="1">${role === 'caller' ? l10n.t('Caller') : l10n.t('Target')}</al-data-grid-cell>
    <al-data-grid-cell grid-column="2"><bdi>${visibleText(type)}</bdi></al-data-grid-cell>
    <al-data-grid-cell grid-column="3"
      ><button class="link break" tabindex="-1" @click=${open}><bdi>${visibleText(name)}</bdi></button></al-data-grid-cell
    >
  </al-data-grid-row>`;
}
