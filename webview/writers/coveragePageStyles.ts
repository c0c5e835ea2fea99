import { css } from 'lit';

/** The histogram, the writers on its time axis, and the gaps of one of them. */
export const coveragePageStyles = css`
  :host {
    --names: min(280px, 45vw);
    display: flex;
    flex-direction: column;
    min-height: 0;
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 4px 16px;
    padding: 8px 12px;
    border-bottom: 1px solid var(--border);
  }
  details {
    max-width: 90ch;
  }
  summary {
    color: var(--muted);
    cursor: pointer;
  }
  .note {
    padding: 4px 12px;
  }
  audit-log-timeline {
    flex: none;
  }
  .sorts {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 12px;
    padding: 3px 12px;
    border-block: 1px solid var(--border);
  }
  .sorts button[aria-pressed='true'] {
    font-weight: 600;
  }
  .grid {
    flex: 1;
    min-height: 72px;
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
  .row,
  .measure {
    display: grid;
    grid-template-columns: var(--names) minmax(0, 1fr);
  }
  .measure {
    position: absolute;
    inset-inline: 0;
  }
  /* As the chart has one. */
  .axis,
  .track {
    border-left: 1px solid var(--border);
  }
  .gaps {
    flex: none;
    max-height: 38%;
    overflow: auto;
    padding: 6px 12px;
    border-top: 1px solid var(--border);
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 16px;
  }
  table {
    border-collapse: collapse;
  }
  th,
  td {
    padding: 1px 16px 1px 0;
    font-weight: normal;
    text-align: left;
  }
  td.number,
  th.number {
    text-align: right;
  }
  @media (width < 760px) {
    :host {
      --names: 38vw;
    }
  }
  @media (width < 760px), (height <= 460px) {
    .grid {
      flex: 1 0 clamp(160px, 45vh, 480px);
    }
    .gaps {
      max-height: none;
    }
  }
`;
