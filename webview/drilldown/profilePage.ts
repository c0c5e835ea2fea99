import * as l10n from '@vscode/l10n';
import { html, LitElement, nothing } from 'lit';
import { andTerm, literalTerm } from '../../src/core/query/editQuery.ts';
import { displayNameField } from '../../src/core/query/fields.ts';
import { levelField, pageQuery, pageTerm } from '../../src/core/query/pageQuery.ts';
import type { TimeSpan } from '../../src/core/timeline/timeSpan.ts';
import type { Order } from '../../src/protocol/answers/page.ts';
import type { Profile } from '../../src/protocol/answers/profile.ts';
import { fieldLabel } from '../base/fieldLabel.ts';
import { numberText } from '../base/format.ts';
import { QueryController } from '../base/queryController.ts';
import { sharedStyles } from '../theme/sharedStyles.ts';
import type { ViewContext } from '../base/viewContext.ts';
import { countBarStyles, countLine, nameLink } from './countBar.ts';
import { firstLevel, namesAt } from './matrixSides.ts';
import { profileHead } from './profileHead.ts';
import { callerList, identityList, shownOf } from './profileSections.ts';
import { profileSectionStyles, profileStyles } from './profileStyles.ts';
import { isNarrowed, scopedHead, scopeText } from './scope.ts';

const valueLimit = 50;

/**
 * A caller's or a target's page: who or what it is, since when, how often, with what result, and whom it meets. The time axes are
 * put into its default slot, and its records into the slot `list`.
 */
export class ProfilePage extends LitElement {
  static override properties = { context: { attribute: false }, order: { attribute: false } };
  declare context: ViewContext;
  /** That of the list. */
  declare order: Order;
  onOrder: (order: Order) => void = () => undefined;
  /** Called when the user wants to see a stretch of time on the axes. */
  onSpan: (span: TimeSpan) => void = () => undefined;

  readonly #profile = new QueryController(this, 'profile');

  constructor() {
    super();
    this.order = 'newest';
  }

  static override styles = [sharedStyles, countBarStyles, profileSectionStyles, profileStyles];

  protected override willUpdate(): void {
    const { state } = this.context.view;
    const whole = isNarrowed(state) ? { whole: pageTerm(state.page) } : {};
    this.#profile.want(this.context, { query: pageQuery(state), limit: valueLimit, ...whole });
  }

  protected override render(): unknown {
    const { problem, answer } = this.#profile;
    const profile = problem === undefined ? answer : undefined;
    return html`
      ${profileHead(profile, this.context, this.onSpan)}
      <p class="over-time muted">${this.#overTime()}</p>
      <div class="axes"><slot></slot></div>
      ${problem === undefined ? nothing : html`<p class="problem" role="alert">${problem}</p>`}
      <div class="columns">
        <div class="who">${profile === undefined ? nothing : this.#who(profile)}</div>
        <div class="middle">
          ${
            profile === undefined
              ? problem === undefined
                ? html`<p class="muted">${l10n.t('Counting…')}</p>`
                : nothing
              : html`<section><audit-log-matrix .context=${this.context} .profile=${profile}></audit-log-matrix></section>`
          }
          <section class="records" .style=${profile === undefined ? '' : `--listed:${Math.max(1, profile.matching)}`}>
            ${scopedHead(l10n.t('Records'), isNarrowed(this.context.view.state), this.#recordCount(profile))}
            <slot name="list"></slot>
          </section>
        </div>
        <div class="what">${profile === undefined ? nothing : this.#what(profile)}</div>
      </div>
    `;
  }

  /** Which records the time axes are of. */
  #overTime(): string {
    const scope = scopeText(isNarrowed(this.context.view.state));
    return this.context.view.state.page.kind === 'caller'
      ? l10n.t('Over time: records of this caller {0}, states of the targets touched in the whole log', scope)
      : l10n.t('Over time: records of this target {0}, its states in the whole log', scope);
  }

  #recordCount(profile: Profile | undefined): unknown {
    return profile === undefined
      ? nothing
      : html`<span class="muted scope">· ${numberText(profile.matching, this.context.settings)}</span>`;
  }

  #who(profile: Profile): unknown {
    const isOfCaller = this.context.view.state.page.kind === 'caller';
    return html`${identityList(profile, this.context)} ${this.#displayNames(profile)}
      ${isOfCaller ? nothing : callerList(l10n.t('Callers'), isNarrowed(this.context.view.state), profile.callers, profile.callersTotal, this.context)}
      ${this.#facet('ip')}
      <section>
        <audit-log-first-seen
          .context=${this.context}
          .fields=${isOfCaller ? ['operation', ...this.#target(profile), 'ip'] : ['caller', 'operation', 'ip']}
        ></audit-log-first-seen>
      </section>`;
  }

  #what(profile: Profile): unknown {
    const isOfCaller = this.context.view.state.page.kind === 'caller';
    return html`${this.#trees(profile)} ${isOfCaller ? this.#alsoActing(profile) : nothing}
      <section>
        <audit-log-same-requests
          .context=${this.context}
          .fields=${['caller', 'operation', ...this.#target(profile)]}
        ></audit-log-same-requests>
      </section>
      ${this.#facet('operation')}`;
  }

  /** Callers of the page itself are left out, of which a target has all. */
  #alsoActing(profile: Profile): unknown {
    const level = firstLevel(profile);
    if (level === 'instance' || level === '') {
      const { alsoActing, alsoActingTotal } = profile;
      return callerList(l10n.t('Also acting on the same instances'), false, alsoActing, alsoActingTotal, this.context);
    }
    return html`<audit-log-also-acting
      .context=${this.context}
      .field=${levelField(level)}
      .targets=${namesAt(profile, level)}
    ></audit-log-also-acting>`;
  }

  /** The field of the targets that tells most of them apart; none where there are no targets. */
  #target(profile: Profile): readonly string[] {
    const level = firstLevel(profile);
    return level === '' ? [] : [levelField(level)];
  }

  #facet(field: string): unknown {
    return html`<audit-log-facet
      .context=${this.context}
      .field=${field}
      .label=${fieldLabel(field, this.context.formats)}
      .hasScope=${true}
      .order=${this.order}
      .onOrder=${this.onOrder}
    ></audit-log-facet>`;
  }

  #displayNames({ displayNames, displayNamesTotal }: Profile): unknown {
    const { settings, view, link } = this.context;
    const most = displayNames[0]?.count ?? 0;
    const filter = (value: string | null): void =>
      link.intend({ kind: 'filter', query: andTerm(view.state.query, literalTerm(displayNameField, value)) });
    return displayNames.length === 0
      ? nothing
      : html`<section>
          ${scopedHead(l10n.t('Display names'), isNarrowed(view.state))}
          ${displayNames.map((entry) =>
            countLine({ ...entry, name: nameLink(entry.value ?? '', entry.value ?? '', () => filter(entry.value)), most }, settings),
          )}
          ${shownOf(displayNames.length, displayNamesTotal, settings)}
        </section>`;
  }

  #trees({ places, placesTotal, resources, resourcesTotal }: Profile): unknown {
    const { page } = this.context.view.state;
    const title = page.kind === 'target' ? l10n.t('Targets in the same records') : l10n.t('Targets touched');
    const tree = (nodes: Profile['places'], total: number): unknown =>
      nodes.length === 0
        ? nothing
        : html`<audit-log-target-tree .context=${this.context} .nodes=${nodes}></audit-log-target-tree>
            ${shownOf(nodes.length, total, this.context.settings)}`;
    return html`<section>
      ${scopedHead(title, isNarrowed(this.context.view.state))} ${tree(resources, resourcesTotal)} ${tree(places, placesTotal)}
      ${places.length + resources.length === 0 ? html`<p class="muted">${l10n.t('none')}</p>` : nothing}
    </section>`;
  }
}
