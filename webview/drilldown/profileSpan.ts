import * as l10n from '@vscode/l10n';
import { html, nothing } from 'lit';
import type { Profile } from '../../src/protocol/answers/profile.ts';
import { numberText, ticksTimeText, zoneName } from '../base/format.ts';
import type { ViewContext } from '../base/viewContext.ts';

/**
 * When the caller or target of a page was first and last seen: in the whole log, always. Where a filter leaves only a part of
 * the records, it says so, when these were written, and that all other figures are of them.
 */
export function profileSpan(profile: Profile, context: ViewContext): unknown {
  const { whole } = profile;
  if (whole === null) {
    return seenText(profile, context);
  }
  const { settings, link } = context;
  const counts = [numberText(profile.matching, settings), numberText(whole.matching, settings)] as const;
  return html`<span class="whole">${l10n.t('in the whole log:')} ${seenText(whole, context)}</span>
    <br />
    <span class="narrowed" role="status"
      >${
        profile.matching === 0
          ? l10n.t('The filter leaves none of {0} records.', counts[1])
          : html`${l10n.t('The filter leaves {0} of {1} records, and all figures below are of these:', ...counts)}
            ${leftText(profile, context)}`
      }</span
    >
    <button class="link" @click=${() => link.intend({ kind: 'filter', query: '' })}>${l10n.t('Clear the filter')}</button>`;
}

function seenText(ends: Pick<Profile, 'first' | 'last'>, context: ViewContext): unknown {
  const times = timesOf(ends, context);
  return times === undefined ? nothing : l10n.t('first seen {0} · last seen {1} {2}', ...times);
}

function leftText(ends: Pick<Profile, 'first' | 'last'>, context: ViewContext): unknown {
  const times = timesOf(ends, context);
  return times === undefined ? nothing : l10n.t('the first {0} · the last {1} {2}', ...times);
}

/** Both times and the name of their zone; undefined where no record has a time. */
function timesOf(
  { first, last }: Pick<Profile, 'first' | 'last'>,
  { settings: { timeZone } }: ViewContext,
): readonly [string, string, string] | undefined {
  return first === null || last === null
    ? undefined
    : [ticksTimeText(first.ticks, timeZone), ticksTimeText(last.ticks, timeZone), zoneName(timeZone)];
}
