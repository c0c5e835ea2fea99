import { css, unsafeCSS } from 'lit';
import { coloursOn } from '../theme/legibleColours.ts';

/** CSS pixels: two lines a row, however wide the page. */
export const findingRowHeight = 42;

/** Rows of the page of findings, and how the current one is set off. */
export const findingRowStyles = css`
  .row {
    position: relative;
    display: flex;
    align-items: center;
    gap: 12px;
    height: ${findingRowHeight}px;
    padding: 0 16px;
    cursor: default;
  }
  .row.code {
    border-top: 1px solid var(--border);
  }
  .what {
    flex: 1;
    min-width: 0;
  }
  .code .what {
    display: flex;
    align-items: center;
    gap: 6px;
  }
  .code .what > :is(.cut) {
    min-width: 3em;
  }
  .code .what > .code {
    flex-shrink: 4;
  }
  .finding .what {
    padding-left: 22px;
  }
  .line {
    display: block;
  }
  .twist {
    width: 16px;
    text-align: center;
  }
  .acts {
    display: flex;
    flex: none;
    gap: 14px;
    white-space: nowrap;
  }
  mark {
    color: inherit;
    background: none;
    text-decoration: underline wavy var(--severity-error);
    text-decoration-skip-ink: none;
  }
  .row:hover {
    background: var(--vscode-list-hoverBackground);
    color: var(--vscode-list-hoverForeground, inherit);
    outline: 1px dashed var(--vscode-contrastActiveBorder, transparent);
    outline-offset: -1px;
  }
  .row[aria-selected='true'] {
    background: var(--vscode-list-inactiveSelectionBackground);
    color: var(--vscode-list-inactiveSelectionForeground, inherit);
    outline: 1px dotted var(--vscode-contrastActiveBorder, transparent);
    outline-offset: -1px;
    ${unsafeCSS(coloursOn('inactive'))}
  }
  .grid:focus .row[aria-selected='true'] {
    background: var(--vscode-list-activeSelectionBackground);
    color: var(--vscode-list-activeSelectionForeground, inherit);
    outline: 1px solid var(--vscode-contrastActiveBorder, var(--vscode-list-focusOutline, transparent));
    ${unsafeCSS(coloursOn('selected'))}
  }
  .grid:focus .row[aria-selected='true'] :is(.muted, button) {
    color: inherit;
  }
  @media (forced-colors: active) {
    .row[aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    .grid:focus .row[aria-selected='true'] {
      forced-color-adjust: none;
      color: HighlightText;
      background: Highlight;
    }
  }
`;
