import { css } from 'lit';

/** Tabs in lines, with a mark below the selected one, and panels without borders. */
export const recordPanelStyles = css`
  al-panels {
    display: block;
    margin-top: 12px;
    overflow: visible;
  }
  /* Tabs that do not fit into one line go on in the next one. */
  al-panels::part(tablist) {
    display: flex;
    flex-wrap: wrap;
    gap: 0 18px;
    width: auto;
    padding: 0;
    border-bottom: 1px solid var(--border);
  }
  al-panel-tab {
    gap: 6px;
    margin-bottom: -1px;
    border-bottom-width: 2px;
  }
  al-panel-tab:focus-visible {
    outline-offset: -1px;
  }
  /* The toolkit's own mark of the selected tab is moved by script, and is not seen in forced colours. */
  al-panel-tab[aria-selected='true'] {
    border-bottom-color: var(--vscode-contrastActiveBorder, var(--vscode-panelTitle-activeBorder, currentcolor));
  }
  al-panel-view {
    display: block;
    padding: 0;
    border: 0;
  }
  @media (forced-colors: active) {
    al-panel-tab {
      border-color: Canvas;
    }
    al-panel-tab[aria-selected='true'] {
      border-bottom-color: Highlight;
    }
  }
`;
