import { css } from 'lit';

/** One screen without a scroll bar of its own; below a certain size the parts follow each other and the page scrolls. */
export const viewStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    height: 100vh;
    overflow: hidden;
    font-family: var(--vscode-font-family, sans-serif);
    font-size: var(--vscode-font-size, 13px);
    line-height: 1.45;
    background: var(--vscode-editor-background);
  }
  .message {
    margin: auto;
    padding: 24px;
    max-width: 60ch;
    text-align: center;
    display: grid;
    gap: 12px;
    justify-items: center;
  }
  main {
    flex: 1;
    min-height: 0;
    min-width: 0;
  }
  .page {
    display: flex;
    flex-direction: column;
  }
  .page > * {
    flex: 1;
    min-height: 0;
  }
  @media (width < 760px), (height <= 460px) {
    :host {
      height: auto;
      min-height: 100vh;
      overflow: visible;
    }
  }
`;
