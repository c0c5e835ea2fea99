import * as vscode from 'vscode';
import { pageQuery } from '../../core/query/pageQuery.ts';
import { timeText } from '../../core/record/timeText.ts';
import { ticksFromText } from '../../core/record/ticks.ts';
import type { Severity } from '../../protocol/answers/answer.ts';
import type { FindingRow } from '../../protocol/answers/findings.ts';
import { say } from '../../protocol/say.ts';
import { findingsText, numberText } from '../base/countText.ts';
import { settings } from '../base/settings.ts';
import type { TimelineView } from '../editor/timelineView.ts';
import { answerOf } from '../engine/whenRead.ts';
import { type LoadNodes, type SideBarNode, shownText } from './sideBarNode.ts';

/** The most that the engine gives at once. */
const maxRows = 1000;

/** Findings of what the filter leaves, by their codes. */
export function loadFindings(view: TimelineView): LoadNodes {
  return async (_limit, signal) => {
    const query = pageQuery(view.state);
    const { codes } = await answerOf(view.session, 'findingCodes', { query, soFar: true }, signal);
    const nodes = codes.map(({ code, severity, count }): SideBarNode => {
      const title = say({ code: `findingTitle.${code}`, args: [] });
      return {
        id: `finding ${code}`,
        label: title,
        description: numberText(count),
        tooltip: `${title}\n${code}\n${findingsText(count)}`,
        spoken: `${severityName(severity)}: ${title}, ${findingsText(count)}`,
        context: 'findingCode',
        icon: icons[severity],
        color: colors[severity],
        code,
        isOpen: false,
        load: loadRows(view, code),
      };
    });
    return { nodes, total: nodes.length };
  };
}

function loadRows(view: TimelineView, code: string): LoadNodes {
  return async (limit, signal) => {
    const params = { query: pageQuery(view.state), soFar: true, code, at: 0, count: Math.min(maxRows, limit) };
    const { rows, total } = await answerOf(view.session, 'findingRows', params, signal);
    return { nodes: rows.map(rowNode), total };
  };
}

function rowNode(row: FindingRow): SideBarNode {
  const { ref, record, range, time } = row;
  const message = say(row.message);
  const line = vscode.l10n.t('line {0}', numberText(range.startLine + 1));
  const ticks = time === null ? undefined : ticksFromText(time.ticks);
  const facts = [
    line,
    ...(ticks === undefined ? [] : [timeText(ticks, settings.timeZone().zone)]),
    record === null ? vscode.l10n.t('broken stretch') : row.sentence === null ? '' : say(row.sentence),
  ].filter((fact) => fact !== '');
  return {
    id: `finding ${row.code} ${ref.source}:${ref.finding}`,
    label: shownText(message),
    description: line,
    tooltip: [message, ...facts].map((text) => shownText(text, 2000)).join('\n'),
    spoken: [message, ...facts].map((text) => shownText(text)).join(', '),
    context: record === null ? 'brokenStretch' : 'finding',
    command:
      record === null ? { id: 'auditLog.source.open', argument: { finding: ref } } : { id: 'auditLog.finding.show', argument: { record } },
    code: row.code,
  };
}

const icons: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'info' };
const colors: Readonly<Record<Severity, string>> = {
  error: 'list.errorForeground',
  warning: 'list.warningForeground',
  information: 'editorInfo.foreground',
};

function severityName(severity: Severity): string {
  switch (severity) {
    case 'error':
      return vscode.l10n.t('error');
    case 'warning':
      return vscode.l10n.t('warning');
    case 'information':
      return vscode.l10n.t('information');
  }
}
