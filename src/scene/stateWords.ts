import * as l10n from '@vscode/l10n';
import { maskSecrets } from '../core/record/maskSecrets.ts';
import { visibleText } from '../protocol/visibleText.ts';
import type { ShownPeriod, StateLane } from '../protocol/answers/states.ts';

/** A state in a few words: `set by ana@contoso.com`. @param what What of the target has it; null for the target's existence. */
export function stateText({ state, by }: Pick<ShownPeriod, 'state' | 'by'>, what: string | null): string {
  const who = by === null ? '' : visibleText(maskSecrets(by.value));
  // A target that was changed is neither set nor reset: all that its existence says of it is that it is there.
  if (what === null && (state === 'sets' || state === 'resets')) {
    return l10n.t('exists, changed by {0}', who);
  }
  switch (state) {
    case 'unknown':
      return l10n.t('unknown');
    case 'creates':
      return l10n.t('created by {0}', who);
    case 'deletes':
      return l10n.t('deleted by {0}', who);
    case 'sets':
      return l10n.t('set by {0}', who);
    case 'resets':
      return l10n.t('reset by {0}', who);
    case 'grants':
      return l10n.t('granted by {0}', who);
    case 'revokes':
      return l10n.t('revoked by {0}', who);
    case 'enables':
      return l10n.t('enabled by {0}', who);
    case 'disables':
      return l10n.t('disabled by {0}', who);
  }
}

/** What lanes of states are grouped by: `policy`, or the existence of the targets themselves. */
export function stateHeading(what: string | null): string {
  return what === null ? l10n.t('Existence') : l10n.t('In force: {0}', l10n.t(what));
}

/** The names of the targets of a state, each from its outermost level on. */
export function targetsTitle({ targets }: StateLane): string {
  return targets.map((path) => path.map(({ name }) => name).join(' › ')).join('\n');
}

/** A state in a few words, to be in its bar: `set by ana@contoso.com`. */
export function periodText(period: ShownPeriod, what: string | null): string {
  const text = stateText(period, what);
  return period.changes > 1 ? l10n.t('{0} (last of {1})', text, String(period.changes)) : text;
}
