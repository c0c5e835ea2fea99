import { css, html, nothing, unsafeCSS, type TemplateResult } from 'lit';
import { resultGroups, type ResultGroup } from '../../src/core/record/results.ts';
import type { GroupCounts } from '../../src/protocol/answers/answer.ts';
import type { ViewSettings } from '../../src/protocol/viewMessages.ts';
import { cutName } from '../base/cutName.ts';
import { numberText } from '../base/format.ts';
import { resultAppearance } from '../theme/resultAppearance.ts';
import { groupName, groupSymbol } from '../base/symbols.ts';

/** A line of a list of values: name, a bar of its share by result, and the numbers. */
export interface CountLine {
  readonly name: TemplateResult | string;
  readonly count: number;
  readonly groups: GroupCounts;
  /** The count that fills the whole bar. */
  readonly most: number;
}

/** The results that are counted by themselves beside a total. */
export const countedGroups = ['clientError', 'failure'] as const satisfies readonly ResultGroup[];

export const countBarStyles = css`
  .count-line {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 54px minmax(36px, auto) minmax(42px, auto) minmax(42px, auto);
    gap: 8px;
    align-items: center;
    min-height: 22px;
  }
  /* Names are what is read first: where there is little room, the bar gives way, though it never goes. */
  @container count-lines (max-width: 300px) {
    .count-line {
      grid-template-columns: minmax(0, 1fr) 24px minmax(24px, auto) minmax(30px, auto) minmax(30px, auto);
      gap: 6px;
    }
  }
  .count-line .name {
    display: flex;
    min-width: 0;
  }
  .track {
    display: flex;
    height: 7px;
    border-radius: 2px;
    overflow: hidden;
    background: var(--track);
    border: 1px solid var(--vscode-contrastBorder, transparent);
  }
  ${unsafeCSS(resultGroups.map((group) => `.track .${group} { background: ${barBackground(group)}; }`).join('\n'))}
  @media (forced-colors: active) {
    .track {
      forced-color-adjust: none;
      background: Canvas;
      border-color: CanvasText;
    }
  }
`;

/** The colour and the pattern that bars of the group have in charts. */
function barBackground(group: ResultGroup): string {
  const { variable, pattern } = resultAppearance[group];
  switch (pattern) {
    case 'solid':
      return `var(${variable})`;
    case 'hatched':
      return `repeating-linear-gradient(135deg, var(${variable}) 0 3px, var(--ground) 3px 3.8px)`;
    case 'striped':
      return `repeating-linear-gradient(90deg, var(${variable}) 0 3px, var(--ground) 3px 4px)`;
  }
}

/** The name of a line as a link; `classes` are added to those of links. */
export function nameLink(name: string, title: string, act: () => void, classes = ''): TemplateResult {
  return html`<button class="link cut-middle ${classes}" title=${title} aria-label=${name} @click=${act}>${cutName(name)}</button>`;
}

export function countLine({ name, count, groups, most }: CountLine, settings: ViewSettings): TemplateResult {
  const present = resultGroups.filter((group) => groups[group] > 0);
  return html`<div class="count-line">
    <span class="name">${name}</span>
    <span class="track" aria-hidden="true"
      >${present.map((group) => html`<span class=${group} .style=${`width:${(groups[group] / most) * 100}%;min-width:2px`}></span>`)}</span
    >
    <span class="number">${numberText(count, settings)}</span>
    ${countedGroups.map((group) => html`<span class="number">${groupCount(group, groups[group], settings)}</span>`)}
  </div>`;
}

/** How many records have a result, with its symbol; nothing where none has. */
export function groupCount(group: ResultGroup, count: number, settings: ViewSettings): unknown {
  return count === 0
    ? nothing
    : html`<span title=${groupName(group)}
        >${groupSymbol(group)}<span class="hidden-visually">${groupName(group)}</span> ${numberText(count, settings)}</span
      >`;
}
