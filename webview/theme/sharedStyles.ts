import { css, unsafeCSS } from 'lit';
import { resultGroups } from '../../src/core/record/results.ts';
import { resultAppearance } from './resultAppearance.ts';
import { seriesAppearance } from './seriesAppearance.ts';

/** What all parts of the page share: sizes, links, tables, focus. Colours come from VS Code's theme only. */
export const sharedStyles = css`
  :host {
    box-sizing: border-box;
    color: var(--vscode-foreground);
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  p,
  dl,
  dd,
  ul,
  pre {
    margin: 0;
    padding: 0;
  }
  h2,
  h3 {
    font-size: 1em;
    font-weight: 600;
    color: var(--muted);
  }
  h2.title {
    font-size: 1.25em;
    color: inherit;
  }
  ul {
    list-style: none;
  }
  .muted {
    color: var(--muted);
  }
  .mono {
    font-family: var(--vscode-editor-font-family, monospace);
    font-size: var(--mono-size);
  }
  .number {
    text-align: right;
    font-variant-numeric: tabular-nums;
  }
  .cut {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  /* A button of the toolkit before the toolkit is loaded; it can be clicked already. */
  al-button:not(:defined) {
    display: inline-block;
    padding: 4px 11px;
    border: 1px solid var(--vscode-button-secondaryBorder, var(--vscode-button-border, transparent));
    border-radius: 2px;
    line-height: 16px;
    color: var(--vscode-button-secondaryForeground);
    background: var(--vscode-button-secondaryBackground);
    cursor: pointer;
  }
  /* Of a name that is cut in its middle. */
  .cut-middle {
    display: flex;
    min-width: 0;
    overflow: hidden;
    white-space: nowrap;
  }
  /* Where there is room for less than this, the start is left and the end cut. */
  .name-text {
    min-width: 2.2em;
  }
  .name-text > span {
    display: inline-block;
    vertical-align: top;
    max-width: 100%;
  }
  .name-text > :last-child {
    width: 0;
  }
  .cut-middle .name-text,
  .name-text > span {
    text-decoration: inherit;
  }
  .end-room {
    flex: none;
    visibility: hidden;
  }
  .end-room::after {
    content: attr(data-end);
  }
  .break {
    overflow-wrap: anywhere;
  }
  .hidden-visually {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  button {
    font: inherit;
    color: inherit;
    background: none;
    border: 0;
    padding: 0;
    margin: 0;
    text-align: inherit;
    cursor: pointer;
  }
  a,
  button.link {
    color: var(--vscode-textLink-foreground);
    border-radius: 2px;
  }
  a:hover,
  button.link:hover {
    color: var(--vscode-textLink-activeForeground);
    text-decoration: underline;
  }
  button:disabled {
    cursor: default;
    opacity: 0.5;
  }
  button.icon {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    width: 24px;
    height: 24px;
    border-radius: 5px;
    color: var(--vscode-icon-foreground, var(--vscode-foreground));
  }
  button.icon:hover:not(:disabled) {
    background: var(--vscode-toolbar-hoverBackground);
    outline: 1px dashed var(--vscode-contrastActiveBorder, transparent);
    outline-offset: -1px;
  }
  :focus-visible,
  button.icon:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: 1px;
  }
  .problem {
    padding: 6px 10px;
    border: 1px solid var(--vscode-inputValidation-errorBorder, var(--border));
    background: var(--vscode-inputValidation-errorBackground);
    color: var(--vscode-inputValidation-errorForeground, var(--vscode-foreground));
  }
  svg.symbol {
    width: 11px;
    height: 11px;
    vertical-align: -1px;
    flex: none;
  }
  ${unsafeCSS(resultGroups.map((group) => `svg.symbol.${group} { color: var(${resultAppearance[group].variable}); }`).join('\n'))}
  ${unsafeCSS(seriesAppearance.map(({ variable }, index) => `svg.symbol.series${index} { color: var(${variable}); }`).join('\n'))}
  svg.symbol.error {
    color: var(--severity-error);
  }
  svg.symbol.warning {
    color: var(--severity-warning);
  }
  svg.symbol.information {
    color: var(--severity-information);
  }
  /* The toolkit gives all buttons one border; some themes give that of the secondary ones a colour of its own. */
  al-button[appearance='secondary'] {
    --button-border: var(--vscode-button-secondaryBorder, var(--vscode-button-border, transparent));
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      transition: none !important;
      animation: none !important;
      scroll-behavior: auto !important;
    }
  }
`;

/**
 * Names of the page's own for what it takes from the theme; set once, on the root element. Those of results and severities
 * are the theme's colours before they are made legible (`applyLegibleColours`).
 */
export const themeColours = css`
  :host {
    --border: var(--vscode-contrastBorder, var(--vscode-panel-border, var(--vscode-widget-border, transparent)));
    --muted: var(--vscode-descriptionForeground, var(--vscode-foreground));
    --mono-size: calc(var(--vscode-font-size, 13px) * 0.94);
    ${unsafeCSS(
      resultGroups
        .map((group) => {
          const {
            variable,
            themeColours: [own, byDefault],
          } = resultAppearance[group];
          return `${variable}: var(--vscode-${own}, var(--vscode-${byDefault}, var(--vscode-foreground)));`;
        })
        .join('\n'),
    )}
    --severity-error: var(--vscode-editorError-foreground, var(--vscode-charts-red, var(--vscode-foreground)));
    --severity-warning: var(--vscode-editorWarning-foreground, var(--vscode-charts-yellow, var(--vscode-foreground)));
    --severity-information: var(--vscode-editorInfo-foreground, var(--vscode-charts-blue, var(--vscode-foreground)));
    --track: var(--vscode-editorWidget-background, transparent);
    --ground: var(--vscode-editor-background, transparent);
  }
`;
