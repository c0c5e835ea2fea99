/**
 * The one place that knows `@vscode/webview-ui-toolkit`. Elements are registered as `al-button` and so on; nothing else of the page
 * imports the toolkit, so that it can be replaced here alone. It is loaded on demand, with the first parts that need it: until then the
 * styles that all parts share give its buttons their place and look.
 *
 * Only what is registered is bundled, by the modules of the controls: the package's own minified bundle takes 41 KB gzipped. The
 * toolkit reads its theme from the page at the window's `load` event and keeps its default dark colours for ever if that has passed:
 * hence the event sent once more where the script came late.
 */
import { html } from '@microsoft/fast-element';
import { vsCodeBadge } from '@vscode/webview-ui-toolkit/dist/badge/index.js';
import { vsCodeButton } from '@vscode/webview-ui-toolkit/dist/button/index.js';
import { vsCodeCheckbox } from '@vscode/webview-ui-toolkit/dist/checkbox/index.js';
import { vsCodeDataGrid, vsCodeDataGridCell, vsCodeDataGridRow } from '@vscode/webview-ui-toolkit/dist/data-grid/index.js';
import { vsCodeDropdown } from '@vscode/webview-ui-toolkit/dist/dropdown/index.js';
import { vsCodeLink } from '@vscode/webview-ui-toolkit/dist/link/index.js';
import { vsCodeOption } from '@vscode/webview-ui-toolkit/dist/option/index.js';
import { vsCodePanels, vsCodePanelTab, vsCodePanelView } from '@vscode/webview-ui-toolkit/dist/panels/index.js';
import { vsCodeProgressRing } from '@vscode/webview-ui-toolkit/dist/progress-ring/index.js';
import { vsCodeTextField } from '@vscode/webview-ui-toolkit/dist/text-field/index.js';
import { provideVSCodeDesignSystem } from '@vscode/webview-ui-toolkit/dist/vscode-design-system.js';

/** The badge's own template sets a style attribute, which the page's security policy refuses and reports. */
const badgeTemplate = html`<div class="control" part="control"><slot></slot></div>`;

export function registerControls(): void {
  provideVSCodeDesignSystem()
    .withPrefix('al')
    .register(
      vsCodeBadge({ template: badgeTemplate }),
      vsCodeButton(),
      vsCodeCheckbox(),
      vsCodeDataGrid(),
      vsCodeDataGridCell(),
      vsCodeDataGridRow(),
      vsCodeDropdown(),
      vsCodeLink(),
      vsCodeOption(),
      vsCodePanels(),
      vsCodePanelTab(),
      vsCodePanelView(),
      vsCodeProgressRing(),
      vsCodeTextField(),
    );
  if (document.readyState === 'complete') {
    // VS Code waits for the same event to show the page, and takes its target for the document that is ready, which that
    // of the browser's own event is: an event of another target would leave the page invisible for ever.
    const loaded = new Event('load');
    Object.defineProperty(loaded, 'target', { value: document });
    window.dispatchEvent(loaded);
  }
}
