import { html, nothing, type TemplateResult } from 'lit';
import type { ViewSettings } from '../../src/protocol/viewMessages.ts';
import { numberText } from '../base/format.ts';
import type { Choice } from './completions.ts';

interface ChoiceListOptions {
  readonly label: string;
  /** Its index; -1 for none. */
  readonly chosen: number;
  readonly settings: ViewSettings;
  readonly take: (choice: Choice) => void;
}

/** What drops down from the filter's input, which keeps the focus: a listbox with the ids `choices` and `choice-n`. */
export function choiceList(choices: readonly Choice[], { label, chosen, settings, take }: ChoiceListOptions): TemplateResult {
  return html`<div id="choices" class="drop" role="listbox" aria-label=${label} ?hidden=${choices.length === 0}>
    ${choices.map(
      (choice, index) =>
        html`<div
          id="choice-${index}"
          class="choice"
          role="option"
          aria-selected=${index === chosen}
          @pointerdown=${(event: Event) => {
            event.preventDefault();
            take(choice);
          }}
        >
          <span class="mono break">${choice.label}</span><span class="detail">${choice.detail}</span>
          ${choice.count === undefined ? nothing : html`<span class="number">${numberText(choice.count, settings)}</span>`}
        </div>`,
    )}
  </div>`;
}
