import { css, unsafeCSS } from 'lit';
import { coloursOn } from '../theme/legibleColours.ts';

/**
 * The legend is as high whatever it says, so that the chart stays where it is while a stretch of time is chosen: notes are
 * cut. The name of the strip of failures ends where the strip begins.
 */
export const legendStyles = css`
  .legend {
    position: relative;
    padding: 8px 12px;
    display: flex;
    flex-direction: column;
    gap: 3px;
    contain: size;
  }
  .legend > * {
    flex: none;
  }
  .legend .tools {
    display: flex;
    align-items: center;
    margin: 0 -6px 0 -4px;
  }
  .legend .stack {
    flex: 0 1 124px;
    min-width: 0;
    margin: 0 auto 0 4px;
  }
  .legend .notes {
    flex: 0 1 auto;
    min-height: 0;
    overflow: hidden;
  }
  .legend .bar {
    display: flex;
  }
  .legend .strip {
    position: absolute;
    right: 6px;
    bottom: 1px;
    max-width: 72px;
    font-size: 10px;
    line-height: 10px;
  }
  .legend .group {
    display: flex;
    gap: 6px;
    align-items: baseline;
    padding: 1px 4px;
    margin-left: -4px;
    border-radius: 3px;
    width: 100%;
  }
  .legend .group:hover {
    background: var(--vscode-list-hoverBackground);
  }
  .legend .group[aria-pressed='true'] {
    background: var(--vscode-list-inactiveSelectionBackground);
    outline: 1px solid var(--vscode-contrastActiveBorder, transparent);
    outline-offset: -1px;
    ${unsafeCSS(coloursOn('inactive'))}
  }
  .legend .group:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
  }
  .legend .group .number {
    margin-left: auto;
  }
  @media (forced-colors: active) {
    .legend .group[aria-pressed='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
  @media (max-width: 620px) {
    .legend {
      display: grid;
      grid-template: 'title notes bar' 24px 'stack groups groups' 1.7em / fit-content(50%) minmax(0, 1fr) auto;
      align-items: center;
      gap: 0 10px;
      padding: 4px 12px;
      contain: none;
    }
    .legend .notes {
      display: flex;
      gap: 10px;
    }
    .legend .notes p {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .legend .tools {
      display: contents;
    }
    .legend .stack {
      grid-area: stack;
      width: 90px;
    }
    .legend .bar {
      grid-area: bar;
    }
    .legend .groups {
      grid-area: groups;
      display: flex;
      gap: 10px;
      min-width: 0;
    }
    .legend .group {
      width: auto;
      min-width: 0;
      margin: 0 0 0 -4px;
    }
    .legend .strip {
      display: none;
    }
  }
`;
