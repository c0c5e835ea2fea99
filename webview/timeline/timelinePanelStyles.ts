import { css, unsafeCSS } from 'lit';
import { coloursOn } from '../theme/legibleColours.ts';

/** The legend beside the chart; above it where there is no room. */
export const timelinePanelStyles = css`
  :host {
    display: grid;
    grid-template-columns: 190px minmax(0, 1fr);
    min-height: 0;
  }
  .legend {
    position: relative;
    padding: 8px 12px;
    display: flex;
    flex-direction: column;
    gap: 3px;
  }
  .legend .bar {
    display: flex;
    gap: 2px;
    margin-left: -4px;
  }
  /* As high as the strip that it names, at whose beginning it ends. */
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
  .chart {
    position: relative;
    min-width: 0;
    overflow: auto;
    /* The legend says how high the panel must be, not the table, which scrolls. */
    contain: size;
    border-left: 1px solid var(--border);
  }
  /* The tip of a chart may be above it. */
  .chart:has(> audit-log-chart:only-child) {
    overflow: visible;
  }
  audit-log-chart {
    height: 100%;
    min-height: 110px;
  }
  table {
    border-collapse: collapse;
    margin: 4px 12px;
  }
  caption {
    text-align: left;
  }
  th,
  td {
    padding: 1px 12px 1px 0;
    font-weight: normal;
    text-align: left;
    white-space: nowrap;
  }
  td.number,
  th.number {
    text-align: right;
  }
  @media (forced-colors: active) {
    .legend .group[aria-pressed='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
  @media (max-width: 620px) {
    :host {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: auto minmax(120px, 1fr);
    }
    .legend {
      flex-flow: row wrap;
      gap: 2px 10px;
    }
    .legend .group {
      width: auto;
      margin: 0;
    }
    .legend .strip {
      display: none;
    }
    .chart {
      border-left: 0;
    }
  }
`;
