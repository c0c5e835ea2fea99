import type { Intent } from '../../protocol/viewMessages.ts';

/** What a user has done that a step of the walkthrough asks for. The keys are context keys of VS Code, which package.json names. */
export const milestoneKeys = {
  documentedRecord: 'auditLog.walkthrough.documentedRecordOpened',
  month: 'auditLog.walkthrough.monthOpened',
  otherSample: 'auditLog.walkthrough.otherSampleOpened',
  filter: 'auditLog.walkthrough.filtered',
  findings: 'auditLog.walkthrough.findingSeen',
  ownLog: 'auditLog.walkthrough.ownLogOpened',
} as const;

export type Milestone = keyof typeof milestoneKeys;

/** The milestone of whoever opens this log in the timeline. `samples` is the folder of the samples: both are texts of URIs. */
export function milestoneOfLog(log: string, samples: string): Milestone {
  switch (log) {
    case `${samples}/documented-sample.audit.ndjson`:
      return 'documentedRecord';
    case `${samples}/attestation-month.audit.ndjson`:
      return 'month';
    default:
      return log.startsWith(`${samples}/`) ? 'otherSample' : 'ownLog';
  }
}

/** The milestone of whoever does this in the timeline, whether by mouse, key or command; undefined for anything else. */
export function milestoneOfIntent(intent: Intent): Milestone | undefined {
  switch (intent.kind) {
    case 'filter':
      return intent.query.trim() === '' ? undefined : 'filter';
    case 'open':
      return intent.page.kind === 'findings' ? 'findings' : undefined;
    case 'documentation':
      return 'findings';
    case 'openSource':
      return intent.at !== null && 'finding' in intent.at ? 'findings' : undefined;
    case 'range':
      return intent.range === null ? undefined : 'filter';
    case 'joined':
    case 'select':
    case 'viewport':
    case 'back':
    case 'forward':
    case 'compareAsText':
    case 'openExcerpt':
    case 'pair':
    case 'chosen':
    case 'copy':
    case 'copyRecords':
      return undefined;
  }
}
