import pinned from '@vscode/codicons/src/icons/pinned.svg';
import * as l10n from '@vscode/l10n';
import { html, LitElement, nothing } from 'lit';
import { formatQuery } from '../../src/core/query/formatQuery.ts';
import { demandsOf } from '../../src/core/query/editQuery.ts';
import { visibleText } from '../../src/protocol/visibleText.ts';
import { icon, pictureOf } from '../base/icons.ts';
import type { ViewContext } from '../base/viewContext.ts';
import { sharedStyles } from '../theme/sharedStyles.ts';
import { ChipDrag } from './chipDrag.ts';
import { chipMenu, openMenu } from './chipMenu.ts';
import { chipMenuStyles } from './chipMenuStyles.ts';
import { actsOf, afterAct, afterDrop, type Chip, type ChipAct, chipsOf } from './chipRow.ts';
import { chipStyles } from './chipStyles.ts';

const acts: Readonly<Record<string, ChipAct>> = { ' ': 'toggle', '-': 'invert', Delete: 'remove', Backspace: 'remove' };

/**
 * The terms of the filter as chips, each of which can be switched off, inverted, removed, pinned, and made an alternative of another
 * one. A toolbar with one tab stop: the arrow keys move from chip to chip.
 */
export class FilterChips extends LitElement {
  static override properties = { context: { attribute: false }, active: { state: true }, menu: { state: true } };
  declare context: ViewContext;
  /** The chip that the keyboard is on, or comes to. */
  declare protected active: number;
  /** The chip whose menu is open. */
  declare protected menu: number | undefined;
  /** Called when the last chip is removed, for the keyboard to go elsewhere. */
  onLeft: () => void = () => undefined;

  #chips: readonly Chip[] = [];
  /** Whether the keyboard is to be on the active chip once that is drawn. */
  #isFocusWanted = false;
  readonly #drag = new ChipDrag({
    chipAt: (x, y) => this.#chipAt(x, y),
    changed: () => this.requestUpdate(),
    drop: (from, onto) => this.#drop(from, onto),
  });

  constructor() {
    super();
    this.active = 0;
  }

  static override styles = [sharedStyles, chipStyles, chipMenuStyles];

  protected override willUpdate(): void {
    this.#chips = chipsOf(this.context.view.state);
    this.active = Math.max(0, Math.min(this.active, this.#chips.length - 1));
    if (this.menu !== undefined && this.menu >= this.#chips.length) {
      this.menu = undefined;
    }
  }

  protected override updated(): void {
    if (this.#isFocusWanted) {
      this.#isFocusWanted = false;
      this.#label(this.active)?.focus();
    }
  }

  protected override render(): unknown {
    const chip = this.menu === undefined ? undefined : this.#chips[this.menu];
    return html`<div class="chips" role="toolbar" aria-label=${l10n.t('Terms of the filter')} aria-orientation="horizontal">
        ${this.#chips.map((one, index) => this.#chip(one, index))}
      </div>
      <span id="hint" hidden
        >${l10n.t('Space switches the term off or on, minus excludes or includes it, Delete removes it, Shift+F10 opens its menu.')}</span
      >
      ${
        chip === undefined
          ? nothing
          : chipMenu({
              chip,
              acts: actsOf(this.#chips, chip),
              choose: (act) => this.#chosen(act),
              onClosed: () => this.#menuClosed(),
            })
      }`;
  }

  #chip(chip: Chip, index: number): unknown {
    const { kind, text, isInverted } = chip;
    const shown = visibleText(isInverted ? contraryOf(text) : text);
    const tip = kind === 'pinned' ? l10n.t('Pinned: {0}', text) : kind === 'off' ? l10n.t('Off: {0}', text) : text;
    const classes = `chip ${kind} ${this.#drag.dragged === index ? 'dragged' : ''} ${this.#drag.over === index ? 'over' : ''}`;
    return html`<div
      class=${classes}
      role="group"
      aria-label=${tip}
      data-index=${index}
      @contextmenu=${(event: Event) => {
        event.preventDefault();
        event.stopPropagation();
        void this.#openMenu(index);
      }}
    >
      ${
        kind === 'pinned'
          ? pictureOf(pinned)
          : html`<button
              class="sign"
              tabindex="-1"
              title=${isInverted ? l10n.t('Include') : l10n.t('Exclude')}
              aria-label=${isInverted ? l10n.t('Include {0}', shown) : l10n.t('Exclude {0}', shown)}
              @click=${() => this.#act(index, 'invert')}
            >
              ${isInverted ? '−' : '+'}
            </button>`
      }
      <button
        class="label mono cut"
        tabindex=${index === this.active ? 0 : -1}
        title=${tip}
        aria-label=${tip}
        aria-describedby="hint"
        aria-haspopup="menu"
        aria-pressed=${kind === 'pinned' ? nothing : kind === 'on'}
        @focus=${() => (this.active = index)}
        @keydown=${(event: KeyboardEvent) => this.#key(event, index)}
        @click=${() => this.#click(index)}
        @pointerdown=${(event: PointerEvent) => kind !== 'pinned' && this.#drag.begin(event, index)}
        @pointermove=${this.#drag.move}
        @pointerup=${this.#drag.end}
        @pointercancel=${this.#drag.cancel}
      >
        <bdi>${shown}</bdi>
      </button>
      <button
        class="icon"
        tabindex="-1"
        title=${kind === 'pinned' ? l10n.t('Unpin') : l10n.t('Remove')}
        aria-label=${kind === 'pinned' ? l10n.t('Unpin {0}', text) : l10n.t('Remove {0}', text)}
        @click=${() => this.#act(index, 'remove')}
      >
        ${icon('clear')}
      </button>
    </div>`;
  }

  #click(index: number): void {
    if (this.#drag.dragged !== undefined) {
      return;
    }
    if (this.#chips[index]?.kind === 'pinned') {
      void this.#openMenu(index);
    } else {
      this.#act(index, 'toggle');
    }
  }

  #key(event: KeyboardEvent, index: number): void {
    const act = this.#actOf(event, index);
    const last = this.#chips.length - 1;
    const next = { ArrowRight: Math.min(last, index + 1), ArrowLeft: Math.max(0, index - 1), Home: 0, End: last }[event.key];
    if (event.key === 'Escape' && this.#drag.dragged !== undefined) {
      this.#drag.cancel();
    } else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey) || (event.key === 'ArrowDown' && event.altKey)) {
      void this.#openMenu(index);
    } else if (act !== undefined) {
      this.#act(index, act);
    } else if (next !== undefined && !event.altKey && !event.ctrlKey && !event.metaKey) {
      this.#label(next)?.focus();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  #actOf({ key, altKey, ctrlKey, metaKey }: KeyboardEvent, index: number): ChipAct | undefined {
    const chip = this.#chips[index];
    if (chip === undefined || ctrlKey || metaKey) {
      return undefined;
    }
    const join = { ArrowLeft: 'joinPrevious', ArrowRight: 'joinNext' } as const;
    const act = altKey ? (key === 'ArrowLeft' || key === 'ArrowRight' ? join[key] : undefined) : acts[key];
    return act !== undefined && actsOf(this.#chips, chip).includes(act) ? act : undefined;
  }

  /** Does something with a chip; the keyboard stays on it, or on the one that takes its place. */
  #act(index: number, act: ChipAct): void {
    const chip = this.#chips[index];
    if (chip === undefined) {
      return;
    }
    this.active = act === 'joinPrevious' ? index - 1 : index;
    const isLast = this.#chips.length === 1 && act === 'remove';
    this.#isFocusWanted = !isLast;
    this.context.link.intend(afterAct(this.context.view.state, chip, act));
    if (isLast) {
      this.onLeft();
    }
  }

  #drop(from: number, onto: number): void {
    const [dragged, target] = [this.#chips[from], this.#chips[onto]];
    if (dragged !== undefined && target !== undefined) {
      this.active = from < onto ? onto - 1 : onto;
      this.context.link.intend(afterDrop(this.context.view.state, dragged, target));
    }
  }

  /** Pinned filters hold for themselves: no term becomes an alternative of one. */
  #chipAt(x: number, y: number): number | undefined {
    const chip = this.shadowRoot?.elementsFromPoint(x, y).find((element) => element.matches('.chip'));
    const index = chip instanceof HTMLElement ? Number(chip.dataset['index']) : undefined;
    return index !== undefined && this.#chips[index]?.kind !== 'pinned' ? index : undefined;
  }

  async #openMenu(index: number): Promise<void> {
    this.menu = index;
    this.active = index;
    await this.updateComplete;
    const menu = this.renderRoot.querySelector<HTMLElement>('.menu');
    const chip = this.renderRoot.querySelector(`.chip[data-index="${index}"]`);
    if (menu !== null && chip !== null) {
      openMenu(menu, chip.getBoundingClientRect());
    }
  }

  #chosen(act: ChipAct): void {
    const index = this.menu;
    this.menu = undefined;
    if (index !== undefined) {
      this.#act(index, act);
    }
  }

  #menuClosed(): void {
    if (this.menu !== undefined) {
      this.menu = undefined;
      this.#isFocusWanted = true;
    }
  }

  #label(index: number): HTMLElement | null {
    return this.renderRoot.querySelector(`.chip[data-index="${index}"] .label`);
  }
}

/** What a negation denies. */
function contraryOf(text: string): string {
  const [demand] = demandsOf(text);
  return demand?.kind === 'not' ? formatQuery(demand.item) : text;
}
