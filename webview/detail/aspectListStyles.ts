import { css } from 'lit';

/** A row for each aspect: its name, its value with what is known of it, and buttons. */
export const aspectListStyles = css`
  :host {
    display: block;
  }
  h3 {
    margin: 14px 0 3px;
  }
  .aspect {
    display: grid;
    grid-template-columns: 68px minmax(0, 1fr) auto;
    column-gap: 8px;
    padding: 1px 0;
    align-items: start;
  }
  .name {
    color: var(--muted);
  }
  .buttons {
    display: flex;
  }
  .buttons button.icon {
    width: 20px;
    height: 20px;
    opacity: 0.75;
  }
  .aspect:hover button.icon,
  button.icon:focus-visible {
    opacity: 1;
  }
  /* As high while it is being counted. */
  .seen {
    grid-column: 2 / -1;
    display: flex;
    flex-wrap: wrap;
    column-gap: 12px;
    min-height: 1.4em;
    font-size: 0.92em;
  }
  .first {
    color: var(--vscode-foreground);
    font-weight: 600;
  }
  .none {
    margin-top: 6px;
    padding: 3px 8px;
    border-left: 3px solid var(--severity-information);
  }
`;
