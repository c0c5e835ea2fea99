import * as l10n from '@vscode/l10n';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { live } from 'lit/directives/live.js';
import { parseQuery } from '../../src/core/query/parseQuery.ts';
import type { QueryError } from '../../src/core/query/queryError.ts';
import type { ViewState } from '../../src/protocol/viewMessages.ts';
import { QueryController } from '../base/queryController.ts';
import { sharedStyles } from '../theme/sharedStyles.ts';
import { icon } from '../base/icons.ts';
import type { ViewContext } from '../base/viewContext.ts';
import { filterStyles } from './filterStyles.ts';
import { choiceList } from './choiceList.ts';
import { errorText } from './errorText.ts';
import { takenChoice } from './takenChoice.ts';
import { TextLayer } from './textLayer.ts';
import { textLayerStyles } from './textLayerStyles.ts';
import { typingPause } from './typingPause.ts';
import type { Choice } from './completions.ts';
import { offered, whenOffered } from './offeredChoices.ts';

/** How long typing must rest for the next key to begin another step of the history. Milliseconds. */
const stepPause = 2000;
const facetLimit = 200;

/**
 * The filter: a text box with completions (the ARIA combobox pattern) and errors shown in place.
 *
 * Its own input and not the toolkit's text field, because a listbox and the input that controls it must share a shadow
 * root for a screen reader to connect them.
 */
export class FilterBox extends LitElement {
  static override properties = {
    context: { attribute: false },
    text: { state: true },
    error: { state: true },
    caret: { state: true },
    isOpen: { state: true },
    chosen: { state: true },
    isRecalling: { state: true },
  };
  declare context: ViewContext;
  declare protected text: string;
  declare protected error: QueryError | undefined;
  declare protected caret: number;
  declare protected isOpen: boolean;
  declare protected chosen: number;
  /** Whether the list that is open offers filters used before, in place of what can be written at the caret. */
  declare protected isRecalling: boolean;

  /** The filter that was last sent or received; what differs from it is not yet applied. */
  #applied = '';
  /** The filter that the host sent last, and those sent since that it has not confirmed yet. */
  #reported = '';
  #sent: readonly string[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** When a key last changed the text, of the clock of events; undefined where the next one begins another step of the history. */
  #typedAt: number | undefined;
  #typing: 'begins' | 'continues' = 'begins';
  readonly #layer = new TextLayer(this);
  readonly #values = new QueryController(this, 'facets');
  /** The formats of the records, whose documented fields are offered. */
  readonly #formats = new QueryController(this, 'facets');

  constructor() {
    super();
    this.text = '';
    this.caret = 0;
    this.isOpen = false;
    this.chosen = -1;
    this.isRecalling = false;
    void whenOffered.then(() => this.requestUpdate());
  }

  static override styles = [sharedStyles, filterStyles, textLayerStyles];

  override focus(): void {
    this.#input()?.focus();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { query } = this.context.view.state;
    if (changed.has('context') && query !== this.#reported) {
      this.#follow(query);
    }
    const isCompleting = this.isOpen && !this.isRecalling;
    const place = isCompleting ? offered.valuePlace(this.text, this.caret) : undefined;
    this.#values.want(this.context, place && { query: '', field: place.field, limit: facetLimit });
    this.#formats.want(this.context, isCompleting ? { query: '', field: 'format', limit: facetLimit } : undefined);
  }

  protected override render(): unknown {
    const choices = this.#choices();
    const isDropped = choices.length > 0;
    return html`
      <div class="box ${this.error === undefined ? '' : 'wrong'}">
        <div class="text">
          ${this.#layer.render(this.text, this.error?.span)}
          <input
            class=${this.#layer.isShown ? 'coloured' : ''}
            type="text"
            role="combobox"
            spellcheck="false"
            autocomplete="off"
            autocapitalize="off"
            aria-label=${l10n.t('Filter')}
            aria-autocomplete="list"
            aria-expanded=${isDropped}
            aria-controls="choices"
            aria-activedescendant=${isDropped && this.chosen >= 0 ? `choice-${this.chosen}` : nothing}
            aria-invalid=${this.error !== undefined}
            aria-describedby="error"
            placeholder=${l10n.t('Filter, such as operation:SetCurrentPolicy -resultGroup:success')}
            .value=${live(this.text)}
            @input=${this.#typed}
            @keydown=${this.#key}
            @keyup=${this.#moved}
            @click=${this.#moved}
            @scroll=${this.#layer.follow}
            @compositionstart=${this.#layer.compose}
            @compositionend=${this.#layer.compose}
            @blur=${this.#close}
          />
        </div>
        ${
          this.context.recentFilters.length === 0
            ? nothing
            : html`<button
                class="icon"
                title=${l10n.t('Recent filters (Alt+Down)')}
                aria-label=${l10n.t('Recent filters')}
                @pointerdown=${(event: Event) => event.preventDefault()}
                @click=${this.#toggleRecent}
              >
                ${icon('history')}
              </button>`
        }
        ${
          this.text === ''
            ? nothing
            : html`<button class="icon" title=${l10n.t('Clear filter')} aria-label=${l10n.t('Clear filter')} @click=${this.#clear}>
                ${icon('clear')}
              </button>`
        }
      </div>
      ${choiceList(choices, {
        label: this.isRecalling ? l10n.t('Recent filters') : l10n.t('Completions'),
        chosen: this.chosen,
        settings: this.context.settings,
        take: (choice) => this.#take(choice),
      })}
      <div id="error" class="${this.error === undefined || isDropped ? 'hidden-visually' : 'drop error problem'}" role="status">
        ${this.error === undefined ? nothing : errorText(this.text, this.error, (wrong, name) => this.#replace(wrong, name))}
      </div>
    `;
  }

  /** Takes over a filter that was changed elsewhere: by a click, a command, or going back. One sent from here comes back. */
  #follow(query: string): void {
    this.#reported = query;
    const echo = this.#sent.indexOf(query);
    this.#sent = echo < 0 ? [] : this.#sent.slice(echo + 1);
    if (echo < 0) {
      this.#applied = query;
      this.text = query;
      this.error = errorOf(query);
      this.#close();
      clearTimeout(this.#timer);
    }
  }

  #choices(): readonly Choice[] {
    if (this.isOpen && this.isRecalling) {
      return offered.recentChoices(this.context.recentFilters, this.text);
    }
    const formats = (this.#formats.answer?.values ?? []).flatMap(({ value }) => value ?? []);
    return this.isOpen ? offered.choicesAt(this.text, this.caret, this.#values.answer?.values ?? [], formats) : [];
  }

  #input(): HTMLInputElement | null {
    return this.renderRoot.querySelector('input');
  }

  #typed(event: Event): void {
    const input = event.currentTarget as HTMLInputElement;
    this.text = input.value;
    this.caret = input.selectionStart ?? input.value.length;
    this.#open(false);
    clearTimeout(this.#timer);
    if (this.#typedAt === undefined || event.timeStamp - this.#typedAt > stepPause) {
      this.#typing = 'begins';
    }
    this.#typedAt = event.timeStamp;
    const parsed = parseQuery(this.text);
    this.error = parsed.ok ? undefined : parsed.error;
    if (parsed.ok) {
      this.#timer = setTimeout(() => this.#applyTyped(false), typingPause(parsed.query, this.context.snapshot));
    }
  }

  #moved(): void {
    this.caret = this.#input()?.selectionStart ?? this.caret;
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.isComposing) {
      return;
    }
    const choices = this.#choices();
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        event.preventDefault();
        this.#arrow(event, choices.length);
        break;
      case 'Enter': {
        const choice = this.chosen < 0 ? undefined : choices[this.chosen];
        event.preventDefault();
        if (choice === undefined) {
          this.#close();
          this.#applyTyped(true);
        } else {
          this.#take(choice);
        }
        break;
      }
      case 'Escape':
        // A list that offers nothing is not seen, and the key is for the search that may run.
        if (choices.length > 0) {
          event.preventDefault();
        }
        this.#close();
        break;
    }
  }

  /** Opens the list, or moves in it. */
  #arrow({ key, altKey }: KeyboardEvent, count: number): void {
    const step = key === 'ArrowDown' ? 1 : -1;
    // Up from an empty box leads to what was there before, as in a terminal; elsewhere both arrows are for completion.
    const isRecalling = (altKey && step > 0) || (!this.isOpen && step < 0 && this.text === '');
    if (isRecalling && !this.isRecalling) {
      this.#open(true);
      // The newest one, also where what offers it is still loaded.
      this.chosen = 0;
    } else if (!this.isOpen) {
      this.#open(false);
    } else if (count > 0) {
      this.chosen = this.chosen < 0 ? (step > 0 ? 0 : count - 1) : (this.chosen + step + count) % count;
    }
  }

  #take(choice: Choice): void {
    const isWhole = this.isRecalling;
    const taken = takenChoice(this.text, choice);
    this.text = isWhole ? choice.insert : taken.text;
    this.caret = isWhole ? this.text.length : taken.caret;
    this.chosen = -1;
    this.isRecalling = false;
    this.isOpen = taken.isUnfinished && !isWhole;
    this.error = this.isOpen ? undefined : errorOf(this.text);
    void this.updateComplete.then(() => this.#input()?.setSelectionRange(this.caret, this.caret));
    if (isWhole) {
      this.#apply();
    } else if (!this.isOpen) {
      this.#applyTyped(false);
    }
  }

  #open(isRecalling: boolean): void {
    this.isOpen = true;
    this.isRecalling = isRecalling;
    this.chosen = -1;
  }

  #close(): void {
    this.isOpen = false;
    this.isRecalling = false;
  }

  #toggleRecent(): void {
    if (this.isOpen && this.isRecalling) {
      this.#close();
    } else {
      this.#open(true);
    }
    this.focus();
  }

  /** Puts a near name where a wrong one is. */
  #replace({ span }: QueryError, name: string): void {
    this.text = this.text.slice(0, span.start) + name + this.text.slice(span.end);
    this.#apply();
    this.focus();
  }

  #clear(): void {
    this.text = '';
    this.error = undefined;
    this.#apply(undefined, []);
    this.focus();
  }

  /** Applies what was typed or completed, as a part of the newest step of the history while the user types. */
  #applyTyped(isDone: boolean): void {
    this.#apply(this.#typedAt === undefined ? undefined : this.#typing);
    if (isDone) {
      this.#typedAt = undefined;
    }
  }

  #apply(typing?: 'begins' | 'continues', off?: ViewState['off']): void {
    clearTimeout(this.#timer);
    this.error = errorOf(this.text);
    const query = this.text.trim();
    if (this.error === undefined && query !== this.#applied) {
      this.#applied = query;
      this.#sent = [...this.#sent, query];
      this.#typing = 'continues';
      this.context.link.intend({ kind: 'filter', query, ...(typing && { typing }), ...(off && { off }) });
    }
  }
}

function errorOf(text: string): QueryError | undefined {
  const parsed = parseQuery(text);
  return parsed.ok ? undefined : parsed.error;
}
