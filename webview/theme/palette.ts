import { resultGroups, type ResultGroup } from '../../src/core/record/results.ts';
import { resultAppearance } from './resultAppearance.ts';
import { themeReader } from './themeReader.ts';

/** Colours that the canvas draws with, resolved: a canvas knows no CSS variables. */
export interface Palette {
  readonly groups: Readonly<Record<ResultGroup, string>>;
  /** Of the bars of states, one for each of those who began them. */
  readonly states: readonly string[];
  readonly text: string;
  readonly muted: string;
  readonly background: string;
  readonly brush: string;
  readonly brushEdge: string;
  readonly cursor: string;
}

/** Reads the theme as it is now at an element: results have the colours that legends and lists show. */
export function resolvePalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const read = themeReader();
  const foreground = read('foreground') || style.color;
  const value = (name: string) => read(name) || foreground;
  const groupColour = (group: ResultGroup) => style.getPropertyValue(resultAppearance[group].variable).trim() || foreground;
  return {
    groups: Object.fromEntries(resultGroups.map((group) => [group, groupColour(group)])) as Record<ResultGroup, string>,
    states: ['charts-blue', 'charts-purple', 'charts-orange', 'terminal-ansiCyan', 'terminal-ansiMagenta'].map(value),
    text: foreground,
    muted: value('descriptionForeground'),
    background: read('editor-background') || 'transparent',
    brush: value('editor-selectionBackground'),
    brushEdge: value('focusBorder'),
    cursor: value('editorCursor-foreground'),
  };
}
