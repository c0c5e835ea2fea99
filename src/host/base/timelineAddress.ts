import type { Uri } from 'vscode';

/** Timelines of text that was never saved: VS Code shows such a text in one editor only, and closes the text for a timeline of it. */
const scheme = 'auditlog-untitled';

/** The address at which a log is opened in the timeline. */
export function timelineAddress(log: Uri): Uri {
  return log.scheme === 'untitled' ? log.with({ scheme }) : log;
}

/** The log that a timeline shows. */
export function logAddress(timeline: Uri): Uri {
  return timeline.scheme === scheme ? timeline.with({ scheme: 'untitled' }) : timeline;
}
