import { css } from 'lit';

/** The first row and the first column stay where they are while the rest is scrolled. */
export const matrixStyles = css`
  :host {
    display: block;
    --head: min(40%, 210px);
  }
  .scope {
    font-weight: normal;
  }
  .choice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    margin-bottom: 4px;
  }
  al-dropdown {
    width: 150px;
  }
  .scroller {
    max-height: 264px;
    overflow: auto;
    border: 1px solid var(--border);
    /* What gets the focus is not to be below a head. */
    scroll-padding: 26px 0 0 210px;
    position: relative;
  }
  table {
    border-collapse: separate;
    border-spacing: 0;
    min-width: 100%;
  }
  th,
  td {
    padding: 0;
    border: solid var(--border);
    border-width: 0 1px 1px 0;
    font-weight: normal;
    text-align: right;
    white-space: nowrap;
    background: var(--vscode-editor-background);
  }
  tr > :last-child {
    border-right: 0;
  }
  tbody tr:last-child > * {
    border-bottom: 0;
  }
  thead th {
    position: sticky;
    top: 0;
    z-index: 1;
  }
  tr > :first-child {
    position: sticky;
    left: 0;
    z-index: 1;
    width: var(--head);
    max-width: 210px;
    text-align: left;
  }
  thead tr > :first-child {
    z-index: 2;
  }
  button,
  .empty {
    display: flex;
    align-items: center;
    justify-content: flex-end;
    gap: 5px;
    width: 100%;
    min-height: 24px;
    padding: 0 7px;
  }
  button:hover {
    background: var(--vscode-list-hoverBackground);
  }
  button:focus-visible,
  .empty:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: -1px;
  }
  thead button {
    max-width: 190px;
    margin-left: auto;
  }
  tr > :first-child .empty {
    justify-content: flex-start;
  }
  tr > :first-child button {
    justify-content: flex-start;
    max-width: none;
  }
  .arrow {
    flex: none;
    width: 8px;
  }
  tbody button .count,
  tbody th .name-text {
    color: var(--vscode-textLink-foreground);
  }
  .all button,
  .all .empty {
    font-weight: 600;
  }
`;
