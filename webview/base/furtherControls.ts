/**
 * The controls of `@vscode/webview-ui-toolkit` that only parts loaded on demand show. They are registered beside those of
 * `controls.ts`, under the same prefix, before the first of these parts is defined.
 */
import { vsCodeCheckbox } from '@vscode/webview-ui-toolkit/dist/checkbox/index.js';
import { vsCodeDataGrid, vsCodeDataGridCell, vsCodeDataGridRow } from '@vscode/webview-ui-toolkit/dist/data-grid/index.js';
import { vsCodeDropdown } from '@vscode/webview-ui-toolkit/dist/dropdown/index.js';
import { vsCodeLink } from '@vscode/webview-ui-toolkit/dist/link/index.js';
import { vsCodeOption } from '@vscode/webview-ui-toolkit/dist/option/index.js';
import { vsCodePanels, vsCodePanelTab, vsCodePanelView } from '@vscode/webview-ui-toolkit/dist/panels/index.js';
import { vsCodeTextField } from '@vscode/webview-ui-toolkit/dist/text-field/index.js';
import { provideVSCodeDesignSystem } from '@vscode/webview-ui-toolkit/dist/vscode-design-system.js';

export function registerFurtherControls(): void {
  provideVSCodeDesignSystem()
    .withPrefix('al')
    .register(
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
      vsCodeTextField(),
    );
}
