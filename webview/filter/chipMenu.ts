import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit';
import type { Chip, ChipAct } from './chipRow.ts';

interface ChipMenuOptions {
  readonly chip: Chip;
  readonly acts: readonly ChipAct[];
  readonly choose: (act: ChipAct) => void;
  /** Called when the menu is left without a choice, by Escape or a click elsewhere. */
  readonly onClosed: () => void;
}

/** The menu of a chip, in the top layer: `openMenu` shows it. */
export function chipMenu({ chip, acts, choose, onClosed }: ChipMenuOptions): TemplateResult {
  return html`<div
    class="menu"
    role="menu"
    popover="auto"
    aria-label=${l10n.t('Actions for {0}', chip.text)}
    @keydown=${moveInMenu}
    @toggle=${(event: ToggleEvent) => event.newState === 'closed' && onClosed()}
  >
    ${acts.map(
      (act) =>
        html`<button class="item" role="menuitem" tabindex="-1" @click=${() => choose(act)}>
          <span>${actTitle(act, chip)}</span><span class="key" aria-hidden="true">${keyOf(act)}</span>
        </button>`,
    )}
  </div>`;
}

/** Shows the menu below a chip, within the page, and moves the keyboard to its first item. */
export function openMenu(menu: HTMLElement, chip: DOMRect): void {
  menu.showPopover();
  const { width, height } = menu.getBoundingClientRect();
  menu.style.left = `${Math.max(4, Math.min(chip.left, innerWidth - width - 4))}px`;
  menu.style.top = `${chip.bottom + height + 4 > innerHeight ? Math.max(4, chip.top - height - 2) : chip.bottom + 2}px`;
  menu.querySelector<HTMLElement>('[role=menuitem]')?.focus();
}

function moveInMenu(event: KeyboardEvent): void {
  const menu = event.currentTarget as HTMLElement;
  const items = [...menu.querySelectorAll<HTMLElement>('[role=menuitem]')];
  const at = items.findIndex((item) => item.matches(':focus'));
  const next = { ArrowDown: at + 1, ArrowUp: at - 1 + items.length, Home: 0, End: items.length - 1 }[event.key];
  if (next !== undefined) {
    event.preventDefault();
    items[next % items.length]?.focus();
  } else if (event.key === 'Escape' || event.key === 'Tab') {
    // Escape is for the menu alone: a search goes on.
    event.preventDefault();
    menu.hidePopover();
  }
  event.stopPropagation();
}

function actTitle(act: ChipAct, { kind, isInverted }: Chip): string {
  switch (act) {
    case 'toggle':
      return kind === 'off' ? l10n.t('Switch on') : l10n.t('Switch off');
    case 'invert':
      return isInverted ? l10n.t('Include') : l10n.t('Exclude');
    case 'joinPrevious':
      return l10n.t('Or with previous');
    case 'joinNext':
      return l10n.t('Or with next');
    case 'split':
      return l10n.t('Split alternatives');
    case 'pin':
      return l10n.t('Pin');
    case 'unpin':
      return l10n.t('Unpin to filter');
    case 'remove':
      return l10n.t('Remove');
  }
}

function keyOf(act: ChipAct): string {
  switch (act) {
    case 'toggle':
      return l10n.t('Space');
    case 'invert':
      return '−';
    case 'remove':
      return l10n.t('Delete');
    case 'joinPrevious':
      return 'Alt+←';
    case 'joinNext':
      return 'Alt+→';
    case 'pin':
    case 'unpin':
    case 'split':
      return '';
  }
}
