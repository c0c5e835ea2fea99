import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { andTerm, literalTerm } from '../../src/core/query/editQuery.ts';
import { pageTerm } from '../../src/core/query/pageQuery.ts';
import { type ResultGroup, resultGroups } from '../../src/core/record/results.ts';
import type { Profile } from '../../src/protocol/answers/profile.ts';
import type { ViewPage } from '../../src/protocol/viewMessages.ts';
import { numberText } from '../base/format.ts';
import { groupName, groupSymbol } from '../base/symbols.ts';
import type { ViewContext } from '../base/viewContext.ts';
import { profileSpan } from './profileSpan.ts';

/** Who or what a page is about, since when, and with what results; each result filters. */
export function profileHead(profile: Profile | undefined, context: ViewContext): TemplateResult {
  const { page, query } = context.view.state;
  return html`<header>
    <h2 class="title break" tabindex="-1">${pageName(page)}</h2>
    ${
      profile === undefined
        ? nothing
        : html`<p class="muted">
            ${profileSpan(profile, context)} ${resultGroups.map((group) => groupLink(group, profile.groups[group], context))}
          </p>`
    }
    <al-button
      appearance="secondary"
      @click=${() => context.link.intend({ kind: 'open', page: { kind: 'records' }, query: andTerm(query, pageTerm(page)) })}
      >${l10n.t('Show in timeline')}</al-button
    >
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
    case 'caller':
      return page.type === '' ? page.value : `${page.type} ${page.value}`;
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
