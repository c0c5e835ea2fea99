import * as vscode from 'vscode';
import { pageQuery } from '../../core/query/pageQuery.ts';
import type { SeverityCounts } from '../../protocol/answers/answer.ts';
import { zoneName } from '../../protocol/zoneName.ts';
import { numberText } from '../base/countText.ts';
import { settings } from '../base/settings.ts';
import type { TimelineView } from '../editor/timelineView.ts';
import type { Timelines } from '../editor/timelines.ts';
import { debounce } from '../lifetime/debounce.ts';
import { type Disposable, Disposables } from '../lifetime/disposables.ts';

/** The items are renewed when nothing has changed for a moment, or at this pace while something goes on changing. Milliseconds. */
const [pause, longestPause] = [150, 1000];

/** What the status bar says of the active timeline: how many records it shows, their findings, the filter and the time zone. */
export class TimelineStatus implements Disposable {
  readonly #timelines: Timelines;
  readonly #owned = new Disposables();
  readonly #records = this.#item('records', 100);
  readonly #filter = this.#item('filter', 99);
  readonly #findings = this.#item('findings', 98);
  readonly #zone = this.#item('zone', 97);
  #shown: readonly string[] = [];
  #counting = new AbortController();

  constructor(timelines: Timelines) {
    this.#timelines = timelines;
    this.#records.name = vscode.l10n.t('Audit log: records');
    this.#records.command = 'auditLog.record.goTo';
    this.#filter.name = vscode.l10n.t('Audit log: filter');
    this.#findings.name = vscode.l10n.t('Audit log: findings');
    this.#findings.command = 'auditLog.findings.show';
    this.#zone.name = vscode.l10n.t('Audit log: time zone');
    this.#zone.command = {
      command: 'workbench.action.openSettings',
      title: vscode.l10n.t('Change the time zone'),
      arguments: ['@id:auditLog.time.zone'],
    };
    const renew = this.#owned.add(debounce(() => void this.#renew(), pause, longestPause));
    this.#owned.add(timelines.onDidChange(renew));
    this.#owned.add(settings.onDidChange(renew));
    this.#owned.add({ dispose: () => this.#counting.abort() });
  }

  /** What is shown, without icons. */
  get texts(): readonly string[] {
    return this.#shown;
  }

  dispose(): void {
    this.#owned.dispose();
  }

  #item(id: string, priority: number): vscode.StatusBarItem {
    return this.#owned.add(vscode.window.createStatusBarItem(`auditLog.${id}`, vscode.StatusBarAlignment.Right, priority));
  }

  async #renew(): Promise<void> {
    this.#counting.abort();
    const view = this.#timelines.current;
    if (view?.isActive !== true || view.session.snapshot === null || view.session.snapshot.problem !== null) {
      this.#hide();
      return;
    }
    const counting = new AbortController();
    this.#counting = counting;
    const matching = await countMatching(view, counting.signal);
    if (!counting.signal.aborted && matching !== undefined) {
      this.#show(view, matching);
    }
  }

  #show(view: TimelineView, matching: number): void {
    const { query, range, pinned = [] } = view.state;
    const { records, findings } = view.session.snapshot ?? { records: 0, findings: { error: 0, warning: 0, information: 0 } };
    const isFiltered = query !== '' || range !== undefined;
    const counted = vscode.l10n.t('{0} of {1} records', numberText(matching), numberText(records));
    const isPinned = !isFiltered && pinned.length > 0;
    const filter = isFiltered ? vscode.l10n.t('Filter on') : isPinned ? vscode.l10n.t('Filter pinned') : vscode.l10n.t('Filter off');
    const found = severityWords(findings).join(', ');
    const zone = zoneName(settings.timeZone().zone);
    this.#records.text = counted;
    this.#records.tooltip = vscode.l10n.t('Go to a record');
    this.#filter.text = `$(${isFiltered ? 'filter-filled' : isPinned ? 'pinned' : 'filter'})`;
    this.#filter.command = isFiltered ? 'auditLog.filter.clear' : isPinned ? 'auditLog.filter.unpin' : 'auditLog.filter.byField';
    this.#filter.tooltip = isFiltered
      ? vscode.l10n.t('{0}: click to show all records', filter)
      : isPinned
        ? vscode.l10n.t('{0}: click to unpin', filter)
        : vscode.l10n.t('{0}: click to filter', filter);
    const [errors, warnings, notes] = [findings.error, findings.warning, findings.information].map(numberText);
    this.#findings.text = `$(error) ${errors} $(warning) ${warnings} $(info) ${notes}`;
    this.#findings.tooltip = vscode.l10n.t('Findings of the log: {0}', found);
    this.#zone.text = `$(clock) ${zone}`;
    this.#zone.tooltip = vscode.l10n.t('Times of the timeline are shown in {0}', zone);
    for (const [item, label] of [
      [this.#records, counted],
      [this.#filter, filter],
      [this.#findings, found],
      [this.#zone, zone],
    ] as const) {
      item.accessibilityInformation = { label };
      item.show();
    }
    this.#shown = [counted, filter, found, zone];
  }

  #hide(): void {
    this.#shown = [];
    for (const item of [this.#records, this.#filter, this.#findings, this.#zone]) {
      item.hide();
    }
  }
}

function severityWords({ error, warning, information }: SeverityCounts): readonly string[] {
  return [
    error === 1 ? vscode.l10n.t('1 error') : vscode.l10n.t('{0} errors', numberText(error)),
    warning === 1 ? vscode.l10n.t('1 warning') : vscode.l10n.t('{0} warnings', numberText(warning)),
    information === 1 ? vscode.l10n.t('1 note') : vscode.l10n.t('{0} notes', numberText(information)),
  ];
}

/** How many records are shown, as far as is known; undefined where nobody can say. */
async function countMatching({ session, state }: TimelineView, signal: AbortSignal): Promise<number | undefined> {
  const query = pageQuery(state);
  const outcome = await session.request('page', { query, soFar: true, order: 'file', from: { at: 0 }, count: 0 }, signal);
  return outcome.status === 'ok' ? outcome.answer.matching : undefined;
}
