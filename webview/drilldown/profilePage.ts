import * as l10n from '@vscode/l10n';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { andTerm, literalTerm } from '../../src/core/query/editQuery.ts';
import type { FacetValue } from '../../src/protocol/answers/facets.ts';
import type { CallerLabel } from '../../src/protocol/answers/page.ts';
import type { Profile } from '../../src/protocol/answers/profile.ts';
import type { TargetStep } from '../../src/protocol/answers/record.ts';
import { resultGroups } from '../../src/core/record/results.ts';
import { numberText, ticksTimeText, zoneName } from '../format.ts';
import { PanelQuestion } from '../panelQuestion.ts';
import { sharedStyles } from '../theme/sharedStyles.ts';
import { groupName, groupSymbol } from '../theme/symbols.ts';
import type { Extent } from '../timeline/timeAxis.ts';
import type { ViewContext } from '../viewContext.ts';
import { countBarStyles, countLine } from './countBar.ts';
import { matrix, matrixStyles } from './matrix.ts';
import { pageQuery, pageTerm } from '../../src/core/query/pageQuery.ts';
import { callerPage } from './callerPage.ts';
import { profileStyles } from './profileStyles.ts';

const valueLimit = 50;

/** A caller's or a target's page: who or what it is, since when, how often, with what result, and whom it meets. */
export class ProfilePage extends LitElement {
  static override properties = { context: { attribute: false }, extent: { attribute: false } };
  declare context: ViewContext;
  declare extent: Extent;
  /** Called when the user wants to see all times, or those of nearly all records. */
  onExtent: (extent: Extent) => void = () => undefined;

  readonly #profile = new PanelQuestion(this, 'profile');

  constructor() {
    super();
    this.extent = 'dense';
  }

  static override styles = [sharedStyles, countBarStyles, matrixStyles, profileStyles];

  protected override willUpdate(): void {
    this.#profile.want(this.context, { query: pageQuery(this.context.view.state), limit: valueLimit });
  }

  protected override render(): unknown {
    const { problem } = this.#profile;
    if (problem !== undefined) {
      return html`<p class="problem" role="alert">${problem}</p>`;
    }
    const profile = this.#profile.answer;
    return html`
      ${this.#head(profile)}
      <audit-log-profile-chart
        .context=${this.context}
        .profile=${profile}
        .extent=${this.extent}
        .onExtent=${this.onExtent}
      ></audit-log-profile-chart>
      ${profile === undefined ? html`<p class="muted">${l10n.t('Counting…')}</p>` : this.#columns(profile)}
    `;
  }

  #head(profile: Profile | undefined): unknown {
    const { page, query } = this.context.view.state;
    const { settings, link } = this.context;
    return html`<header>
      <h2 class="title break" tabindex="-1">${pageName(page)}</h2>
      ${
        profile === undefined
          ? nothing
          : html`<p class="muted">
              ${
                profile.first === null || profile.last === null
                  ? nothing
                  : l10n.t(
                      'first seen {0} · last seen {1} {2}',
                      ticksTimeText(profile.first.ticks, settings.timeZone),
                      ticksTimeText(profile.last.ticks, settings.timeZone),
                      zoneName(settings.timeZone),
                    )
              }
              ${resultGroups.map((group) => this.#groupCount(group, profile.groups[group]))}
            </p>`
      }
      <al-button
        appearance="secondary"
        @click=${() => link.intend({ kind: 'open', page: { kind: 'records' }, query: andTerm(query, pageTerm(page)) })}
        >${l10n.t('Show in timeline')}</al-button
      >
    </header>`;
  }

  #groupCount(group: (typeof resultGroups)[number], count: number): unknown {
    return count === 0
      ? nothing
      : html` ·
          <button class="link" @click=${() => this.#filter(literalTerm('resultGroup', group))}>
            ${groupSymbol(group)} ${numberText(count, this.context.settings)} ${groupName(group)}
          </button>`;
  }

  #columns(profile: Profile): unknown {
    const { page } = this.context.view.state;
    const query = pageQuery(this.context.view.state);
    return html`<div class="columns">
      <div class="column">
        ${this.#identities(profile)}
        ${this.#values(l10n.t('Display names'), profile.displayNames, profile.displayNamesTotal, 'callerDisplayName')}
        ${this.#values(l10n.t('Addresses'), profile.addresses, profile.addressesTotal, 'ip')}
        ${page.kind === 'target' ? this.#callers(l10n.t('Callers'), profile.callers, profile.callersTotal) : nothing}
      </div>
      <div class="column middle">
        <section>
          <h3>${l10n.t('Operation × instance')} <span class="muted plain">${l10n.t('(count, failed; a cell filters)')}</span></h3>
          ${profile.matrix.rows.length === 0 ? html`<p class="muted">${l10n.t('No record matches.')}</p>` : matrix(profile, this.context)}
        </section>
        <section class="records">
          <h3>
            ${l10n.t('Records')}
            <span class="muted plain">${l10n.t('newest first · {0}', numberText(profile.matching, this.context.settings))}</span>
          </h3>
          <audit-log-records .context=${this.context} .query=${query} .initialOrder=${'newest'}></audit-log-records>
        </section>
      </div>
      <div class="column">
        ${this.#trees(profile)}
        ${page.kind === 'caller' ? this.#callers(l10n.t('Also acting on the same instances'), profile.alsoActing, profile.alsoActingTotal) : nothing}
        ${this.#values(l10n.t('Operations'), profile.operations, profile.operationsTotal, 'operation')}
      </div>
    </div>`;
  }

  #identities(profile: Profile): unknown {
    const { settings, view } = this.context;
    const title = view.state.page.kind === 'caller' ? l10n.t('Identities, seen together in the same records') : l10n.t('Identities');
    return html`<section>
      <h3>${title}</h3>
      ${profile.identities.length === 0 ? html`<p class="muted">${l10n.t('none')}</p>` : nothing}
      <dl class="identities">
        ${profile.identities.map(
          (identity) =>
            html`<dt class="muted">${identity.type}</dt>
              <dd class="break">
                ${this.#callerLink({ type: identity.type, value: identity.value })}
                <span class="muted">${l10n.t('in {0}', numberText(identity.count, settings))}</span>
                ${
                  identity.sharedBy > 1
                    ? html`<span class="muted"
                        >· ${l10n.t('shared by {0} callers: joins nobody', numberText(identity.sharedBy, settings))}</span
                      >`
                    : nothing
                }
              </dd>`,
        )}
      </dl>
      ${this.#shown(profile.identities.length, profile.identitiesTotal)}
    </section>`;
  }

  #values(title: string, values: readonly FacetValue[], total: number, field: string): unknown {
    const most = Math.max(0, ...values.map((entry) => entry.count));
    const { settings } = this.context;
    return values.every((entry) => entry.value === null)
      ? nothing
      : html`<section>
          <h3>${title}</h3>
          ${values.map((entry) =>
            countLine(
              {
                name: html`<button class="link" title=${entry.value ?? ''} @click=${() => this.#filter(literalTerm(field, entry.value))}>
                  ${entry.value ?? l10n.t('(none)')}
                </button>`,
                count: entry.count,
                failed: entry.groups.failure + entry.groups.clientError,
                most,
              },
              settings,
            ),
          )}
          ${this.#shown(values.length, total)}
        </section>`;
  }

  #callers(title: string, callers: Profile['callers'], total: number): unknown {
    const most = Math.max(0, ...callers.map((entry) => entry.count));
    return callers.length === 0
      ? nothing
      : html`<section>
          <h3>${title}</h3>
          ${callers.map((entry) =>
            countLine(
              {
                name: this.#callerLink({ type: entry.type, value: entry.value ?? '' }),
                count: entry.count,
                failed: entry.groups.failure + entry.groups.clientError,
                most,
              },
              this.context.settings,
            ),
          )}
          ${this.#shown(callers.length, total)}
        </section>`;
  }

  #trees(profile: Profile): unknown {
    const { page } = this.context.view.state;
    const title = page.kind === 'target' ? l10n.t('Targets in the same records') : l10n.t('Targets touched');
    return html`<section>
      <h3>${title}</h3>
      ${
        profile.places.length === 0
          ? nothing
          : html`<audit-log-target-tree .context=${this.context} .nodes=${profile.places}></audit-log-target-tree>
              ${this.#shown(profile.places.length, profile.placesTotal)}`
      }
      ${
        profile.resources.length === 0
          ? nothing
          : html`<audit-log-target-tree .context=${this.context} .nodes=${profile.resources}></audit-log-target-tree>
              ${this.#shown(profile.resources.length, profile.resourcesTotal)}`
      }
      ${profile.places.length + profile.resources.length === 0 ? html`<p class="muted">${l10n.t('none')}</p>` : nothing}
    </section>`;
  }

  #callerLink(caller: CallerLabel): TemplateResult {
    return html`<button
      class="link mono break"
      title=${caller.type ?? ''}
      @click=${() => this.context.link.intend({ kind: 'open', page: callerPage(caller) })}
    >
      ${caller.value}
    </button>`;
  }

  #shown(shown: number, total: number): unknown {
    const { settings } = this.context;
    return shown < total
      ? html`<p class="muted">${l10n.t('{0} of {1} shown', numberText(shown, settings), numberText(total, settings))}</p>`
      : nothing;
  }

  #filter(term: string): void {
    this.context.link.intend({ kind: 'filter', query: andTerm(this.context.view.state.query, term) });
  }
}

function pageName(page: ViewContext['view']['state']['page']): string {
  switch (page.kind) {
    case 'caller':
      return page.type === '' ? page.value : `${page.type} ${page.value}`;
    case 'target':
      return stepName(page.path[page.path.length - 1]!);
    case 'records':
    case 'findings':
    case 'coverage':
      return '';
  }
}

function stepName(step: TargetStep): string {
  return `${step.level} ${step.name}`;
}
