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
import { CallerJoin } from './callerJoin.ts';
import { callerSections, callerSectionStyles } from './callerSections.ts';
import { profileHead } from './profileHead.ts';
import { callerList, identityList, shownOf } from './profileSections.ts';
import { profileSectionStyles, profileStyles } from './profileStyles.ts';
import { isNarrowed, scopedHead, scopeText } from './scope.ts';

const valueLimit = 50;

/**
 * The page of a caller, a target or any other value: who or what it is, since when, how often, with what result, and whom it meets. The time axes are
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
  readonly #join = new CallerJoin(this);

  constructor() {
    super();
    this.order = 'newest';
  }

  static override styles = [sharedStyles, countBarStyles, profileSectionStyles, callerSectionStyles, profileStyles];

  protected override willUpdate(): void {
    const { state } = this.context.view;
    this.#join.follow(this.context);
    const whole = isNarrowed(state) ? { whole: pageTerm(state.page) } : {};
    const isKnown = this.#join.isKnown(state.page);
    this.#profile.want(this.context, isKnown ? { query: pageQuery(state), limit: valueLimit, ...whole } : undefined);
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
    switch (this.context.view.state.page.kind) {
      case 'caller':
        return l10n.t('Over time: records of this caller {0}, states of the targets touched in the whole log', scope);
      case 'target':
        return l10n.t('Over time: records of this target {0}, its states in the whole log', scope);
      default:
        return l10n.t('Over time: records with this value {0}, states of their targets in the whole log', scope);
    }
  }

  #recordCount(profile: Profile | undefined): unknown {
    return profile === undefined
      ? nothing
      : html`<span class="muted scope">· ${numberText(profile.matching, this.context.settings)}</span>`;
  }

  #who(profile: Profile): unknown {
    const isOfCaller = this.context.view.state.page.kind === 'caller';
    return html`${callerSections(this.context, this.#join.answer)} ${identityList(profile, this.context)} ${this.#displayNames(profile)}
      ${isOfCaller ? nothing : callerList(l10n.t('Callers'), isNarrowed(this.context.view.state), profile.callers, profile.callersTotal, this.context)}
      ${this.#facet('ip')}
      <section>
        <audit-log-first-seen
          .context=${this.context}
          .fields=${this.#others(isOfCaller ? ['operation', ...this.#target(profile), 'ip'] : ['caller', 'operation', 'ip'])}
        ></audit-log-first-seen>
      </section>`;
  }

  #what(profile: Profile): unknown {
    const isOfCaller = this.context.view.state.page.kind === 'caller';
    return html`${this.#trees(profile)} ${isOfCaller ? this.#alsoActing(profile) : nothing}
      <section>
        <audit-log-same-requests
          .context=${this.context}
          .fields=${this.#others(['caller', 'operation', ...this.#target(profile)])}
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

  /** The fields without that of the page itself, of which its records have one value. */
  #others(fields: readonly string[]): readonly string[] {
    const { page } = this.context.view.state;
    return page.kind === 'value' ? fields.filter((field) => field !== page.field) : fields;
  }

  #facet(field: string): unknown {
    return this.#others([field]).map((other) => this.#facetOf(other));
  }

  #facetOf(field: string): unknown {
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
    const title = page.kind === 'caller' ? l10n.t('Targets touched') : l10n.t('Targets in the same records');
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
