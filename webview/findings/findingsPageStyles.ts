import { css, unsafeCSS } from 'lit';
import { coloursOn } from '../theme/legibleColours.ts';

/** The page of findings: what is above its rows, and where they are. */
export const findingsPageStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 6px 12px;
    padding: 10px 16px 8px;
    border-bottom: 1px solid var(--border);
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
  .filters button {
    padding: 2px 8px;
    border: 1px solid var(--border);
    border-radius: 3px;
  }
  .filters button[aria-pressed='true'] {
    background: var(--vscode-list-inactiveSelectionBackground);
    border-color: var(--vscode-focusBorder);
    ${unsafeCSS(coloursOn('inactive'))}
  }
  .note {
    padding: 8px 16px;
  }
  .grid {
    flex: 1;
    min-height: 0;
    overflow: hidden auto;
    overflow-anchor: none;
  }
  .grid:focus-visible {
    outline-offset: -1px;
  }
  .tall {
    position: relative;
  }
  .rows {
    position: sticky;
    top: 0;
    overflow: hidden;
  }
  .narrow .acts {
    position: absolute;
    right: 0;
    bottom: 1px;
    padding: 0 12px;
    background: var(--vscode-editor-background);
    visibility: hidden;
  }
  .narrow .row:is(:hover, [aria-selected='true'], :focus-within) .acts {
    visibility: visible;
  }
  .narrow .row[aria-selected='true'] .acts {
    background: inherit;
  }
  @media (width < 760px), (height <= 460px) {
    .grid {
      flex: 1 0 clamp(260px, 60vh, 640px);
    }
  }
`;
