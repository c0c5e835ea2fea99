import { css } from 'lit';

/** One screen without a scroll bar of its own; below a certain size the parts follow each other and the page scrolls. */
export const viewStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    height: 100vh;
    overflow: hidden;
    font-family: var(--vscode-font-family, sans-serif);
    font-size: var(--vscode-font-size, 13px);
    line-height: 1.45;
    background: var(--vscode-editor-background);
  }
  .message {
    margin: auto;
    padding: 24px;
    max-width: 60ch;
    text-align: center;
    display: grid;
    gap: 12px;
    justify-items: center;
  }
  main {
    flex: 1;
    min-height: 0;
    min-width: 0;
  }
  .records {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(300px, 27%);
    grid-template-rows: auto minmax(0, 1fr);
  }
  .with-fields {
    grid-template-columns: minmax(200px, 20%) minmax(0, 1fr) minmax(260px, 24%);
  }
  /* Bars of what was found so far are not to be taken for the whole. */
  .partial audit-log-lanes,
  .partial audit-log-overview,
  .partial audit-log-timeline {
    opacity: 0.55;
  }
  audit-log-overview {
    grid-column: 1 / -1;
    padding: 0 12px 1px;
    border-bottom: 1px solid var(--border);
  }
  .left {
    display: grid;
    grid-template-rows: minmax(min-content, 32%) minmax(0, 1fr);
    min-height: 0;
    min-width: 0;
  }
  .with-lanes .left {
    grid-template-rows: minmax(min-content, 26%) minmax(110px, 30%) minmax(0, 1fr);
  }
  .list {
    display: flex;
    min-height: 0;
    border-top: 1px solid var(--border);
  }
  audit-log-records {
    flex: 1;
    min-width: 0;
  }
  audit-log-detail {
    border-left: 1px solid var(--border);
  }
  .page {
    display: flex;
    flex-direction: column;
  }
  .page > * {
    flex: 1;
    min-height: 0;
  }
  @media (max-width: 820px), (max-height: 460px) {
    :host {
      height: auto;
      min-height: 100vh;
      overflow: visible;
    }
    .records {
      display: block;
    }
    .left {
      display: block;
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
`;
