import { css } from 'lit';

/** Fields in three columns, and the tip over them. */
export const fieldListStyles = css`
  :host {
    display: block;
  }
  h3 {
    margin: 12px 0 3px;
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
  .doc {
    position: fixed;
    inset: auto;
    margin: 0;
    width: min(380px, calc(100vw - 16px));
    max-height: min(360px, 80vh);
    overflow: auto;
    padding: 7px 10px;
    color: var(--vscode-editorHoverWidget-foreground, var(--vscode-foreground));
    background: var(--vscode-editorHoverWidget-background, var(--vscode-editor-background));
    border: 1px solid var(--vscode-editorHoverWidget-border, var(--border));
    box-shadow: 0 2px 8px var(--vscode-widget-shadow, transparent);
    overflow-wrap: anywhere;
  }
  .doc p {
    margin-top: 4px;
  }
  .more {
    margin-top: 10px;
  }
`;
