import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { andTerm, literalTerm } from '../../src/core/query/editQuery.ts';
import { callerOf, pageTerm } from '../../src/core/query/pageQuery.ts';
import { type ResultGroup, resultGroups } from '../../src/core/record/results.ts';
import type { TimeSpan } from '../../src/core/timeline/timeSpan.ts';
import type { Profile } from '../../src/protocol/answers/profile.ts';
import type { ViewPage } from '../../src/protocol/viewMessages.ts';
import { recordedSpan } from '../chart/chartBuckets.ts';
import { numberText, ticksTimeText } from '../base/format.ts';
import { zoneName } from '../../src/protocol/zoneName.ts';
import { groupName, groupSymbol } from '../base/symbols.ts';
import type { ViewContext } from '../base/viewContext.ts';

/** Who or what a page is about, since when, and with what results; each result filters. @param onSpan Has the time axis show a stretch. */
export function profileHead(profile: Profile | undefined, context: ViewContext, onSpan: (span: TimeSpan) => void): TemplateResult {
  const { page, query } = context.view.state;
  const span = profile && recordedSpan(profile);
  return html`<header>
    <h2 class="title break" tabindex="-1">${pageName(page)}</h2>
    ${span === undefined ? nothing : html`<al-button appearance="secondary" @click=${() => onSpan(span)}>${l10n.t('Zoom to this time')}</al-button>`}
    <al-button
      appearance="secondary"
      @click=${() => context.link.intend({ kind: 'open', page: { kind: 'records' }, query: andTerm(query, pageTerm(page)) })}
      >${l10n.t('Show in timeline')}</al-button
    >
    ${
      profile === undefined
        ? nothing
        : html`<p class="muted">
            ${profileSpan(profile, context)} ${resultGroups.map((group) => groupLink(group, profile.groups[group], context))}
          </p>`
    }
  </header>`;
}

function groupLink(group: ResultGroup, count: number, { link, settings, view }: ViewContext): unknown {
  const query = andTerm(view.state.query, literalTerm('resultGroup', group));
  return count === 0
    ? nothing
    : html` ·
        <button class="link" @click=${() => link.intend({ kind: 'filter', query })}>
          ${groupSymbol(group)} ${numberText(count, settings)} ${groupName(group)}
        </button>`;
}

function pageName(page: ViewPage): string {
  switch (page.kind) {
    case 'caller': {
      const { type, value } = callerOf(page);
      return type === '' ? value : `${type} ${value}`;
    }
    case 'value':
      return `${page.field} ${page.value}`;
    case 'target': {
      const step = page.path[page.path.length - 1]!;
      return `${step.level} ${step.name}`;
    }
    case 'records':
    case 'findings':
    case 'coverage':
      return '';
  }
}

/**
 * When the caller or target of a page was first and last seen: in the whole log, always. Where a filter leaves only a part of
 * the records, it says so, and when these were written.
 */
function profileSpan(profile: Profile, context: ViewContext): unknown {
  const { whole } = profile;
  if (whole === null) {
    return seenText(profile, context);
  }
  const { settings, link } = context;
  const counts = [numberText(profile.matching, settings), numberText(whole.matching, settings)] as const;
  return html`<span class="whole">${l10n.t('in the whole log:')} ${seenText(whole, context)}</span>
    <br />
    <span class="narrowed" role="status"
      >${
        profile.matching === 0
          ? l10n.t('The filter leaves none of {0} records.', counts[1])
          : html`${l10n.t('The filter leaves {0} of {1} records:', ...counts)} ${leftText(profile, context)}`
      }</span
    >
    <button class="link" @click=${() => link.intend({ kind: 'filter', query: '' })}>${l10n.t('Clear the filter')}</button>`;
}

function seenText(ends: Pick<Profile, 'first' | 'last'>, context: ViewContext): unknown {
  const times = timesOf(ends, context);
  return times === undefined ? nothing : l10n.t('first seen {0} · last seen {1} {2}', ...times);
}

function leftText(ends: Pick<Profile, 'first' | 'last'>, context: ViewContext): unknown {
  const times = timesOf(ends, context);
  return times === undefined ? nothing : l10n.t('the first {0} · the last {1} {2}', ...times);
}

/** Both times and the name of their zone; undefined where no record has a time. */
function timesOf(
  { first, last }: Pick<Profile, 'first' | 'last'>,
  { settings: { timeZone } }: ViewContext,
): readonly [string, string, string] | undefined {
  return first === null || last === null
    ? undefined
    : [ticksTimeText(first.ticks, timeZone), ticksTimeText(last.ticks, timeZone), zoneName(timeZone)];
}
