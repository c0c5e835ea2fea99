import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { fieldValuesOf, literalTerm, withFieldValues } from '../../src/core/query/editQuery.ts';
import { excludedValuesOf, withExcludedValues, withOnlyValue } from '../../src/core/query/excludeValues.ts';
import type { FacetValue } from '../../src/protocol/answers/facets.ts';
import { menuPlace } from '../base/contextMenu.ts';
import { icon } from '../base/icons.ts';
import { cutName } from '../base/cutName.ts';
import { named } from '../base/named.ts';
import type { ViewContext } from '../base/viewContext.ts';
import { valueName } from '../chart/barParts.ts';
import { countLine } from '../drilldown/countBar.ts';
import { valueMarks } from './valueMarks.ts';

/** What lines of values have in common. */
export interface ValueLines {
  /** The largest of the counts. */
  readonly most: number;
  /** Whether the values are of some records only, so that one may be new among them. */
  readonly isFiltered: boolean;
}

/** A value with its counts: it is demanded beside others, demanded alone, or left out, by mouse and by key. */
export function valueLine(context: ViewContext, field: string, entry: FacetValue, { most, isFiltered }: ValueLines): TemplateResult {
  const { view, settings, link } = context;
  const { query } = view.state;
  const { value } = entry;
  const demanded = fieldValuesOf(query, field);
  const excluded = excludedValuesOf(query, field);
  const [isDemanded, isExcluded] = [demanded.includes(value), excluded.includes(value)];
  const filter = (changed: string): void => link.intend({ kind: 'filter', query: changed });
  const toggle = (): void => {
    if (isExcluded) {
      exclude();
    } else {
      filter(withFieldValues(query, field, without(demanded, value, isDemanded)));
    }
  };
  const exclude = (): void => {
    const others = withFieldValues(query, field, without(demanded, value, true));
    filter(withExcludedValues(others, field, without(excluded, value, isExcluded)));
  };
  const only = (): void => filter(withOnlyValue(query, field, value));
  const key = (event: KeyboardEvent): void => {
    const act = ({ f: only, F: exclude, Enter: toggle, ' ': toggle } as const)[event.key];
    if (act !== undefined && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      act();
    }
  };
  const text = valueName(value);
  const title = isExcluded ? l10n.t('{0}: left out', text) : text;
  // It is checked as the filter says, which a click may leave as it was: one on a value that is left out only takes it back in. The
  // toolkit reports a change also where the page makes it.
  const name = html`<al-checkbox
    ${named(isExcluded ? l10n.t('{0}: left out', text) : text)}
    title=${title}
    aria-describedby="keys"
    .checked=${live(isDemanded)}
    @click=${toggle}
    @keydown=${key}
    ><span class="cut-middle">${cutName(text)}</span></al-checkbox
  >`;
  const menu = value === null ? nothing : menuPlace({ auditLogPlace: 'field', field, fieldFilter: literalTerm(field, value) });
  return html`<li class=${isExcluded ? 'excluded' : ''} data-menu=${menu}>
    ${countLine({ ...entry, name: html`${name} ${valueMarks(entry, isFiltered, context)}`, most }, settings)}
    <span class="acts">
      ${action(l10n.t('Only {0}', text), 'filter', only)}
      ${action(isExcluded ? l10n.t('Show {0} again', text) : l10n.t('Leave out {0}', text), 'clear', exclude)}
    </span>
  </li>`;
}

/** Keys do the same, so that these are no stops of the Tab key. */
function action(name: string, picture: 'filter' | 'clear', act: () => void): TemplateResult {
  return html`<button class="icon" tabindex="-1" title=${name} aria-label=${name} @click=${act}>${icon(picture)}</button>`;
}

/** The values with one added, or without it. */
function without(values: readonly (string | null)[], value: string | null, isTaken: boolean): readonly (string | null)[] {
  return isTaken ? values.filter((one) => one !== value) : [...values, value];
}
