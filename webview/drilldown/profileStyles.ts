import { css } from 'lit';

/** Three columns side by side: who, what, and to what; one below the other where there is no room. */
export const profileStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    padding: 10px 16px;
    gap: 8px;
    min-height: 0;
    overflow: auto;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 14px;
  }
  header p {
    flex: 1;
    min-width: 220px;
  }
  .columns {
    flex: 1;
    min-height: 0;
    display: grid;
    grid-template-columns: minmax(220px, 2fr) minmax(0, 5fr) minmax(240px, 2.4fr);
    /* Of its own accord the row would be as high as the whole list, and all of its rows would be drawn. */
    grid-template-rows: minmax(420px, 1fr);
    gap: 24px;
  }
  .column {
    min-width: 0;
    overflow: auto;
    display: flex;
    flex-direction: column;
    gap: 14px;
    padding-right: 2px;
  }
  .middle {
    overflow: visible;
    min-height: 0;
  }
  section {
    container: count-lines / inline-size;
  }
  section > h3 {
    margin-bottom: 4px;
  }
  .plain {
    font-weight: normal;
  }
  .matrix {
    max-height: 260px;
  }
  .records {
    flex: 1;
    min-height: 200px;
    display: flex;
    flex-direction: column;
  }
  audit-log-records {
    flex: 1;
  }
  .identities {
    display: grid;
    grid-template-columns: minmax(70px, auto) minmax(0, 1fr);
    gap: 3px 10px;
  }
  @media (max-width: 900px) {
    .columns {
      display: block;
    }
    .column,
    .column + .column {
      overflow: visible;
      margin-bottom: 16px;
    }
    audit-log-records {
      height: 300px;
      flex: none;
    }
  }
`;
