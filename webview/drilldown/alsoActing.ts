import * as l10n from '@vscode/l10n';
import { html, LitElement, nothing } from 'lit';
import { andTerm, withFieldValues } from '../../src/core/query/editQuery.ts';
import { pageTerm } from '../../src/core/query/pageQuery.ts';
import { QueryController } from '../base/queryController.ts';
import type { ViewContext } from '../base/viewContext.ts';
import { sharedStyles } from '../theme/sharedStyles.ts';
import { countBarStyles } from './countBar.ts';
import { callerList } from './profileSections.ts';
import { profileSectionStyles } from './profileStyles.ts';

const maxCallers = 50;
/** More targets are not asked for at once. */
const maxTargets = 50;

/** The other callers in the whole log whose records are about some of the same targets: of logs without instances. */
export class AlsoActing extends LitElement {
  static override properties = { context: { attribute: false }, field: { attribute: false }, targets: { attribute: false } };
  declare context: ViewContext;
  /** The level of the targets, as a field of the filter language. */
  declare field: string;
  /** Their names, the most frequent first. */
  declare targets: readonly string[];

  readonly #callers = new QueryController(this, 'facets');

  static override styles = [sharedStyles, countBarStyles, profileSectionStyles];

  protected override willUpdate(): void {
    const own = pageTerm(this.context.view.state.page);
    const ofTargets = withFieldValues('', this.field, this.targets.slice(0, maxTargets));
    this.#callers.want(this.context, { query: andTerm(ofTargets, `-${own}`), field: 'caller', limit: maxCallers });
  }

  protected override render(): unknown {
    const { answer, problem } = this.#callers;
    if (problem !== undefined) {
      return html`<p class="problem" role="alert">${problem}</p>`;
    }
    const callers = (answer?.values ?? []).map((entry) => ({ ...entry, type: null, value: entry.value ?? '' }));
    const title =
      this.targets.length <= maxTargets
        ? l10n.t('Also acting on the same targets')
        : l10n.t('Also acting on the {0} most frequent of the same targets', maxTargets);
    return answer === undefined ? nothing : callerList(title, false, callers, answer.distinct, this.context);
  }
}
