import * as l10n from '@vscode/l10n';
import { css, html } from 'lit';
import { icon } from '../base/icons.ts';
import { withField } from './laneActions.ts';
import type { LaneChoice, LaneOrder } from './laneChoice.ts';

export const laneHeadStyles = css`
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 10px;
    padding: 2px 12px;
  }
  .head label {
    display: flex;
    align-items: center;
    gap: 5px;
    color: var(--muted);
  }
  .head .bar {
    margin-left: auto;
    display: flex;
  }
  input {
    width: 96px;
  }
  input::placeholder {
    color: var(--vscode-input-placeholderForeground, var(--muted));
  }
`;

export interface LaneHeadOptions {
  readonly choice: LaneChoice;
  /** Fields that are offered. */
  readonly fields: readonly string[];
  readonly isTable: boolean;
  readonly onChoice: (changed: Partial<LaneChoice>) => void;
  readonly onTable: () => void;
}

/** What the lanes are made of, in which order, and which of them are shown. */
export function laneHead({ choice, fields, isTable, onChoice, onTable }: LaneHeadOptions): unknown {
  const fieldsOf = (label: string, chosen: string, change: (field: string) => void): unknown =>
    html`<label
      >${label}
      <select @change=${(event: Event) => change((event.currentTarget as HTMLSelectElement).value)}>
        ${[...new Set([chosen, ...fields])].map((field) => html`<option value=${field} ?selected=${field === chosen}>${field}</option>`)}
      </select></label
    >`;
  return html`<div class="head">
    <h2>${l10n.t('Lanes')}</h2>
    ${fieldsOf(l10n.t('by'), choice.field, (field) => onChoice(withField(choice, field)))}
    ${fieldsOf(l10n.t('then by'), choice.innerField, (innerField) => onChoice({ innerField }))}
    <label
      >${l10n.t('order')}
      <select @change=${(event: Event) => onChoice({ order: (event.currentTarget as HTMLSelectElement).value as LaneOrder })}>
        <option value="count" ?selected=${choice.order === 'count'}>${l10n.t('most records')}</option>
        <option value="first" ?selected=${choice.order === 'first'}>${l10n.t('first seen')}</option>
        <option value="name" ?selected=${choice.order === 'name'}>${l10n.t('name')}</option>
      </select></label
    >
    <input
      type="search"
      aria-label=${l10n.t('Search lanes')}
      placeholder=${l10n.t('Search lanes')}
      .value=${choice.search}
      maxlength="200"
      spellcheck="false"
      @input=${(event: Event) => onChoice({ search: (event.currentTarget as HTMLInputElement).value })}
    />
    <div class="bar">
      <button
        class="icon"
        title=${l10n.t('Show as table')}
        aria-label=${l10n.t('Show lanes as table')}
        aria-pressed=${isTable}
        @click=${onTable}
      >
        ${icon('table')}
      </button>
    </div>
  </div>`;
}
