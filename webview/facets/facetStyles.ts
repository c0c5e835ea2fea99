import { css } from 'lit';

export const facetStyles = css`
  /* What only screen readers get stays within the pane that scrolls: else the whole page could be scrolled away. */
  :host {
    display: block;
    position: relative;
  }
  section {
    container: count-lines / inline-size;
    padding: var(--facet-padding, 6px 12px);
    border-bottom: var(--facet-border, 1px solid var(--border));
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
  .scope {
    font-weight: normal;
  }
  /* Names would be left with a few letters: the bar is below them, and the numbers of single results are in its colours, and for screen readers. */
  @container count-lines (max-width: 300px) {
    .count-line {
      grid-template-columns: minmax(0, 1fr) minmax(24px, auto);
      position: relative;
      padding-bottom: 2px;
    }
    .count-line .track {
      position: absolute;
      inset: auto 0 0 21px;
      height: 3px;
      border: 0;
      border-radius: 0;
    }
    .count-line .number ~ .number {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }
  al-text-field {
    width: 100%;
    margin: 2px 0;
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
    grid-template-columns: minmax(0, 1fr);
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
