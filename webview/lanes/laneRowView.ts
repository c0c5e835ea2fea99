import * as l10n from '@vscode/l10n';
import { html, nothing } from 'lit';
import { visibleText } from '../../src/protocol/visibleText.ts';
import type { ViewSettings } from '../../src/protocol/viewMessages.ts';
import { numberText } from '../base/format.ts';
import { icon } from '../base/icons.ts';
import { type LaneRow, stateName, type ValueRow } from './laneRows.ts';
import { targetsTitle } from '../../src/scene/stateWords.ts';
import { valueName } from '../chart/barParts.ts';

/** What a line of the lanes does when it is clicked. */
export interface LaneActs {
  readonly toggle: (row: LaneRow) => void;
  readonly include: (row: ValueRow) => void;
  readonly exclude: (row: ValueRow) => void;
  readonly pin: (row: ValueRow) => void;
}

/** The name of a line, with what can be done with it. Keys do the same, so that the buttons are no stops of the Tab key. */
export function laneName(row: LaneRow, settings: ViewSettings, acts: LaneActs): unknown {
  switch (row.kind) {
    case 'heading':
      return html`<span class="name heading">
        <button class="cut" tabindex="-1" @click=${() => acts.toggle(row)}>${twist(row.isOpen)} ${row.text}</button>
        <span class="number muted">${numberText(row.count, settings)}</span>
      </span>`;
    case 'state':
      return html`<span class="name inner" title=${targetsTitle(row.lane)}
        ><span class="cut"><bdi>${visibleText(stateName(row.lane))}</bdi></span></span
      >`;
    case 'value': {
      const name = valueName(row.value);
      return html`<span class="name ${row.within === undefined ? '' : 'inner'}" title=${name}>
        ${
          row.within === undefined
            ? html`<button class="cut" tabindex="-1" @click=${() => acts.toggle(row)}>
                ${twist(row.isOpen)} ${row.isPinned ? '★ ' : ''}<bdi>${name}</bdi>
              </button>`
            : html`<span class="cut"><bdi>${name}</bdi></span>`
        }
        <span class="acts">
          ${act(l10n.t('Show only these'), 'filter', () => acts.include(row))}
          ${act(l10n.t('Leave these out'), 'clear', () => acts.exclude(row))}
          ${
            row.within === undefined
              ? html`<button
                  class="icon"
                  tabindex="-1"
                  title=${l10n.t('Pin')}
                  aria-label=${l10n.t('Pin')}
                  aria-pressed=${row.isPinned}
                  @click=${() => acts.pin(row)}
                >
                  ★
                </button>`
              : nothing
          }
        </span>
        <span class="number muted">${numberText(row.count, settings)}</span>
      </span>`;
    }
  }
}

function twist(isOpen: boolean): string {
  return isOpen ? '▾' : '▸';
}

function act(name: string, picture: 'filter' | 'clear', onClick: () => void): unknown {
  return html`<button class="icon" tabindex="-1" title=${name} aria-label=${name} @click=${onClick}>${icon(picture)}</button>`;
}
