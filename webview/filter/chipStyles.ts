import { css } from 'lit';

/** A row of chips. */
export const chipStyles = css`
  :host {
    display: block;
    min-width: 0;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    max-height: 50px;
    padding: 1px;
    overflow: hidden auto;
  }
  .chip {
    display: flex;
    align-items: center;
    flex: none;
    max-width: min(360px, 100%);
    height: 22px;
    border: 1px solid var(--vscode-contrastBorder, var(--border));
    border-radius: 11px;
    background: var(--vscode-editorWidget-background);
    color: var(--vscode-editorWidget-foreground, inherit);
  }
  .chip.off {
    border-style: dashed;
    background: none;
    color: var(--muted);
  }
  .chip.pinned {
    color: var(--vscode-badge-foreground);
    background: var(--vscode-badge-background);
  }
  .chip.dragged {
    opacity: 0.5;
  }
  .chip.over {
    outline: 2px dashed var(--vscode-focusBorder);
    outline-offset: -1px;
  }
  .chip:hover {
    border-color: var(--vscode-contrastActiveBorder, var(--vscode-focusBorder));
  }
  .label {
    min-width: 0;
    height: 100%;
    padding: 0 3px;
    touch-action: none;
  }
  .chip.off .label {
    text-decoration: line-through;
  }
  .pinned .picture {
    flex: none;
    margin-left: 6px;
  }
  .chip button.icon,
  .sign {
    flex: none;
    width: 18px;
    height: 18px;
    border-radius: 9px;
    text-align: center;
    line-height: 16px;
    color: inherit;
  }
  .sign {
    margin-left: 2px;
    font-weight: 600;
  }
  .chip button.icon {
    margin-right: 2px;
  }
  .sign:hover {
    background: var(--vscode-toolbar-hoverBackground);
  }
  @media (forced-colors: active) {
    .chip.off {
      border-color: GrayText;
    }
  }
  /* One line: the records have the room. */
  @media (width < 760px), (height <= 460px) {
    .chips {
      flex-wrap: nowrap;
      max-height: none;
      overflow: auto hidden;
      scrollbar-width: thin;
    }
  }
`;
