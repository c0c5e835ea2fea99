import { css } from 'lit';

/** A value with its box, and what else can be done with it, which is shown with the pointer or the keyboard on it. */
export const valueLineStyles = css`
  li {
    position: relative;
  }
  li:hover,
  li:focus-within {
    background: var(--vscode-list-hoverBackground);
  }
  al-checkbox {
    min-width: 0;
    margin: 0;
  }
  al-checkbox::part(control) {
    flex: none;
    width: 15px;
    height: 15px;
  }
  al-checkbox::part(label) {
    min-width: 0;
    padding-inline-start: 6px;
    margin: 0;
    overflow: hidden;
  }
  li.excluded al-checkbox::part(label) {
    color: var(--muted);
  }
  li.excluded .cut-middle {
    text-decoration: line-through;
  }
  al-checkbox[aria-checked='true']::part(label) {
    font-weight: 600;
  }
  /* The toolkit colours the border of the box, which is thin. */
  al-checkbox:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: 1px;
  }
  @media (forced-colors: active) {
    al-checkbox::part(checked-indicator) {
      fill: CanvasText;
    }
  }
  .acts {
    display: none;
    position: absolute;
    inset: 0 0 0 auto;
    background: var(--vscode-editor-background);
  }
  li:hover .acts,
  li:focus-within .acts {
    display: flex;
  }
  .acts .icon {
    width: 22px;
    height: 22px;
  }
`;
