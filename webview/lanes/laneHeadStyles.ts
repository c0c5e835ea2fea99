import { css } from 'lit';

/** One line, or several where there is little room, of controls with their labels. */
export const laneHeadStyles = css`
  :host {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 10px;
    padding: 2px 12px;
    --input-height: 22;
  }
  .labelled {
    display: flex;
    align-items: center;
    gap: 5px;
    color: var(--muted);
  }
  .bar {
    margin-left: auto;
    display: flex;
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
  al-dropdown:focus-visible,
  al-text-field:focus-visible {
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
  al-text-field {
    width: 112px;
    --input-min-width: 0;
  }
  al-text-field::part(control) {
    padding: 0 6px;
  }
  @media (forced-colors: active) {
    al-option[aria-selected='true'] {
      forced-color-adjust: none;
      color: HighlightText;
      background: Highlight;
    }
  }
`;
