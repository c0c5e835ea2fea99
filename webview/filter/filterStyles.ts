import { css } from 'lit';

/** The box, and what drops down from it. */
export const filterStyles = css`
  :host {
    display: block;
    position: relative;
    min-width: 0;
  }
  .box {
    display: flex;
    align-items: center;
    min-height: 26px;
    background: var(--vscode-input-background);
    color: var(--vscode-input-foreground);
    border: 1px solid var(--vscode-input-border, var(--border));
    border-radius: 3px;
  }
  .box:focus-within {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: -1px;
  }
  .box.wrong {
    border-color: var(--vscode-inputValidation-errorBorder, var(--severity-error));
  }
  .text {
    position: relative;
    flex: 1;
    min-width: 0;
  }
  input {
    position: relative;
    display: block;
    width: 100%;
    padding: 0 8px;
    border: 0;
    background: none;
    color: inherit;
  }
  input:focus-visible {
    outline: none;
  }
  input::placeholder {
    color: var(--vscode-input-placeholderForeground);
    opacity: 1;
  }
  .drop {
    position: absolute;
    z-index: 10;
    inset: calc(100% + 1px) 0 auto 0;
    max-height: 300px;
    overflow: auto;
    color: var(--vscode-editorSuggestWidget-foreground, var(--vscode-foreground));
    background: var(--vscode-editorSuggestWidget-background, var(--vscode-editor-background));
    border: 1px solid var(--vscode-editorSuggestWidget-border, var(--border));
    box-shadow: 0 2px 8px var(--vscode-widget-shadow, transparent);
  }
  .choice {
    display: flex;
    gap: 12px;
    padding: 2px 8px;
    cursor: pointer;
  }
  .choice .detail {
    flex: 1;
    color: var(--muted);
  }
  .choice .number {
    margin-left: auto;
  }
  .choice[aria-selected='true'] {
    background: var(--vscode-editorSuggestWidget-selectedBackground, var(--vscode-list-activeSelectionBackground));
    color: var(--vscode-editorSuggestWidget-selectedForeground, var(--vscode-list-activeSelectionForeground, inherit));
    outline: 1px solid var(--vscode-contrastActiveBorder, transparent);
    outline-offset: -1px;
  }
  .choice[aria-selected='true'] .detail {
    color: inherit;
  }
  @media (forced-colors: active) {
    .choice[aria-selected='true'] {
      forced-color-adjust: none;
      color: HighlightText;
      background: Highlight;
    }
  }
  .error {
    padding: 5px 8px;
  }
  .error pre {
    overflow: auto hidden;
  }
  .error mark {
    background: none;
    color: inherit;
    text-decoration: underline wavy var(--severity-error);
    text-underline-offset: 3px;
  }
`;
