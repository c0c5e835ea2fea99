import { css } from 'lit';

/** Field and both values beside each other; the name above its values where there is no room for that. */
export const comparisonStyles = css`
  :host {
    display: block;
    container-type: inline-size;
  }
  h2.title {
    font-size: 1.1em;
    font-weight: normal;
  }
  .close {
    float: right;
    margin: -4px -8px 0 4px;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    margin: 8px 0;
  }
  .line {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: 0 10px;
    padding: 3px 0;
    border-top: 1px solid var(--border);
  }
  .field {
    grid-column: 1 / -1;
    color: var(--muted);
  }
  .head {
    border-top: 0;
  }
  .head .field {
    position: absolute;
    clip-path: inset(50%);
  }
  .value {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    max-height: 16em;
    overflow: auto;
  }
  mark {
    color: inherit;
    font-weight: 600;
    text-decoration: underline;
    text-underline-offset: 2px;
  }
  .first mark {
    background: var(--vscode-diffEditor-removedTextBackground, transparent);
  }
  .second mark {
    background: var(--vscode-diffEditor-insertedTextBackground, transparent);
  }
  .more {
    margin: 10px 0 4px;
  }
  @container (min-width: 560px) {
    .line {
      grid-template-columns: minmax(120px, 24%) minmax(0, 1fr) minmax(0, 1fr);
    }
    .field {
      grid-column: auto;
    }
    .head .field {
      position: static;
      clip-path: none;
    }
  }
`;
