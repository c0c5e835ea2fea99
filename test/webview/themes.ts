import { readFileSync } from 'node:fs';
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

type DefaultOf = 'dark' | 'light' | 'highContrast' | 'highContrastLight';

interface OwnColour {
  readonly id: string;
  readonly defaults: Readonly<Record<DefaultOf, string>>;
}

const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  readonly contributes: { readonly colors: readonly OwnColour[] };
};

/** A theme with the colours that the extension contributes, which are those of the theme by default. */
function withOwn(kind: DefaultOf, theme: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const nameOf = (id: string): string => id.replaceAll('.', '-');
  const own = manifest.contributes.colors.map(({ id, defaults }) => [nameOf(id), theme[nameOf(defaults[kind])] ?? ''] as const);
  return { ...fonts, ...theme, ...Object.fromEntries(own) };
}

export const themes: Readonly<Record<ThemeName, Theme>> = {
  dark: { kind: 'vscode-dark', variables: withOwn('dark', dark) },
  light: { kind: 'vscode-light', variables: withOwn('light', light) },
  highContrast: { kind: 'vscode-high-contrast', variables: withOwn('highContrast', highContrast) },
  highContrastLight: {
    kind: 'vscode-high-contrast-light vscode-high-contrast',
    variables: withOwn('highContrastLight', highContrastLight),
  },
  dark2026: { kind: 'vscode-dark', variables: withOwn('dark', dark2026) },
  light2026: { kind: 'vscode-light', variables: withOwn('light', light2026) },
};
