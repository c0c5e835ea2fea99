import { css } from 'lit';

/** The filter's input, and the layer beneath it. */
export const textLayerStyles = css`
  /* Both set the same text in the same place: nothing that moves letters may differ. */
  input,
  .layer {
    font: var(--mono-size) / 20px var(--vscode-editor-font-family, monospace);
    font-variant-ligatures: none;
    letter-spacing: normal;
    tab-size: 8;
  }
  input.coloured {
    color: transparent;
    caret-color: var(--vscode-input-foreground);
  }
  input.coloured::selection {
    color: var(--vscode-editor-selectionForeground, var(--vscode-input-foreground));
    background: var(--vscode-editor-selectionBackground);
  }
  .layer {
    position: absolute;
    inset: 0 8px;
    display: flex;
    align-items: center;
    overflow: hidden;
    pointer-events: none;
  }
  .line {
    flex: none;
    white-space: pre;
  }
  @media (forced-colors: active) {
    /* The input shows its text in the system's colour, and the layer adds where it is wrong. */
    .layer {
      forced-color-adjust: none;
    }
    .line {
      color: transparent;
    }
  }
`;
