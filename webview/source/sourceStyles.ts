import { css } from 'lit';

/** Source in the colours of its tokens, underlined where something was found. */
export const sourceStyles = css`
  :host {
    display: block;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 10px;
    margin: 6px 0;
  }
  .findings {
    display: inline-flex;
    align-items: center;
  }
  .source {
    max-height: min(480px, 70vh);
    overflow: auto;
    padding: 6px 8px;
    border: 1px solid var(--border);
    color: var(--vscode-editor-foreground, var(--vscode-foreground));
    line-height: 1.45;
    tab-size: 2;
  }
  /* A line that is too long goes on further to the right than it began. */
  .line {
    display: block;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    padding-inline-start: calc((var(--level) * 2 + 2) * 1ch);
    text-indent: calc((var(--level) * 2 + 2) * -1ch);
  }
  .line.embedded {
    background: linear-gradient(var(--vscode-editorIndentGuide-activeBackground1, var(--muted)) 0 0) no-repeat 0 0 / 2px 100%;
  }
  .key,
  .string,
  .number,
  .word,
  .plain {
    unicode-bidi: isolate;
    text-align: inherit;
  }
  .key {
    color: var(--source-key, inherit);
  }
  .string {
    color: var(--source-string, inherit);
  }
  .number {
    color: var(--source-number, inherit);
  }
  .word {
    color: var(--source-word, inherit);
  }
  .punctuation {
    color: var(--source-punctuation, inherit);
  }
  /* A character that would not be seen. */
  .named {
    padding: 0 2px;
    margin: 0 1px;
    border: 1px solid currentColor;
    border-radius: 3px;
    font-size: 0.85em;
    text-indent: 0;
  }
  mark {
    scroll-margin: 3em;
    color: inherit;
    background: none;
    border-radius: 2px;
    text-decoration: underline wavy 1px;
    text-decoration-skip-ink: none;
    text-underline-offset: 2px;
  }
  mark.error {
    text-decoration-color: var(--severity-error);
  }
  mark.warning {
    text-decoration-color: var(--severity-warning);
  }
  mark.information {
    text-decoration-color: var(--severity-information);
  }
  mark:focus {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: 1px;
  }
  @media (forced-colors: active) {
    mark {
      color: CanvasText;
      background: Canvas;
    }
    .line.embedded {
      border-inline-start: 2px solid CanvasText;
    }
  }
  button.icon.fold {
    width: 16px;
    height: 16px;
    margin: 0 1px 0 -1px;
    vertical-align: text-bottom;
    white-space: normal;
    text-indent: 0;
  }
  .note {
    margin-top: 4px;
  }
  .found + .about {
    margin-top: 6px;
    padding-top: 6px;
    border-top: 1px solid var(--vscode-editorHoverWidget-border, var(--border));
  }
`;
