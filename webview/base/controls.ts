/**
 * With `furtherControls.ts` the one place that knows `@vscode/webview-ui-toolkit`. Elements are registered as `al-button` and so
 * on; nothing else of the page imports the toolkit, so that it can be replaced here alone. These are the controls that the page
 * starts with.
 *
 * Only what is registered is bundled: three controls by name from the package's entry take 23 KB gzipped, the package's
 * own minified bundle always 41. The toolkit reads its theme from the page at the window's `load` event and keeps its
 * default dark colours for ever if that has passed: hence the static import, and the event sent once more where the
 * script came late.
 */
import { html } from '@microsoft/fast-element';
import { vsCodeBadge } from '@vscode/webview-ui-toolkit/dist/badge/index.js';
import { vsCodeButton } from '@vscode/webview-ui-toolkit/dist/button/index.js';
import { vsCodeProgressRing } from '@vscode/webview-ui-toolkit/dist/progress-ring/index.js';
import { provideVSCodeDesignSystem } from '@vscode/webview-ui-toolkit/dist/vscode-design-system.js';

/** The badge's own template sets a style attribute, which the page's security policy refuses and reports. */
const badgeTemplate = html`<div class="control" part="control"><slot></slot></div>`;

export function registerControls(): void {
  provideVSCodeDesignSystem()
    .withPrefix('al')
    .register(vsCodeBadge({ template: badgeTemplate }), vsCodeButton(), vsCodeProgressRing());
  if (document.readyState === 'complete') {
    // VS Code waits for the same event to show the page, and takes its target for the document that is ready, which that
    // of the browser's own event is: an event of another target would leave the page invisible for ever.
    const loaded = new Event('load');
    Object.defineProperty(loaded, 'target', { value: document });
    window.dispatchEvent(loaded);
  }
}
