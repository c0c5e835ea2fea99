import { css } from 'lit';

/** Where fields, detail, and the borders of panes are on the page: for the parts that are loaded on demand. */
export const furtherPaneStyles = css`
  @media (width >= 760px) and (height > 460px) {
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
    .with-detail:has(> [side='below']) {
      --axes-height: calc(14.6em + min(var(--overview-size, 46px), 30vh) + 94px);
      --detail-height: minmax(110px, min(var(--detailHeight-size, 40%), 70%));
      grid-template: 'records' minmax(var(--axes-height), 1fr) 'detail' var(--detail-height) / minmax(0, 1fr);
    }
    .with-fields.with-detail:has(> [side='below']) {
      grid-template-areas: 'fields records' 'fields detail';
      grid-template-rows: minmax(var(--axes-height), 1fr) var(--detail-height);
      grid-template-columns: min(var(--fields-size, max(200px, 20%)), 60%) minmax(0, 1fr);
    }
    /* What is above the detail never takes its place. */
    .with-lanes.with-detail:has(> [side='below']) {
      --axes-height: calc(14.6em + min(var(--overview-size, 46px), 30vh) + 204px);
    }
  }
  /* The parts of the page of a caller or a target are placed by that page. */
  .records > audit-log-profile.left {
    display: block;
  }
  audit-log-profile > audit-log-lanes {
    height: var(--lanes-size, 138px);
  }
  audit-log-profile > .of-names {
    grid-row: overview-start / histogram-end;
  }
  .with-lanes > audit-log-profile > .of-names {
    grid-row: overview-start / lanes-end;
  }
  audit-log-facets,
  .of-fields,
  .of-fieldsHeight {
    grid-area: fields;
  }
  audit-log-detail,
  .of-detail,
  .of-detailHeight {
    grid-area: detail;
  }
  .of-fields {
    justify-self: end;
    margin-right: -4px;
  }
  .of-detail {
    justify-self: start;
  }
  .of-detailHeight {
    align-self: start;
    display: none;
  }
  [side='below'] ~ .of-detail {
    display: none;
  }
  [side='below'] ~ .of-detailHeight {
    display: block;
  }
  .of-names {
    grid-row: overview-start / list-start;
    grid-column: 1;
    justify-self: start;
    /* Before the charts: their first bars can be clicked. */
    left: var(--names);
    margin-left: -6px;
  }
  .of-fieldsHeight {
    align-self: end;
    margin-bottom: -4px;
  }
  .of-list,
  .of-fieldsHeight {
    display: none;
  }
  .of-overview,
  .of-histogram,
  .of-lanes,
  .of-list {
    grid-column: 1;
    align-self: start;
  }
  .of-overview {
    grid-row: overview-end;
  }
  .of-histogram {
    grid-row: histogram-end;
  }
  .of-lanes {
    grid-row: lanes-end;
  }
  .of-list {
    grid-row: list;
    align-self: end;
    margin-bottom: -4px;
  }
  [side='right'] {
    border-left: 1px solid var(--border);
  }
  [side='below'] {
    border-top: 1px solid var(--border);
  }
  /* One below the other: the page scrolls. */
  @media (width < 760px), (height <= 460px) {
    .records {
      grid-template: 'fields' auto 'records' auto 'detail' auto / minmax(0, 1fr);
    }
    .records:has(> [side='right']) {
      grid-template: 'fields fields' auto 'records detail' auto / minmax(0, 1fr) min(var(--detail-size, 42%), 70%);
    }
    /* It stays in sight while the page scrolls, to the end of it, where the status line is. */
    [side='right'] {
      position: sticky;
      top: 0;
      align-self: start;
      box-sizing: border-box;
      max-height: calc(100vh - 4em);
    }
    .of-fields,
    [side='below'] ~ .of-detailHeight {
      display: none;
    }
    .of-list,
    .of-fieldsHeight {
      display: block;
    }
    /* It scrolls by itself: the records are not to be pages away. */
    audit-log-facets {
      height: var(--fieldsHeight-size, auto);
      max-height: var(--fieldsHeight-size, 45vh);
      border-right: 0;
      border-bottom: 1px solid var(--border);
    }
  }
  @media (max-width: 620px) {
    /* The legend is above its chart, across the whole width. */
    .of-names {
      grid-row: lanes;
    }
    .records:not(.with-lanes) .of-names {
      display: none;
    }
  }
`;
