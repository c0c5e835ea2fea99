/** English words of what goes wrong around the engine: reported in a snapshot, as the engine reports its own problems. */
export const hostEnglish: Readonly<Record<string, string>> = {
  'host.unreadable': 'This log cannot be read: {0}',
  'host.tooLarge': 'This log is {0} MB. Outside the local file system a log is read as a whole, up to {1} MB.',
  'host.exportTooLarge': 'Outside the local file system a file is written as a whole, up to {0} MB. Filter for fewer records.',
  'host.exportToLog': 'This file is open as a log, and logs are never changed. Choose another file.',
  'host.noFile': 'What is there is no file.',
  'host.engineFailed': 'The engine that reads logs crashed several times and was stopped: {0}. Reload the window to try again.',
};
