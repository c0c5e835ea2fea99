/** What `audit-log --help` says. */
export const usage = `Reads audit logs (JSON, NDJSON) and tells what they hold. “-” is standard input.

  audit-log summary FILE... [--where QUERY] [--top N] [--json]
      Records, time, operations, results, callers, targets and findings in numbers.
      --top N   the most frequent callers and targets (100)

  audit-log check FILE... [--where QUERY] [--format text|json|sarif]
      Every finding with its place. Exit code 1 if one of them is an error.

  audit-log records FILE... [--where QUERY] [--from N] [--limit N] [--format ndjson|raw]
      The records themselves, in file order.

  audit-log coverage FILE... [--json]
      Which sequence numbers are not in the files, epoch by epoch.

All of them take, any number of times:
  --format-file FILE    a format of your own (*.audit-format.json); one with the id of a built-in format replaces it
  --without-format ID   leaves out a built-in format, such as cloudTrail

QUERY is the filter language of the timeline, for example
  --where 'operation:SetCurrentPolicy -result:success time:2020-11-23'

Exit codes: 0 fine; 1 errors were found (check); 2 bad arguments, a bad query, an unreadable file or no log.
`;
