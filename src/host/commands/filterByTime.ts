import * as vscode from 'vscode';
import { withoutTimeRange, withTimeRange } from '../../core/query/editTimeRange.ts';
import { parseQuery } from '../../core/query/parseQuery.ts';
import { positionedMessage } from '../../core/query/queryError.ts';
import { andTerm } from '../../core/query/editQuery.ts';
import { clampTicks, type Ticks, ticksFromText, ticksPerDay, ticksPerHour, ticksPerMinute } from '../../core/record/ticks.ts';
import { say } from '../../protocol/say.ts';
import { shape, text } from '../../protocol/guards.ts';
import type { TimelineView } from '../editor/timelineView.ts';
import { inputWithPreview } from './inputWithPreview.ts';

interface Preset extends vscode.QuickPickItem {
  /** The new filter, or undefined to let the user type a range. */
  readonly query: string | undefined;
}

const isRangeArgument = shape({ range: text(1000) });

/** Narrows the timeline to a stretch of time: `{ range: '2020-11-23..2020-11-24' }` where handed over, else a choice. */
export async function filterByTime(view: TimelineView, argument: unknown): Promise<void> {
  const query = isRangeArgument(argument) ? withTypedRange(view.state.query, argument.range) : await choose(view);
  if (query !== undefined) {
    await view.apply({ kind: 'filter', query });
  }
}

async function choose(view: TimelineView): Promise<string | undefined> {
  const items = [...(await presets(view)), { label: vscode.l10n.t('Other range…'), alwaysShow: true, query: undefined }];
  const chosen = await pickPreset(view, items);
  if (chosen === undefined || chosen.query !== undefined) {
    return chosen?.query;
  }
  const typed = await askForRange(view);
  return typed === undefined ? undefined : withTypedRange(view.state.query, typed);
}

/** The timeline previews the one that the user moves to. */
async function pickPreset(view: TimelineView, items: readonly Preset[]): Promise<Preset | undefined> {
  let isMoved = false;
  const onDidSelectItem = (item: Preset): void => {
    // That the first item is active at the beginning is nothing that the user has done.
    isMoved ||= item !== items[0];
    if (isMoved) {
      view.preview(item.query ?? null);
    }
  };
  const title = vscode.l10n.t('Filter by time range');
  try {
    return await vscode.window.showQuickPick<Preset>(items, { title, ignoreFocusOut: true, onDidSelectItem });
  } finally {
    view.preview(null);
  }
}

async function presets(view: TimelineView): Promise<readonly Preset[]> {
  const { query } = view.state;
  const preset = (label: string, from: bigint, to: bigint): Preset => {
    const narrowed = withTimeRange(query, clampTicks(from), clampTicks(to));
    return { label, query: narrowed, description: narrowed.match(/(?<=time:)\S+/)?.[0] ?? '' };
  };
  const items: Preset[] = [{ label: vscode.l10n.t('Whole log'), query: withoutTimeRange(query) }];
  const first = ticksFromText(view.session.snapshot?.first?.ticks ?? '');
  const last = ticksFromText(view.session.snapshot?.last?.ticks ?? '');
  if (first !== undefined && last !== undefined) {
    items.push(
      preset(vscode.l10n.t('First hour of the log'), first, first + BigInt(ticksPerHour) - 1n),
      preset(vscode.l10n.t('Last hour of the log'), last - BigInt(ticksPerHour) + 1n, last),
      preset(vscode.l10n.t('First day of the log'), first, first + BigInt(ticksPerDay) - 1n),
      preset(vscode.l10n.t('Last day of the log'), last - BigInt(ticksPerDay) + 1n, last),
      preset(vscode.l10n.t('Last seven days of the log'), last - 7n * BigInt(ticksPerDay) + 1n, last),
    );
  }
  const selected = await timeOfSelected(view);
  if (selected !== undefined) {
    const day = selected - (selected % BigInt(ticksPerDay));
    items.push(
      preset(vscode.l10n.t('Day of the selected record'), day, day + BigInt(ticksPerDay) - 1n),
      preset(vscode.l10n.t('Ten minutes around the selected record'), selected - around, selected + around),
    );
  }
  return items;
}

const around = BigInt(5 * ticksPerMinute);

async function timeOfSelected(view: TimelineView): Promise<Ticks | undefined> {
  const { selected } = view.state;
  if (selected === null) {
    return undefined;
  }
  const outcome = await view.session.request('record', { ref: selected }, view.signal);
  return outcome.status === 'ok' ? ticksFromText(outcome.answer.row.time?.ticks ?? '') : undefined;
}

function askForRange(view: TimelineView): Promise<string | undefined> {
  const { query } = view.state;
  return inputWithPreview(view, {
    title: vscode.l10n.t('Filter by time range'),
    prompt: vscode.l10n.t(
      'A time or a range in UTC, such as 2020-11-23 or 2020-11-23T18:00..2020-11-23T19:00; either end may be left open',
    ),
    queryOf: (typed) => withTypedRange(query, typed),
    problemOf: (typed) => {
      const parsed = parseQuery(`time:${typed.trim()}`);
      return typed.trim() === '' || parsed.ok ? undefined : say(positionedMessage(parsed.error));
    },
  });
}

const timeKinds: ReadonlySet<string> = new Set(['time', 'timeRange', 'relativeTime', 'relativeTimeRange']);

/** The filter with a range as typed; undefined if it is none. */
function withTypedRange(query: string, range: string): string | undefined {
  const term = `time:${range.trim()}`;
  const parsed = parseQuery(term);
  const isRange = parsed.ok && parsed.query.kind === 'field' && timeKinds.has(parsed.query.matcher.kind);
  return isRange ? andTerm(withoutTimeRange(query), term) : undefined;
}
