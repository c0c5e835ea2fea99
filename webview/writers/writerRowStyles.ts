import { css } from 'lit';

/** CSS pixels. */
export const writerRowHeight = 24;

/** A writer with its numbers, and its bar on the time axis. */
export const writerRowStyles = css`
  .row {
    height: ${writerRowHeight}px;
    align-items: center;
    cursor: default;
  }
  .name {
    display: flex;
    gap: 8px;
    min-width: 0;
    padding: 0 10px 0 12px;
    white-space: nowrap;
  }
  .missing {
    margin-left: auto;
    font-weight: 600;
  }
  .missing,
  .share {
    flex: none;
    font-variant-numeric: tabular-nums;
  }
  .share {
    min-width: 4.2em;
    text-align: right;
  }
  .track {
    position: relative;
    height: 100%;
  }
  .track > span {
    position: absolute;
    top: 6px;
    height: 12px;
  }
  .written {
    background: var(--muted);
  }
  .gapStretch {
    cursor: pointer;
    background:
      repeating-linear-gradient(135deg, var(--vscode-foreground) 0 1px, transparent 1px 5px), var(--vscode-editor-background, transparent);
    outline: 1px solid var(--muted);
    outline-offset: -1px;
  }
  .gapStretch:is(:hover, .current) {
    outline: 2px solid var(--vscode-focusBorder);
    outline-offset: 1px;
  }
  .row:hover {
    background: var(--vscode-list-hoverBackground);
    outline: 1px dashed var(--vscode-contrastActiveBorder, transparent);
    outline-offset: -1px;
  }
  .row[aria-selected='true'] {
    background: var(--vscode-list-inactiveSelectionBackground);
    color: var(--vscode-list-inactiveSelectionForeground, inherit);
    outline: 1px dotted var(--vscode-contrastActiveBorder, transparent);
    outline-offset: -1px;
  }
  .row[aria-selected='true'] button {
    color: inherit;
  }
  .grid:focus .row[aria-selected='true'] {
    outline: 1px solid var(--vscode-focusBorder);
  }
  @media (forced-colors: active) {
    .track > span {
      forced-color-adjust: none;
    }
    .written {
      background: CanvasText;
    }
    .gapStretch {
      background: repeating-linear-gradient(135deg, CanvasText 0 1px, transparent 1px 5px), Canvas;
      outline-color: CanvasText;
    }
    .row[aria-selected='true'] {
      outline: 2px solid Highlight;
    }
  }
`;
