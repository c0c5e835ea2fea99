import { css } from 'lit';

/** The borders lie over the head of the list, which they are beside in the page. */
export const columnBordersStyles = css`
  .borders {
    position: absolute;
    left: 0;
    z-index: 2;
  }
  .border {
    position: absolute;
    width: 9px;
    height: 24px;
    margin-left: -4px;
    cursor: ew-resize;
    touch-action: none;
    user-select: none;
  }
  .border::after {
    content: '';
    position: absolute;
    inset: 5px 4px;
    border-left: 1px solid var(--border);
  }
  .border:hover::after,
  .border.held::after {
    inset: 0 3px;
    border-left: 3px solid var(--vscode-sash-hoverBorder, var(--vscode-focusBorder));
  }
  .border:focus-visible {
    outline-offset: -1px;
  }
  .dragged {
    position: absolute;
    height: 24px;
    background: var(--vscode-list-dropBackground);
    outline: 1px dashed var(--vscode-contrastActiveBorder, transparent);
    outline-offset: -1px;
    pointer-events: none;
  }
  .place {
    position: absolute;
    height: 24px;
    margin-left: -1px;
    border-left: 2px solid var(--vscode-list-dropBetweenBackground, var(--vscode-focusBorder));
    pointer-events: none;
  }
  .note:not(:empty) {
    padding: 2px 12px;
    border-top: 1px solid var(--border);
  }
  @media (forced-colors: active) {
    .border:hover::after,
    .border.held::after,
    .place {
      border-color: Highlight;
    }
  }
`;
