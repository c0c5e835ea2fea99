import { resultGroups, type ResultGroup } from '../../src/core/record/results.ts';
import { resultAppearance } from './resultAppearance.ts';
import { seriesAppearance } from './seriesAppearance.ts';
import { themeReader } from './themeReader.ts';

/** Colours that the canvas draws with, resolved: a canvas knows no CSS variables. */
export interface Palette {
  readonly groups: Readonly<Record<ResultGroup, string>>;
  /** Of the values of a field, and last of all other records. */
  readonly series: readonly string[];
  /** Of the bars of states, one for each of those who began them. */
  readonly states: readonly string[];
  /** Whether colours are few, so that series are told apart by patterns too. */
  readonly hasPatterns: boolean;
  readonly warning: string;
  readonly text: string;
  readonly muted: string;
  readonly background: string;
  readonly brush: string;
  readonly brushEdge: string;
  readonly cursor: string;
}

/** What the extension's own colours of lanes are by default, in their order. */
const stateColours = ['charts-blue', 'charts-purple', 'symbolIcon-classForeground', 'terminal-ansiCyan', 'terminal-ansiMagenta'];

/** Reads the theme as it is now at an element: results have the colours that legends and lists show. */
export function resolvePalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const read = themeReader();
  const foreground = read('foreground') || style.color;
  const value = (name: string) => read(name) || foreground;
  const own = (variable: string) => style.getPropertyValue(variable).trim() || foreground;
  return {
    states: stateColours.map((byDefault, index) => read(`auditLog-lane-${index + 1}`) || value(byDefault)),
    series: seriesAppearance.map(({ variable }) => own(variable)),
    groups: Object.fromEntries(resultGroups.map((group) => [group, own(resultAppearance[group].variable)])) as Record<ResultGroup, string>,
    hasPatterns: matchMedia('(forced-colors: active)').matches || document.body.classList.contains('vscode-high-contrast'),
    warning: own('--severity-warning'),
    text: foreground,
    muted: value('descriptionForeground'),
    background: read('editor-background') || 'transparent',
    brush: value('editor-selectionBackground'),
    brushEdge: value('focusBorder'),
    cursor: value('editorCursor-foreground'),
  };
}
