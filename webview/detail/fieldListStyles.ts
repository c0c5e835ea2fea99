import { css } from 'lit';

/** Fields in three columns. */
export const fieldListStyles = css`
  :host {
    display: block;
  }
  h3 {
    margin: 12px 0 3px;
  }
  .toggle {
    font-weight: inherit;
  }
  .toggle::before {
    content: '▾' / '';
    display: inline-block;
    width: 14px;
  }
  [aria-expanded='false'] .toggle::before {
    content: '▸' / '';
  }
  .toggle:hover {
    color: var(--vscode-foreground);
  }
  .field {
    display: grid;
    grid-template-columns: 132px minmax(0, 1fr) auto;
    column-gap: 8px;
    padding: 1px 0;
    align-items: start;
  }
  .name {
    color: var(--muted);
    text-decoration: underline dotted transparent;
    text-underline-offset: 3px;
    overflow-wrap: anywhere;
    cursor: help;
  }
  .field:hover .name,
  .name:focus-visible {
    text-decoration-color: currentColor;
  }
  .value {
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
  .value.long {
    max-height: 16em;
    overflow: auto;
  }
  /* Without the gap that a line of text leaves below a button. */
  .field [role='gridcell']:last-child {
    display: flex;
  }
  .field button.icon {
    width: 18px;
    height: 18px;
    opacity: 0.65;
  }
  .field:hover button.icon,
  button.icon:focus-visible {
    opacity: 1;
  }
  .more {
    margin-top: 10px;
  }
`;
