import { css } from 'lit';

/**
 * Fields, time axes above the list, and detail beside each other; where there is no room, below each other. All time axes
 * begin where the names beside them end.
 */
export const recordsPageStyles = css`
  .records {
    --names: min(var(--names-size, 190px), 45vw);
    display: grid;
    grid-template: 'records' minmax(0, 1fr) / minmax(0, 1fr);
  }
  /* Bars of what was found so far are not to be taken for the whole. */
  .partial audit-log-lanes,
  .partial audit-log-overview,
  .partial audit-log-timeline {
    opacity: 0.55;
  }
  .left {
    grid-area: records;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: auto minmax(min-content, var(--histogram-size, 30%)) minmax(0, 1fr);
    grid-template-areas: 'overview' 'histogram' 'list';
    min-height: 0;
    min-width: 0;
  }
  .with-lanes .left {
    grid-template-rows: auto minmax(min-content, var(--histogram-size, 24%)) minmax(110px, var(--lanes-size, 30%)) minmax(66px, 1fr);
    grid-template-areas: 'overview' 'histogram' 'lanes' 'list';
  }
  audit-log-overview {
    grid-area: overview;
    border-bottom: 1px solid var(--border);
  }
  audit-log-timeline {
    grid-area: histogram;
  }
  audit-log-lanes {
    grid-area: lanes;
  }
  .list {
    grid-area: list;
    display: flex;
    min-height: 0;
    border-top: 1px solid var(--border);
  }
  audit-log-records {
    flex: 1;
    min-width: 0;
  }
  /* The page scrolls: see also furtherPaneStyles.ts. */
  @media (width < 760px), (height <= 460px) {
    .left {
      --list: var(--list-size, clamp(220px, 60vh, 480px));
      grid-template-rows: auto minmax(min-content, var(--histogram-size, 190px)) var(--list);
    }
    .with-lanes .left {
      grid-template-rows: auto minmax(min-content, var(--histogram-size, 190px)) var(--lanes-size, clamp(140px, 35vh, 320px)) var(--list);
    }
  }
  @media (max-width: 620px) {
    .records {
      --names: min(var(--names-size, 130px), 45vw);
    }
    .records:not(.with-lanes) {
      --names: 0px;
    }
  }
`;
