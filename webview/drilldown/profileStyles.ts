import { css } from 'lit';

/** Of a section, on the page and in the parts that have shadows of their own. */
export const profileSectionStyles = css`
  section {
    container: count-lines / inline-size;
  }
  section > h3 {
    margin-bottom: 4px;
  }
  .scope {
    font-weight: normal;
  }
`;

/**
 * The time axes across the whole width, and below them three columns: who, what was done, and to what. The page scrolls as a whole;
 * where there is less room, the columns are two, or one below the other.
 */
export const profileStyles = css`
  :host {
    display: block;
    min-height: 0;
    overflow: auto;
    container: profile / inline-size;
    /* What only screen readers get stays within what scrolls. */
    position: relative;
  }
  header {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto auto;
    align-items: center;
    gap: 2px 8px;
    padding: 6px 12px;
  }
  header p {
    grid-column: 1 / -1;
  }
  .over-time {
    padding: 0 12px 4px;
    border-bottom: 1px solid var(--border);
  }
  .axes {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: auto minmax(min-content, var(--histogram-size, 190px)) auto;
    grid-template-areas: 'overview' 'histogram' 'lanes';
    border-bottom: 1px solid var(--border);
  }
  .problem {
    margin: 12px;
  }
  .columns {
    display: grid;
    grid-template: 'who middle what' auto / minmax(210px, 2fr) minmax(0, 5fr) minmax(250px, 2.6fr);
    gap: 14px 22px;
    padding: 10px 12px 14px;
  }
  .columns > * {
    min-width: 0;
    display: flex;
    flex-direction: column;
    gap: 14px;
  }
  .who {
    grid-area: who;
  }
  .middle {
    grid-area: middle;
  }
  .what {
    grid-area: what;
  }
  audit-log-facet {
    --facet-padding: 0;
    --facet-border: 0;
  }
  /* It stays in sight while longer columns beside it are read. */
  .records {
    flex: none;
    /* No higher than its rows. */
    height: min(clamp(320px, 100vh - 170px, 640px), var(--listed, 20) * 42px + 110px);
    position: sticky;
    top: 8px;
    display: flex;
    flex-direction: column;
    container: none;
  }
  ::slotted(.list) {
    /* Of its own accord the list would be as high as all of its rows. */
    flex: 1 0 0;
    border: 1px solid var(--border);
  }
  .identities {
    display: grid;
    grid-template-columns: fit-content(38%) minmax(0, 1fr);
    gap: 3px 10px;
  }
  .identities dt {
    overflow-wrap: anywhere;
  }
  @container profile (width < 1100px) {
    .columns {
      grid-template: 'middle who' auto 'middle what' 1fr / minmax(0, 5fr) minmax(230px, 3fr);
    }
  }
  @container profile (width < 680px) {
    .columns {
      grid-template: 'middle' auto 'who' auto 'what' auto / minmax(0, 1fr);
    }
    .records {
      height: min(380px, var(--listed, 20) * 42px + 110px);
      position: relative;
    }
  }
`;
