import { resultGroups, type ResultGroup } from '../../src/core/record/results.ts';

/** Colours that the canvas draws with, resolved: a canvas knows no CSS variables. */
export interface Palette {
  readonly groups: Readonly<Record<ResultGroup, string>>;
  readonly text: string;
  readonly muted: string;
  readonly background: string;
  readonly brush: string;
  readonly brushEdge: string;
  readonly cursor: string;
}

const groupVariables: Readonly<Record<ResultGroup, string>> = {
  success: '--result-success',
  clientError: '--result-client-error',
  failure: '--result-failure',
  other: '--result-other',
};

/** Reads the theme as it stands now at an element. */
export function resolvePalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const foreground = style.getPropertyValue('--vscode-foreground').trim() || style.color;
  const value = (variable: string) => style.getPropertyValue(variable).trim() || foreground;
  return {
    groups: Object.fromEntries(resultGroups.map((group) => [group, value(groupVariables[group])])) as Record<ResultGroup, string>,
    text: foreground,
    muted: value('--muted'),
    background: style.getPropertyValue('--vscode-editor-background').trim() || 'transparent',
    brush: value('--vscode-editor-selectionBackground'),
    brushEdge: value('--vscode-focusBorder'),
    cursor: value('--vscode-editorCursor-foreground'),
  };
}

/** Calls back whenever VS Code changes the theme, which it does by the classes of the body and the variables of the root. */
export function watchTheme(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.body, { attributes: true, attributeFilter: ['class', 'data-vscode-theme-id'] });
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style'] });
  return () => observer.disconnect();
}
