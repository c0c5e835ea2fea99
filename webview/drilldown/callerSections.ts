import * as l10n from '@vscode/l10n';
import { css, html, nothing } from 'lit';
import { identityKey, type Identity, type JoinedIdentity, type RefusedIdentity } from '../../src/core/record/identityJoin.ts';
import { maxCompanions } from '../../src/core/record/joinRule.ts';
import type { JoinedCaller } from '../../src/protocol/answers/joinedCaller.ts';
import type { ViewPage } from '../../src/protocol/viewMessages.ts';
import { numberText } from '../base/format.ts';
import type { ViewContext } from '../base/viewContext.ts';
import { scopedHead } from './scope.ts';

type CallerPage = Extract<ViewPage, { readonly kind: 'caller' }>;

export const callerSectionStyles = css`
  .joins li {
    margin-bottom: 4px;
  }
  .joins {
    list-style: none;
    margin: 0;
    padding: 0;
  }
`;

/** Whether an identity is one of those that the caller of a page was joined from. */
export function isJoined(page: ViewPage, identity: Identity): boolean {
  const key = identityKey(identity);
  return page.kind === 'caller' && (page.identities?.some((one) => identityKey(one) === key) ?? false);
}

/** Which identities the caller of a page was joined from and why, which were left out, and buttons to split and join by hand. */
export function callerSections(context: ViewContext, answer: JoinedCaller | undefined): unknown {
  const { page } = context.view.state;
  if (page.kind !== 'caller' || answer === undefined) {
    return nothing;
  }
  const { joined, refused } = answer;
  const apart = page.apart ?? [];
  return html`${
    joined.length + apart.length < 2
      ? nothing
      : section(l10n.t('One caller, joined from {0} identities', joined.length), [
          ...joined.map((identity) => joinedLine(context, page, identity)),
          ...apart.map((identity) => apartLine(context, page, identity)),
        ])
  }
  ${
    refused.length === 0
      ? nothing
      : html`<section>
          ${scopedHead(l10n.t('Not joined, and why'), false)}
          <details>
            <summary>${refused.length === 1 ? l10n.t('1 identity') : l10n.t('{0} identities', refused.length)}</summary>
            ${list(refused.map((one) => refusedLine(context, one)))}
          </details>
        </section>`
  }`;
}

function section(title: string, lines: readonly unknown[]): unknown {
  return html`<section>${scopedHead(title, false)} ${list(lines)}</section>`;
}

function list(lines: readonly unknown[]): unknown {
  return html`<ul class="joins">
    ${lines.map((line) => html`<li class="break">${line}</li>`)}
  </ul>`;
}

function joinedLine(context: ViewContext, page: CallerPage, { type, value, seenWith, records }: JoinedIdentity): unknown {
  const identity = { type, value };
  const name = l10n.t('Split {0} off', nameOf(identity));
  return html`${nameParts(identity)}
  ${
    seenWith === null
      ? html`<span class="muted">${l10n.t('the page was opened by it')}</span>`
      : html`<span class="muted">${seenTogether(context, seenWith, records)}</span>
          <button class="link" aria-label=${name} title=${name} @click=${() => setApart(context, page, [...(page.apart ?? []), identity])}>
            ${l10n.t('Split off')}
          </button>`
  }`;
}

function apartLine(context: ViewContext, page: CallerPage, identity: Identity): unknown {
  const name = l10n.t('Join {0} again', nameOf(identity));
  const others = (page.apart ?? []).filter((one) => identityKey(one) !== identityKey(identity));
  return html`${nameParts(identity)} <span class="muted">${l10n.t('split off by hand')}</span>
    <button class="link" aria-label=${name} title=${name} @click=${() => setApart(context, page, others)}>${l10n.t('Join again')}</button>`;
}

function refusedLine(context: ViewContext, refused: RefusedIdentity): unknown {
  const { type, value, seenWith, records } = refused;
  return html`${value === null ? html`<span class="muted">${type}</span>` : nameParts({ type, value })}
    <span class="muted">${seenWith === null ? nothing : html`${seenTogether(context, seenWith, records)}; `}${reasonText(refused)}</span>`;
}

/** Without those that were known: what else is joined is found anew. */
function setApart({ link }: ViewContext, { type, value, identities }: CallerPage, apart: readonly Identity[]): void {
  const keys = new Set(apart.map(identityKey));
  const left = identities?.filter((one) => !keys.has(identityKey(one))) ?? [];
  link.intend({
    kind: 'open',
    page: { kind: 'caller', type, value, ...(left.length > 0 && { identities: left }), ...(apart.length > 0 && { apart }) },
  });
}

function seenTogether({ settings }: ViewContext, seenWith: Identity, records: number): string {
  return records === 1
    ? l10n.t('seen together with {0} in 1 record', nameOf(seenWith))
    : l10n.t('seen together with {0} in {1} records', nameOf(seenWith), numberText(records, settings));
}

function reasonText(refused: RefusedIdentity): string {
  switch (refused.reason) {
    case 'common':
      return l10n.t('identities of this type name many callers');
    case 'shared':
      return l10n.t('shared by several identities of type {0}', refused.by);
    case 'many':
      return refused.value === null
        ? l10n.t('more than {0} of this type, so none is joined', maxCompanions)
        : l10n.t('it has more than {0} of type {1}', maxCompanions, refused.of);
  }
}

function nameParts({ type, value }: Identity): unknown {
  return html`<span class="muted">${type}</span> <span class="mono">${value}</span>`;
}

function nameOf({ type, value }: Identity): string {
  return type === '' ? value : `${type} ${value}`;
}
