import * as l10n from '@vscode/l10n';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { live } from 'lit/directives/live.js';
import { parseQuery } from '../../src/core/query/parseQuery.ts';
import type { QueryError } from '../../src/core/query/queryError.ts';
import { numberText } from '../base/format.ts';
import { QueryController } from '../base/queryController.ts';
import { sharedStyles } from '../theme/sharedStyles.ts';
import { icon } from '../base/icons.ts';
import type { ViewContext } from '../base/viewContext.ts';
import { filterStyles } from './filterStyles.ts';
import { errorText } from './errorText.ts';
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
  };
  declare context: ViewContext;
  declare protected text: string;
  declare protected error: QueryError | undefined;
  declare protected caret: number;
  declare protected isOpen: boolean;
  declare protected chosen: number;

  /** The filter that was last sent or received; what differs from it is not yet applied. */
  #applied = '';
  /** The filter that the host sent last, and those sent since that it has not confirmed yet. */
  #reported = '';
  #sent: readonly string[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** When a key last changed the text, of the clock of events; undefined where the next one begins another step of the history. */
  #typedAt: number | undefined;
  #typing: 'begins' | 'continues' = 'begins';
  readonly #values = new QueryController(this, 'facets');
  /** The formats of the records, whose documented fields are offered. */
  readonly #formats = new QueryController(this, 'facets');

  constructor() {
    super();
    this.text = '';
    this.caret = 0;
    this.isOpen = false;
    this.chosen = -1;
    void whenOffered.then(() => this.requestUpdate());
  }

  static override styles = [sharedStyles, filterStyles];

  override focus(): void {
    this.#input()?.focus();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { query } = this.context.view.state;
    if (changed.has('context') && query !== this.#reported) {
      this.#follow(query);
    }
    const place = this.isOpen ? offered.valuePlace(this.text, this.caret) : undefined;
    this.#values.want(this.context, place && { query: '', field: place.field, limit: facetLimit });
    this.#formats.want(this.context, this.isOpen ? { query: '', field: 'format', limit: facetLimit } : undefined);
  }

  protected override render(): unknown {
    const choices = this.#choices();
    const isDropped = choices.length > 0;
    return html`
      <div class="box ${this.error === undefined ? '' : 'wrong'}">
        <input
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
          @blur=${() => (this.isOpen = false)}
        />
        ${
          this.text === ''
            ? nothing
            : html`<button class="icon" title=${l10n.t('Clear filter')} aria-label=${l10n.t('Clear filter')} @click=${this.#clear}>
                ${icon('clear')}
              </button>`
        }
      </div>
      <div id="choices" class="drop" role="listbox" aria-label=${l10n.t('Completions')} ?hidden=${!isDropped}>
        ${choices.map((choice, index) => this.#choice(choice, index))}
      </div>
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
      this.isOpen = false;
      clearTimeout(this.#timer);
    }
  }

  #choice(choice: Choice, index: number): unknown {
    return html`<div
      id="choice-${index}"
      class="choice"
      role="option"
      aria-selected=${index === this.chosen}
      @pointerdown=${(event: Event) => {
        event.preventDefault();
        this.#take(choice);
      }}
    >
      <span class="mono break">${choice.label}</span><span class="detail">${choice.detail}</span>
      ${choice.count === undefined ? nothing : html`<span class="number">${numberText(choice.count, this.context.settings)}</span>`}
    </div>`;
  }

  #choices(): readonly Choice[] {
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
    this.isOpen = true;
    this.chosen = -1;
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
    if (event.ctrlKey || event.metaKey) {
      return;
    }
    const choices = this.#choices();
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        event.preventDefault();
        if (!this.isOpen) {
          this.isOpen = true;
          this.chosen = -1;
        } else if (choices.length > 0) {
          const step = event.key === 'ArrowDown' ? 1 : -1;
          this.chosen = this.chosen < 0 ? (step > 0 ? 0 : choices.length - 1) : (this.chosen + step + choices.length) % choices.length;
        }
        break;
      }
      case 'Enter': {
        const choice = this.chosen < 0 ? undefined : choices[this.chosen];
        event.preventDefault();
        if (choice === undefined) {
          this.isOpen = false;
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
        this.isOpen = false;
        break;
    }
  }

  #take(choice: Choice): void {
    // A field or a function: its value or what it takes is still to be written.
    const isField = /(?:[:(]|, |< )$/.test(choice.insert);
    const rest = this.text.slice(choice.to);
    // What ends the choice may be there already.
    const after = /[:(),]/.test(rest.charAt(0)) && choice.insert.trimEnd().endsWith(rest.charAt(0)) ? rest.slice(1) : rest;
    const insert = isField || after !== '' ? choice.insert : `${choice.insert} `;
    this.text = this.text.slice(0, choice.from) + insert + after;
    this.caret = choice.from + insert.length;
    this.chosen = -1;
    this.isOpen = isField;
    this.error = isField ? undefined : errorOf(this.text);
    void this.updateComplete.then(() => this.#input()?.setSelectionRange(this.caret, this.caret));
    if (!isField) {
      this.#applyTyped(false);
    }
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
    this.#apply();
    this.focus();
  }

  /** Applies what was typed or completed, as a part of the newest step of the history while the user types. */
  #applyTyped(isDone: boolean): void {
    this.#apply(this.#typedAt === undefined ? undefined : this.#typing);
    if (isDone) {
      this.#typedAt = undefined;
    }
  }

  #apply(typing?: 'begins' | 'continues'): void {
    clearTimeout(this.#timer);
    this.error = errorOf(this.text);
    const query = this.text.trim();
    if (this.error === undefined && query !== this.#applied) {
      this.#applied = query;
      this.#sent = [...this.#sent, query];
      this.#typing = 'continues';
      this.context.link.intend({ kind: 'filter', query, ...(typing && { typing }) });
    }
  }
}

function errorOf(text: string): QueryError | undefined {
  const parsed = parseQuery(text);
  return parsed.ok ? undefined : parsed.error;
}
