/** What `audit-log --help` says. */
export const usage = `Reads audit logs (JSON, NDJSON) and tells what they hold. “-” is standard input.

  audit-log summary FILE... [--where QUERY] [--top N] [--json]
      Records, time, operations, results, callers, targets and findings in numbers.
      --top N   the most frequent callers and targets (100)

  audit-log check FILE... [--where QUERY] [--format text|json|sarif] [--schema FILE]
      Every finding with its place. Exit code 1 if one of them is an error.
      --schema FILE  holds records against a JSON Schema of your own as well, any number of times

  audit-log records FILE... [--where QUERY] [--from N] [--limit N] [--fields A,B] [--format FORMAT] [--out FILE]
      The matching records in file order. FORMAT is
        ndjson   a record on each line, unchanged (the default); with --fields, an object of these fields
        json     the same as one array
        csv      a table for spreadsheets: formulas are made inert, and secrets such as signatures hidden
        table    a table for terminals, with control characters as escapes
        md       a table of Markdown
        parquet  a table of all fields and the records' own text, for engines; --fields adds columns
        raw      the bytes of the source
      --fields A,B  fields of the filter language, such as time,caller.UPN,key.a.b
      --out FILE    writes to a file, which is there once it is whole

  audit-log report FILE... [--where QUERY] [--question TEXT] [--limit N] [--time-zone ZONE] [--out FILE]
      A page of HTML to hand over: numbers, chart, states, findings, records, coverage, and the SHA-256 of the files.
      --question TEXT   what it answers, which becomes its title
      --limit N         the records that are listed, the oldest first (100)
      --time-zone ZONE  utc (the default), local, or a name such as Europe/Berlin

  audit-log redact FILE --out FILE | --preview
      A copy in which pseudonyms stand for callers, targets, e-mail addresses, ids and addresses, the same for the same;
      nothing is written where a value would remain.
      --preview  says what would be replaced

  audit-log coverage FILE... [--json]
      Which sequence numbers are not in the files, epoch by epoch.

  audit-log translate QUERY --to kql|clickhouse|duckdb|jq
      The filter for another program: over the table that --format parquet writes, or of jq over NDJSON.
      What has no exact translation is refused.

Those that read files take, any number of times:
  --format-file FILE    a format of your own (*.audit-format.json); one with the id of a built-in format replaces it
  --without-format ID   leaves out a built-in format, such as cloudTrail

QUERY is the filter language of the timeline, for example
  --where 'operation:SetCurrentPolicy -result:success time:2020-11-23'

Exit codes: 0 fine; 1 errors were found (check); 2 bad arguments, a bad query, an unreadable file or no log.
`;
