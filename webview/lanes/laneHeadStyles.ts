import { css } from 'lit';

/** One line, or several where there is little room, of controls with their labels. */
export const laneHeadStyles = css`
  :host {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 10px;
    padding: 2px 12px;
  }
  .labelled {
    display: flex;
    align-items: center;
    gap: 5px;
    color: var(--muted);
  }
  .bar {
    margin-left: auto;
    display: flex;
  }
  al-text-field:focus-visible {
    outline-offset: -1px;
  }
  al-text-field {
    width: 112px;
    --input-min-width: 0;
  }
  al-text-field::part(control) {
    padding: 0 6px;
  }
`;
