/** English words for sources that cannot be read as a log, keyed `reading.*`. */
export const readingEnglish: Readonly<Record<string, string>> = {
  'reading.gzipTwice': 'This is gzip data that was compressed twice. Decompress it once and open the result.',
  'reading.gzipDamaged': 'This is gzip data that is corrupt from the start: none of it can be read.',
  'reading.zip': 'This is a zip archive, not an audit log. Extract it and open the log inside.',
  'reading.tar': 'This is a tar archive, not an audit log. Extract it and open the logs inside.',
  // The name of the program or format, such as bzip2.
  'reading.compressed': 'This is data compressed with {0}, not an audit log. Decompress it and open the result.',
  'reading.lfsPointer': 'This is a Git LFS pointer, not the file itself. Run “git lfs pull” to get the log.',
  // The format's name, such as PNG.
  'reading.image': 'This is an image ({0}), not an audit log.',
  'reading.pdf': 'This is a PDF document, not an audit log.',
  'reading.eventLog': 'This is a Windows event log (EVTX), not an audit log in JSON.',
  'reading.database': 'This is an SQLite database, not an audit log.',
  'reading.binary': 'This is binary data, not an audit log.',
  'reading.textBefore':
    'This is plain text, not an audit log: its lines contain JSON but do not start with it. Remove the text before the JSON.',
  'reading.text': 'This is plain text, not an audit log: no line starts with a JSON object.',

  // Name, and the reason in the system's words.
  'reading.unreadable': '{0} cannot be read: {1}',
  'reading.missing': '{0} does not exist.',
  'reading.directory': '{0} is a folder, not a file.',
  'reading.device': '{0} is a device, not a file.',
  'reading.socket': '{0} is a socket, not a file.',
  // Name.
  'reading.changed': '{0} was truncated after it was read. Open it again.',
  'reading.replaced': '{0} was replaced by another file after it was read. Open it again.',
  // A fault of the engine itself, in its own words.
  'reading.failed': 'Reading the log failed: {0}',
};
