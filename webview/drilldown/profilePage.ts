import * as l10n from '@vscode/l10n';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { andTerm, literalTerm } from '../../src/core/query/editQuery.ts';
import { displayNameField } from '../../src/core/query/fields.ts';
import type { FacetValue } from '../../src/protocol/answers/facets.ts';
import type { CallerLabel } from '../../src/protocol/answers/page.ts';
import type { Profile } from '../../src/protocol/answers/profile.ts';
import { numberText } from '../base/format.ts';
import { QueryController } from '../base/queryController.ts';
import { sharedStyles } from '../theme/sharedStyles.ts';
import { groupName, groupSymbol } from '../base/symbols.ts';
import type { Extent } from '../chart/timeAxis.ts';
import type { ViewContext } from '../base/viewContext.ts';
import { countBarStyles, countedGroups, countLine, nameLink } from './countBar.ts';
import { matrix, matrixStyles } from './matrix.ts';
import { pageQuery, pageTerm } from '../../src/core/query/pageQuery.ts';
import { callerPage } from './callerPage.ts';
import { CallerJoin } from './callerJoin.ts';
import { callerSections, callerSectionStyles, isJoined } from './callerSections.ts';
import { profileHead } from './profileHead.ts';
import { profileStyles } from './profileStyles.ts';

const valueLimit = 50;

/** The page of a caller, a target or any other value: who or what it is, since when, how often, with what result, and whom it meets. */
export class ProfilePage extends LitElement {
  static override properties = { context: { attribute: false }, extent: { attribute: false } };
  declare context: ViewContext;
  declare extent: Extent;
  /** Called when the user wants to see all times, or those of nearly all records. */
  onExtent: (extent: Extent) => void = () => undefined;

  readonly #profile = new QueryController(this, 'profile');
  readonly #join = new CallerJoin(this);

  constructor() {
    super();
    this.extent = 'dense';
  }

  static override styles = [sharedStyles, countBarStyles, matrixStyles, profileStyles, callerSectionStyles];

  protected override willUpdate(): void {
    const { state } = this.context.view;
    this.#join.follow(this.context);
    const whole = this.#isNarrowed ? { whole: pageTerm(state.page) } : {};
    const isKnown = this.#join.isKnown(state.page);
    this.#profile.want(this.context, isKnown ? { query: pageQuery(state), limit: valueLimit, ...whole } : undefined);
  }

  protected override render(): unknown {
    const { problem } = this.#profile;
    if (problem !== undefined) {
      return html`<p class="problem" role="alert">${problem}</p>`;
    }
    const profile = this.#profile.answer;
    return html`
      ${profileHead(profile, this.context)}
      <audit-log-profile-chart
        .context=${this.context}
        .profile=${profile}
        .extent=${this.extent}
        .onExtent=${this.onExtent}
      ></audit-log-profile-chart>
      ${profile === undefined ? html`<p class="muted">${l10n.t('Counting…')}</p>` : this.#columns(profile)}
    `;
  }

  /** Whether a filter leaves out some of what the page is about. */
  get #isNarrowed(): boolean {
    const { query, range } = this.context.view.state;
    return query.trim() !== '' || range !== undefined;
  }

  #columns(profile: Profile): unknown {
    const { page } = this.context.view.state;
    const query = pageQuery(this.context.view.state);
    return html`<div class="columns">
      <div class="column">
        ${callerSections(this.context, this.#join.answer)} ${this.#identities(profile)}
        ${this.#values(l10n.t('Display names'), profile.displayNames, profile.displayNamesTotal, displayNameField)}
        ${this.#values(l10n.t('Addresses'), profile.addresses, profile.addressesTotal, 'ip')}
        ${page.kind === 'caller' ? nothing : this.#callers(l10n.t('Callers'), profile.callers, profile.callersTotal)}
      </div>
      <div class="column middle">
        <section>
          <h3>
            ${l10n.t('Operation × instance')}
            <span class="muted plain"
              >${l10n.t('(records; a cell filters)')}
              ${countedGroups.map((group) => html` ${groupSymbol(group)} ${groupName(group)}`)}</span
            >
          </h3>
          ${profile.matrix.rows.length === 0 ? html`<p class="muted">${l10n.t('No record matches.')}</p>` : matrix(profile, this.context)}
        </section>
        <section class="records">
          <h3>
            ${l10n.t('Records')}
            <span class="muted plain">${l10n.t('newest first · {0}', numberText(profile.matching, this.context.settings))}</span>
          </h3>
          <audit-log-records
            .context=${this.context}
            .query=${query}
            .initialOrder=${'newest'}
            .isOfOneCaller=${page.kind === 'caller'}
          ></audit-log-records>
        </section>
      </div>
      <div class="column">
        ${this.#trees(profile)}
        ${page.kind === 'caller' ? this.#callers(this.#alsoActing(), profile.alsoActing, profile.alsoActingTotal) : nothing}
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
                ${identity.sharedBy > 1 && !isJoined(view.state.page, identity) ? html`<span class="muted">· ${this.#sharedText(identity.sharedBy)}</span>` : nothing}
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
                name: nameLink(entry.value ?? l10n.t('(none)'), entry.value ?? '', () => this.#filter(literalTerm(field, entry.value))),
                count: entry.count,
                groups: entry.groups,
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
                name: nameLink(
                  entry.value ?? '',
                  entry.type ?? '',
                  () => this.#openCaller({ type: entry.type, value: entry.value ?? '' }),
                  'mono',
                ),
                count: entry.count,
                groups: entry.groups,
                most,
              },
              this.context.settings,
            ),
          )}
          ${this.#shown(callers.length, total)}
        </section>`;
  }

  /** Callers that share an identity are counted in the whole log, too. */
  #sharedText(callers: number): string {
    const number = numberText(callers, this.context.settings);
    return this.#isNarrowed
      ? l10n.t('shared by {0} callers in the whole log, so it identifies none', number)
      : l10n.t('shared by {0} callers, so it identifies none', number);
  }

  /** These are counted in the whole log, whatever the filter leaves of the caller. */
  #alsoActing(): string {
    return this.#isNarrowed ? l10n.t('Also acting on the same instances, in the whole log') : l10n.t('Also acting on the same instances');
  }

  #trees(profile: Profile): unknown {
    const { page } = this.context.view.state;
    const title = page.kind === 'caller' ? l10n.t('Targets touched') : l10n.t('Targets in the same records');
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
    return html`<button class="link mono break" title=${caller.type ?? ''} @click=${() => this.#openCaller(caller)}>
      ${caller.value}
    </button>`;
  }

  #openCaller(caller: CallerLabel): void {
    this.context.link.intend({ kind: 'open', page: callerPage(caller) });
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
