/** The commands that read logs. */
export const logCommands = ['summary', 'check', 'records', 'coverage', 'report', 'redact'] as const;

export type LogCommand = (typeof logCommands)[number];
