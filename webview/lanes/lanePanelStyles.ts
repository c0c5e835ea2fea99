import { css } from 'lit';

/** The names stand under the legend of the histogram, and the lanes under its chart, so that one moment is at one place. */
export const lanePanelStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
    border-top: 1px solid var(--border);
    position: relative;
  }
  /* As high as what is loaded into its place. */
  .head {
    flex: none;
    height: 28px;
  }
  .rows {
    flex: 1;
    min-height: 0;
    overflow: auto;
    position: relative;
  }
  .rows:focus-visible {
    outline-offset: -1px;
  }
  /* As wide as each lane. */
  .ground {
    margin-left: var(--names);
    border-left: 1px solid transparent;
  }
  .row {
    position: absolute;
    inset: 0 0 auto 0;
    height: 22px;
    display: grid;
    grid-template-columns: var(--names) minmax(0, 1fr);
  }
  .row:hover,
  .row.active {
    background: var(--vscode-list-hoverBackground);
  }
  .row.active {
    outline: 1px solid var(--vscode-contrastActiveBorder, transparent);
    outline-offset: -1px;
  }
  .rows:focus-visible .row.active {
    outline: 1px solid var(--vscode-focusBorder);
  }
  .name {
    display: flex;
    align-items: center;
    gap: 4px;
    padding: 0 6px 0 12px;
    min-width: 0;
  }
  .name.inner {
    padding-left: 26px;
  }
  .name.heading button {
    font-weight: 600;
  }
  .name > .cut {
    flex: 1;
    min-width: 0;
  }
  .acts {
    display: none;
  }
  .row:hover .acts,
  .row.active .acts {
    display: flex;
  }
  .row:hover .acts ~ .number,
  .row.active .acts ~ .number {
    display: none;
  }
  .acts .icon {
    width: 20px;
    height: 20px;
  }
  .lane {
    position: relative;
    min-width: 0;
    border-left: 1px solid var(--border);
  }
  canvas {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
  }
  .lane.link {
    cursor: pointer;
  }
  .tip {
    position: absolute;
    z-index: 3;
    max-width: min(360px, 60%);
    padding: 2px 7px;
    pointer-events: none;
    color: var(--vscode-editorHoverWidget-foreground, var(--vscode-foreground));
    background: var(--vscode-editorHoverWidget-background, var(--vscode-editor-background));
    border: 1px solid var(--vscode-editorHoverWidget-border, var(--border));
    overflow-wrap: anywhere;
  }
`;
