import { css, unsafeCSS } from 'lit';
import { coloursOn } from '../theme/legibleColours.ts';

/** Columns and states of the record list. */
export const recordListStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    position: relative;
    min-height: 0;
  }
  .grid {
    --time-width: 13.4em;
    --suited: ;
    flex: 1;
    min-height: 0;
    overflow: hidden auto;
    overflow-anchor: none;
  }
  .grid:focus-visible {
    outline-offset: -1px;
  }
  .head {
    position: sticky;
    top: 0;
    z-index: 1;
    background: var(--vscode-editor-background);
    border-bottom: 1px solid var(--border);
    color: var(--muted);
  }
  .head .row {
    height: 24px;
    cursor: default;
  }
  .head {
    user-select: none;
  }
  .head .cut {
    max-width: 100%;
  }
  .head button:hover {
    color: var(--vscode-foreground);
  }
  .tall {
    position: relative;
  }
  .rows {
    position: sticky;
    top: 25px;
    overflow: hidden;
  }
  .row {
    display: grid;
    grid-template-columns:
      var(--index, 52px) var(--time, var(--time-width)) 14px var(--caller, minmax(80px, 150px)) var(--instance, minmax(60px, 90px))
      minmax(160px, 1fr) var(--suited) var(--findings, 64px);
    column-gap: 8px;
    align-items: center;
    height: 22px;
    padding: 0 12px;
    cursor: default;
    white-space: nowrap;
  }
  .rows .row {
    position: relative;
  }
  .row > * {
    min-width: 0;
  }
  .rows .row:hover {
    background: var(--vscode-list-hoverBackground);
    color: var(--vscode-list-hoverForeground, inherit);
    outline: 1px dashed var(--vscode-contrastActiveBorder, transparent);
    outline-offset: -1px;
  }
  .rows .row[aria-selected='true'] {
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
  .grid:focus .row[aria-selected='true'] :not(.symbol),
  .row[aria-selected='true'] > .index,
  .row[aria-selected='true'] .time > span {
    color: inherit;
  }
  .grid.several .row[aria-selected='true']:not(.current) {
    outline: 1px dotted var(--vscode-contrastActiveBorder, transparent);
  }
  .grid:focus .row.current {
    outline: 1px solid var(--vscode-list-focusAndSelectionOutline, var(--vscode-contrastActiveBorder, var(--vscode-list-focusOutline)));
    outline-offset: -1px;
  }
  .index {
    color: var(--muted);
    font-variant-numeric: tabular-nums;
  }
  .for-compare {
    position: absolute;
    left: 1px;
  }
  .fraction,
  .day-same .date {
    color: color-mix(in srgb, var(--vscode-foreground) 78%, var(--vscode-editor-background));
  }
  .day-begins {
    box-shadow: inset 0 1px color-mix(in srgb, var(--vscode-foreground) 40%, var(--vscode-editor-background));
  }
  .day-begins .date {
    font-weight: 600;
  }
  .wide .row > :is(.index, .time, .findings),
  .wide .head span {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .sentence b {
    font-weight: inherit;
  }
  .findings {
    display: flex;
    gap: 8px;
  }
  .grid.dated {
    --time-width: 16.4em;
  }
  .empty {
    position: absolute;
    inset: 40px 0 auto;
    display: grid;
    gap: 8px;
    justify-items: center;
  }
  .narrow .row {
    grid-template-columns: auto auto 1fr auto;
    grid-template-areas: 'index time result findings' 'sentence sentence sentence sentence';
    height: 42px;
    row-gap: 0;
    align-content: center;
  }
  .narrow .index {
    grid-area: index;
  }
  .narrow .time {
    grid-area: time;
  }
  .narrow .result {
    grid-area: result;
  }
  .narrow .findings {
    grid-area: findings;
  }
  .narrow .sentence {
    grid-area: sentence;
  }
  /* As wide as it is, but for its share of the line. */
  .narrow .sentence .start {
    display: inline-block;
    max-width: 50%;
    overflow: hidden;
    text-overflow: ellipsis;
    vertical-align: bottom;
  }
  .narrow .sentence .half {
    max-width: 20%;
  }
  .narrow .caller,
  .narrow .instance {
    display: none;
  }
  .narrow .head .row {
    height: 24px;
    grid-template-areas: 'index time result findings';
  }
  .narrow .head .sentence {
    display: none;
  }
  @media (forced-colors: active) {
    .rows .row[aria-selected='true'] {
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
