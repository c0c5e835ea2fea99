import { css } from 'lit';

/** The legend beside the chart; above it where there is no room. A chart shows what is beside it, for its tip may be above. */
export const timelinePanelStyles = css`
  :host {
    display: grid;
    grid-template-columns: var(--names) minmax(0, 1fr);
    /* What follows begins on a whole pixel. */
    min-height: round(14.6em, 1px);
    padding-right: var(--axis-end);
  }
  .chart {
    position: relative;
    min-width: 0;
    overflow: auto;
    /* The panel says how high the table is, which scrolls. */
    contain: size;
    border-left: 1px solid var(--border);
  }
  .chart:has(> audit-log-chart:only-child) {
    overflow: visible;
  }
  audit-log-chart {
    height: 100%;
    min-height: 110px;
  }
  audit-log-time-table {
    display: contents;
  }
  @media (max-width: 620px) {
    :host {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: auto minmax(120px, 1fr);
    }
    .chart {
      margin-left: var(--names);
    }
  }
`;
