import { css } from 'lit';

/** Writers one below the other, each with its bar and what it lacks. */
export const coverageStyles = css`
  :host {
    display: block;
    overflow: auto;
    padding: 12px 16px;
  }
  .note {
    max-width: 90ch;
    margin: 6px 0;
  }
  section {
    padding: 8px 0 10px;
    border-top: 1px solid var(--border);
  }
  section h3 {
    color: inherit;
    display: flex;
    flex-wrap: wrap;
    gap: 2px 10px;
    align-items: baseline;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 18px;
    margin: 2px 0 5px;
  }
  table {
    border-collapse: collapse;
    margin-top: 4px;
  }
  caption {
    text-align: left;
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
`;
