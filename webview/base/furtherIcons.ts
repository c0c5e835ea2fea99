import down from '@vscode/codicons/src/icons/chevron-down.svg';
import previous from '@vscode/codicons/src/icons/chevron-left.svg';
import next from '@vscode/codicons/src/icons/chevron-right.svg';
import up from '@vscode/codicons/src/icons/chevron-up.svg';
import below from '@vscode/codicons/src/icons/layout-panel.svg';
import right from '@vscode/codicons/src/icons/layout-sidebar-right.svg';
import search from '@vscode/codicons/src/icons/search.svg';
import type { TemplateResult } from 'lit';
import { pictureOf } from './icons.ts';

/** Icons that only parts have which are loaded on demand. */
const icons = { below, down, next, previous, right, search, up } as const;

/** An icon as {@link icon} gives it. */
export function furtherIcon(name: keyof typeof icons): TemplateResult {
  return pictureOf(icons[name]);
}
