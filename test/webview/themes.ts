import { dark } from './themes/dark.ts';
import { dark2026 } from './themes/dark2026.ts';
import { highContrast } from './themes/highContrast.ts';
import { highContrastLight } from './themes/highContrastLight.ts';
import { light } from './themes/light.ts';
import { light2026 } from './themes/light2026.ts';

/** VS Code's default themes: the variables that the page reads, as a webview is given them. */
export type ThemeName = 'dark' | 'light' | 'highContrast' | 'highContrastLight' | 'dark2026' | 'light2026';

interface Theme {
  /** Class of the body, as VS Code sets it. */
  readonly kind: string;
  readonly variables: Readonly<Record<string, string>>;
}

const fonts = {
  'font-family': 'system-ui, "Ubuntu", "Droid Sans", sans-serif',
  'font-size': '13px',
  'editor-font-family': '"Droid Sans Mono", monospace',
  'editor-font-size': '14px',
};

export const themes: Readonly<Record<ThemeName, Theme>> = {
  dark: { kind: 'vscode-dark', variables: { ...fonts, ...dark } },
  light: { kind: 'vscode-light', variables: { ...fonts, ...light } },
  highContrast: { kind: 'vscode-high-contrast', variables: { ...fonts, ...highContrast } },
  highContrastLight: { kind: 'vscode-high-contrast-light vscode-high-contrast', variables: { ...fonts, ...highContrastLight } },
  dark2026: { kind: 'vscode-dark', variables: { ...fonts, ...dark2026 } },
  light2026: { kind: 'vscode-light', variables: { ...fonts, ...light2026 } },
};
