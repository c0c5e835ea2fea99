import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit';
import { callerOf } from '../../src/core/query/pageQuery.ts';
import type { ViewPage } from '../../src/protocol/viewMessages.ts';
import { visibleText } from '../../src/protocol/visibleText.ts';
import type { ViewContext } from '../base/viewContext.ts';

interface Crumb {
  readonly name: string;
  readonly page: ViewPage;
}

/** The way to a page, all records first. */
function crumbsOf(page: ViewPage): readonly Crumb[] {
  const root: Crumb = { name: l10n.t('All records'), page: { kind: 'records' } };
  switch (page.kind) {
    case 'records':
      return [root];
    case 'findings':
      return [root, { name: l10n.t('Findings'), page }];
    case 'coverage':
      return [root, { name: l10n.t('Coverage'), page }];
    case 'caller':
      return [root, { name: l10n.t('Caller {0}', callerOf(page).value), page }];
    case 'value':
      return [root, { name: `${page.field} ${page.value}`, page }];
    case 'target':
      return [
        root,
        ...page.path.map((step, index): Crumb => ({ name: step.name, page: { kind: 'target', path: page.path.slice(0, index + 1) } })),
      ];
  }
}

export function breadcrumb(context: ViewContext): TemplateResult {
  const crumbs = crumbsOf(context.view.state.page);
  return html`<nav class="crumbs" aria-label=${l10n.t('Breadcrumb')}>
    <ol>
      ${crumbs.map((crumb, index) =>
        index === crumbs.length - 1
          ? html`<li class="cut">
              <b aria-current="page" title=${crumb.name}><bdi>${visibleText(crumb.name)}</bdi></b>
            </li>`
          : html`<li class="cut">
              <button class="link" title=${crumb.name} @click=${() => context.link.intend({ kind: 'open', page: crumb.page })}>
                <bdi>${visibleText(crumb.name)}</bdi>
              </button>
              <span class="muted" aria-hidden="true">›</span>
            </li>`,
      )}
    </ol>
  </nav>`;
}
