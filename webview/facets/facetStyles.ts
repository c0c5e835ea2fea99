import { css } from 'lit';

export const facetStyles = css`
  :host {
    display: block;
  }
  section {
    container: count-lines / inline-size;
    padding: 6px 12px;
    border-bottom: 1px solid var(--border);
  }
  .head {
    display: flex;
    align-items: center;
    gap: 4px;
  }
  .head h2 {
    flex: 1;
    min-width: 0;
  }
  button[aria-pressed='true'].link {
    font-weight: 600;
  }
`;

export const facetPaneStyles = css`
  :host {
    display: block;
    overflow: auto;
    min-height: 0;
    border-right: 1px solid var(--border);
  }
  form {
    display: grid;
    gap: 4px;
    padding: 8px 12px;
    border-bottom: 1px solid var(--border);
  }
  form div {
    display: flex;
    gap: 6px;
  }
  input {
    flex: 1;
    min-width: 0;
    padding: 3px 6px;
    font: inherit;
    color: var(--vscode-input-foreground);
    background: var(--vscode-input-background);
    border: 1px solid var(--vscode-input-border, var(--border));
  }
`;
