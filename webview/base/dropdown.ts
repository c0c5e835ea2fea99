import { css, html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { named } from './named.ts';

export interface DropdownOption {
  readonly value: string;
  readonly text: string;
  /** Shown beside the text; the value, unless said otherwise. */
  readonly title?: string;
}

export interface Dropdown {
  /** For screen readers. */
  readonly name: string;
  readonly title?: string;
  readonly options: readonly DropdownOption[];
  readonly chosen: string;
  readonly choose: (value: string) => void;
}

/**
 * A choice of one of several. It needs the controls of parts that are loaded on demand. Options keep their elements: the toolkit keeps
 * in them which one is selected.
 */
export function dropdown({ name, title = '', options, chosen, choose }: Dropdown): unknown {
  const chosenOf = (event: Event): HTMLSelectElement => event.currentTarget as HTMLSelectElement;
  // Escape closes the list without a choice. The toolkit would take what the arrow keys were on.
  const escape = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      chosenOf(event).value = chosen;
    }
  };
  // The toolkit does not report a key that goes back, in the closed list, to what was chosen when it was last opened.
  const report = (event: Event): void => {
    const { value, ariaExpanded } = chosenOf(event);
    if (ariaExpanded !== 'true' && value !== chosen) {
      choose(value);
    }
  };
  return html`<al-dropdown
    ${named(name)}
    title=${title}
    .value=${chosen}
    @change=${(event: Event) => choose(chosenOf(event).value)}
    @keydown=${{ handleEvent: escape, capture: true }}
    @keyup=${report}
  >
    ${repeat(
      options,
      ({ value }) => value,
      ({ value, text, title: hint = value }) =>
        html`<al-option value=${value} title=${hint === text ? '' : hint} ?selected=${value === chosen}>${text}</al-option>`,
    )}
  </al-dropdown>`;
}

export const dropdownStyles = css`
  :host {
    --input-height: 22;
  }
  /* Themes of high contrast may leave both colours of a selection out, and then draw a border. */
  al-dropdown {
    width: 124px;
    min-width: 0;
    --list-active-selection-foreground: var(--vscode-list-activeSelectionForeground, var(--vscode-foreground));
  }
  al-option[aria-selected='true'] {
    outline: 1px solid var(--vscode-contrastActiveBorder, transparent);
    outline-offset: -1px;
  }
  al-dropdown:focus-visible {
    outline-offset: -1px;
  }
  al-dropdown::part(control) {
    padding: 0 4px 0 6px;
  }
  al-dropdown::part(indicator) {
    margin-inline-start: 2px;
  }
  /* Names of fields may be longer than the one that is chosen. It lies over what follows on the page. */
  al-dropdown::part(listbox) {
    width: max-content;
    min-width: 100%;
    max-width: 300px;
    z-index: 6;
  }
  @media (forced-colors: active) {
    al-option[aria-selected='true'] {
      forced-color-adjust: none;
      color: HighlightText;
      background: Highlight;
    }
  }
`;
