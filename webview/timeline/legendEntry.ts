import { html, type TemplateResult } from 'lit';
import type { ViewSettings } from '../../src/protocol/viewMessages.ts';
import { numberText } from '../base/format.ts';

/** What a legend says of one part of the bars. */
export interface LegendEntry {
  readonly symbol: TemplateResult;
  readonly name: string;
  readonly count: number;
}

/** A part as a switch of the filter. */
export function legendSwitch(
  entry: LegendEntry,
  isChosen: boolean,
  title: string,
  toggle: () => void,
  settings: ViewSettings,
): TemplateResult {
  return html`<button class="group" aria-pressed=${isChosen} title=${title} @click=${toggle}>${entryContent(entry, settings)}</button>`;
}

/** A part that no filter stands for. */
export function legendLine(entry: LegendEntry, settings: ViewSettings): TemplateResult {
  return html`<span class="group">${entryContent(entry, settings)}</span>`;
}

function entryContent({ symbol, name, count }: LegendEntry, settings: ViewSettings): TemplateResult {
  return html`${symbol}<span class="cut">${name}</span><span class="number">${numberText(count, settings)}</span>`;
}
