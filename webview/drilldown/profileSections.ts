import * as l10n from '@vscode/l10n';
import { html, nothing } from 'lit';
import type { CallerLabel } from '../../src/protocol/answers/page.ts';
import type { Profile } from '../../src/protocol/answers/profile.ts';
import type { ViewPage, ViewSettings } from '../../src/protocol/viewMessages.ts';
import { numberText } from '../base/format.ts';
import type { ViewContext } from '../base/viewContext.ts';
import { callerPage } from './callerPage.ts';
import { isJoined } from './callerSections.ts';
import { countLine, nameLink } from './countBar.ts';
import { isNarrowed, scopedHead } from './scope.ts';

/**
 * The identities of a page; each opens its own. Those that its caller was joined from are said there. By how many callers one is
 * shared is counted in the whole log.
 */
export function identityList(profile: Profile, context: ViewContext): unknown {
  const { settings, view } = context;
  const { page } = view.state;
  const others = isJoinedFromMany(page) ? profile.identities.filter((one) => !isJoined(page, one)) : profile.identities;
  const joined = profile.identities.length - others.length;
  return html`<section>
    ${scopedHead(identitiesTitle(page), isNarrowed(view.state))}
    ${others.length === 0 ? html`<p class="muted">${l10n.t('none')}</p>` : nothing}
    <dl class="identities">
      ${others.map(
        ({ type, value, count, sharedBy }) =>
          html`<dt class="muted">${type}</dt>
            <dd class="break">
              <button class="link mono break" title=${type} @click=${() => open({ type, value }, context)}>${value}</button>
              <span class="muted">${l10n.t('in {0}', numberText(count, settings))}</span>
              ${sharedBy > 1 && !isJoined(page, { type, value }) ? html`<span class="muted">· ${sharedText(sharedBy, context)}</span>` : nothing}
            </dd>`,
      )}
    </dl>
    ${shownOf(others.length, profile.identitiesTotal - joined, settings)}
  </section>`;
}

function isJoinedFromMany(page: ViewPage): boolean {
  return page.kind === 'caller' && (page.identities?.length ?? 0) > 1;
}

function identitiesTitle(page: ViewPage): string {
  if (page.kind !== 'caller') {
    return l10n.t('Identities');
  }
  return isJoinedFromMany(page) ? l10n.t('Other identities in the same records') : l10n.t('Identities, seen together in the same records');
}

/** Callers with their counts; each opens its page. Nothing where there are none. */
export function callerList(
  title: string,
  isUnderFilter: boolean,
  callers: Profile['callers'],
  total: number,
  context: ViewContext,
): unknown {
  const most = callers[0]?.count ?? 0;
  return callers.length === 0
    ? nothing
    : html`<section>
        ${scopedHead(title, isUnderFilter)}
        ${callers.map(({ type, value, count, groups }) => {
          const name = nameLink(value ?? '', type ?? '', () => open({ type, value: value ?? '' }, context), 'mono');
          return countLine({ name, count, groups, most }, context.settings);
        })}
        ${shownOf(callers.length, total, context.settings)}
      </section>`;
}

export function shownOf(shown: number, total: number, settings: ViewSettings): unknown {
  return shown < total
    ? html`<p class="muted">${l10n.t('{0} of {1} shown', numberText(shown, settings), numberText(total, settings))}</p>`
    : nothing;
}

function sharedText(callers: number, { settings, view }: ViewContext): string {
  const number = numberText(callers, settings);
  return isNarrowed(view.state)
    ? l10n.t('shared by {0} callers in the whole log, so it identifies none', number)
    : l10n.t('shared by {0} callers, so it identifies none', number);
}

function open(caller: CallerLabel, { link }: ViewContext): void {
  link.intend({ kind: 'open', page: callerPage(caller) });
}
