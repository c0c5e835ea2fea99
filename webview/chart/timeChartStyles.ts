import { css } from 'lit';

/** The canvas, the element over it that takes keys and pointer, and what floats above both. */
export const timeChartStyles = css`
  :host {
    display: block;
    position: relative;
    min-height: 40px;
    touch-action: pan-y;
  }
  canvas {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
  }
  .surface {
    position: absolute;
    inset: 0;
    cursor: crosshair;
  }
  .surface.link {
    cursor: pointer;
  }
  .surface.from,
  .surface.to {
    cursor: ew-resize;
  }
  .surface.whole {
    cursor: grab;
  }
  .surface:focus-visible {
    outline-offset: -1px;
  }
  .tip {
    position: absolute;
    z-index: 2;
    top: 20px;
    width: max-content;
    padding: 3px 7px;
    font-size: 0.92em;
    pointer-events: none;
    color: var(--vscode-editorHoverWidget-foreground, var(--vscode-foreground));
    background: var(--vscode-editorHoverWidget-background, var(--vscode-editor-background));
    border: 1px solid var(--vscode-editorHoverWidget-border, var(--border));
    box-shadow: 0 2px 8px var(--vscode-widget-shadow, transparent);
    overflow-wrap: anywhere;
  }
  .tip .counts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 10px;
  }
  /* On the axis: on the bars, it would hide what is small. */
  .moment {
    position: absolute;
    top: 1px;
    overflow: hidden;
    font-family: var(--vscode-editor-font-family, monospace);
    font-size: 11px;
    line-height: 15px;
    text-align: center;
    pointer-events: none;
    background: var(--vscode-editor-background);
    white-space: nowrap;
  }
  :host([overview]) .moment {
    top: 0;
    line-height: 14px;
  }
  .moment.cursor {
    color: var(--vscode-badge-foreground, var(--vscode-foreground));
    background: var(--vscode-badge-background, var(--vscode-editor-background));
    border-radius: 2px;
    outline: 1px solid var(--vscode-contrastBorder, transparent);
  }
`;
