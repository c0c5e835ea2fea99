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
  .with-fields {
    grid-template-areas: 'fields records';
    grid-template-columns: min(var(--fields-size, max(200px, 20%)), 60%) minmax(0, 1fr);
  }
  .with-detail {
    grid-template-areas: 'records detail';
    grid-template-columns: minmax(0, 1fr) min(var(--detail-size, max(300px, 27%)), 70%);
  }
  .with-fields.with-detail {
    grid-template-areas: 'fields records detail';
    grid-template-columns: min(var(--fields-size, max(200px, 18%)), 35%) minmax(0, 1fr) min(var(--detail-size, max(260px, 24%)), 45%);
  }
  /* Bars of what was found so far are not to be taken for the whole. */
  .partial audit-log-lanes,
  .partial audit-log-overview,
  .partial audit-log-timeline {
    opacity: 0.55;
  }
  audit-log-facets,
  .of-fields {
    grid-area: fields;
  }
  audit-log-detail,
  .of-detail {
    grid-area: detail;
  }
  .of-fields {
    justify-self: end;
    margin-right: -4px;
  }
  .of-detail {
    justify-self: start;
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
  .of-names {
    grid-row: overview-start / list-start;
    grid-column: 1;
    justify-self: start;
    /* Before the charts: their first bars can be clicked. */
    left: var(--names);
    margin-left: -6px;
  }
  .of-histogram,
  .of-lanes {
    grid-column: 1;
    align-self: start;
  }
  .of-histogram {
    grid-row: histogram-end;
  }
  .of-lanes {
    grid-row: lanes-end;
  }
  audit-log-records {
    flex: 1;
    min-width: 0;
  }
  audit-log-detail {
    border-left: 1px solid var(--border);
  }
  @media (max-width: 820px), (max-height: 460px) {
    .records,
    .left {
      display: block;
    }
    audit-log-pane-border {
      display: none;
    }
    /* It scrolls by itself: the records are not to be pages away. */
    audit-log-facets {
      max-height: 45vh;
      border-right: 0;
      border-bottom: 1px solid var(--border);
    }
    audit-log-timeline {
      min-height: 190px;
    }
    audit-log-lanes {
      height: clamp(140px, 35vh, 320px);
    }
    .list {
      height: clamp(220px, 60vh, 480px);
    }
    audit-log-detail {
      border-left: 0;
      border-top: 1px solid var(--border);
    }
  }
  @media (max-width: 620px) {
    .records {
      --names: 130px;
    }
    .records:not(.with-lanes) {
      --names: 0px;
    }
  }
`;
