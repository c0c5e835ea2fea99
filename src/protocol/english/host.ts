/** English words of what goes wrong around the engine: told in a snapshot, as the engine tells its own problems. */
export const hostEnglish: Readonly<Record<string, string>> = {
  'host.unreadable': 'This log cannot be read: {0}',
  'host.tooLarge': 'This log has {0} MB. Outside of the local file system a log is read whole, which is limited to {1} MB.',
  'host.engineFailed': 'The engine that reads logs was stopped after it had crashed several times: {0}. Reload the window to try again.',
};
