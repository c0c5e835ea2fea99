import add from '@vscode/codicons/src/icons/add.svg';
import back from '@vscode/codicons/src/icons/arrow-left.svg';
import forward from '@vscode/codicons/src/icons/arrow-right.svg';
import clear from '@vscode/codicons/src/icons/close.svg';
import filter from '@vscode/codicons/src/icons/filter.svg';
import history from '@vscode/codicons/src/icons/history.svg';
import lanes from '@vscode/codicons/src/icons/list-tree.svg';
import whole from '@vscode/codicons/src/icons/screen-full.svg';
import table from '@vscode/codicons/src/icons/table.svg';
import zoomIn from '@vscode/codicons/src/icons/zoom-in.svg';
import zoomOut from '@vscode/codicons/src/icons/zoom-out.svg';
import { svg, type TemplateResult } from 'lit';

/** VS Code's own icons, as the text of their SVG files: no font to load, and no exception in the security policy. */
const icons = { add, back, clear, filter, forward, history, lanes, table, whole, zoomIn, zoomOut } as const;

export type IconName = keyof typeof icons;

/** An icon of 16 pixels in the color of the text, for a button, which must have a name of its own. */
export function icon(name: IconName): TemplateResult {
  return pictureOf(icons[name]);
}

/** The icon that an SVG file of VS Code's holds. */
export function pictureOf(source: string): TemplateResult {
  return picture(pathOf(source));
}

/** An outline on a square of 16 units as such an icon. */
export function picture(outline: string): TemplateResult {
  return svg`<svg class="picture" width="16" height="16" viewBox="0 0 16 16" fill="currentColor" aria-hidden="true"><path d=${outline} /></svg>`;
}

/** Each icon is one path on a square of 16 units: its outline is all that is taken from the file. */
function pathOf(source: string): string {
  return /\bd="([^"]+)"/.exec(source)?.[1] ?? '';
}
