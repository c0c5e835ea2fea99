import { describe, expect, it } from 'vitest';
import { translateQuery, translationTargets, type TranslationTarget } from '../../../../src/core/query/translate/translateQuery.ts';
import { compileRegex } from '../../../../src/engine/regex/compileRegex.ts';
import { say } from '../../../../src/protocol/say.ts';

function translated(filter: string, target: TranslationTarget): string {
  const translation = translateQuery(filter, target, { compileRegex, say });
  if (!translation.ok) {
    throw new Error(say(translation.error.message));
  }
  return translation.text;
}

/** The lines without those of comments. */
function body(filter: string, target: TranslationTarget): string {
  return translated(filter, target)
    .split('\n')
    .filter((line) => !/^(?:--|\/\/|#)/.test(line))
    .join('\n')
    .trim();
}

/** What of the filter is refused, and the code of why. */
function refused(filter: string, target: TranslationTarget): readonly [part: string, code: string] {
  const translation = translateQuery(filter, target, { compileRegex, say });
  if (translation.ok) {
    throw new Error(translation.text);
  }
  const { span, message } = translation.error;
  return [filter.slice(span.start, span.end), message.code];
}

describe('a translation', () => {
  it('says which table it asks, and which columns hold the fields', () => {
    expect(translated('ip:10.0.0.1 caller.UPN:a key."x y":b', 'duckdb').split('\n').slice(0, 4)).toEqual([
      '-- Finds the same records as the filter: ip:10.0.0.1 caller.UPN:a key."x y":b',
      `-- Asks the file that this command writes: audit-log records LOG --format parquet --fields 'caller.UPN,key."x y"' --out log.parquet`,
      '-- Fields and their columns: ip = ip, ip_address; caller.UPN = caller.UPN; key.x y = key.x y',
      '-- For DuckDB 1.3 or newer.',
    ]);
    expect(translated('result:a', 'jq')).toContain('# For records of Azure Attestation in the documented form.');
    expect(translated('result:a', 'kql')).toContain('// Asks the table AuditLog,');
  });

  it.each<[filter: string, target: TranslationTarget, expected: string]>([
    ['', 'duckdb', "SELECT * FROM 'log.parquet'\nWHERE TRUE;"],
    ['-result:Success', 'duckdb', `SELECT * FROM 'log.parquet'\nWHERE NOT (coalesce(lower("result") = 'success', FALSE));`],
    ['', 'clickhouse', "SELECT * FROM file('log.parquet', Parquet)\nWHERE 1\nSETTINGS optimize_move_to_prewhere = 0;"],
    [
      'caller:"O\'Hara\\\\" seq>7',
      'clickhouse',
      "SELECT * FROM file('log.parquet', Parquet)\nWHERE arrayExists(v -> ifNull(lowerUTF8(v) = 'o\\'hara\\\\', 0), `caller`) AND " +
        "ifNull((`seq_floor` > toDecimal128('7', 0) OR (`seq_floor` = toDecimal128('7', 0) AND NOT (`seq_whole`))), 0)\nSETTINGS optimize_move_to_prewhere = 0;",
    ],
    ['', 'kql', 'AuditLog\n| where true'],
    [
      'caller:da*',
      'kql',
      'AuditLog\n| mv-apply _value = array_concat(["caller"], dynamic([""])) to typeof(string) on (summarize _any1 = countif(' +
        'tolower(_value) matches regex "\\\\Ada[\\\\s\\\\S]*\\\\z") > 0)\n| where _any1\n| project-away _any1',
    ],
    [
      'time:last-1h',
      'kql',
      'AuditLog\n| where coalesce(["time_ticks"] >= (max_of(toscalar(AuditLog | summarize max(["time_ticks"])) - 36000000000, long(0)) + (0)), false)',
    ],
  ])('of %j to %s', (filter, target, expected) => {
    expect(body(filter, target)).toBe(expected);
  });

  it.each(translationTargets)('to %s keeps what filters say within its text and its comments', (target) => {
    const hostile = 'result:"a\n\'\\"; DROP TABLE x --" OR description:x*\\';
    const text = translated(hostile, target);
    expect(text.split('\n').filter((line) => line.startsWith(' DROP') || line.startsWith("'"))).toEqual([]);
    expect(text.split('\n').filter((line) => /^(?:#|--|\/\/).*\\$/.test(line))).toEqual([]);
  });
});

describe('what has no exact translation', () => {
  it.each<[filter: string, target: TranslationTarget, part: string, code: string]>([
    ['a first(caller)', 'duckdb', 'first(caller)', 'query.translateWholeLog'],
    ['key.x:5', 'duckdb', '5', 'query.translateAnyKind'],
    ['key.x>5', 'duckdb', '5', 'query.translateAnyKind'],
    ['key.x:2020..2021', 'duckdb', '2020..2021', 'query.translateAnyKind'],
    ['a env_flags>5', 'duckdb', '5', 'query.translateNumberField'],
    ['seq>1.5', 'clickhouse', '1.5', 'query.translateFraction'],
    ['seq:1..1e40', 'kql', '1..1e40', 'query.translateLargeNumber'],
    ['operation:ΑΣ', 'duckdb', 'ΑΣ', 'query.translateLetter'],
    ['operation="a\\u{fffd}"', 'duckdb', '"a\\u{fffd}"', 'query.translateCharacter'],
    ['result~/\\u0041/', 'duckdb', '/\\u0041/', 'query.translateEscape'],
    ['a result~/(/', 'duckdb', '(', 'query.badRegex'],
    ['key.a:x OR key.A:x', 'duckdb', 'key.a:x OR key.A:x', 'engine.sameColumn'],
    ['result:null', 'kql', 'null', 'query.translateNull'],
    ['caller:null', 'kql', 'null', 'query.translateNull'],
    ['caller:*', 'kql', '*', 'query.translateEmpty'],
    ['result~/a*/', 'kql', '/a*/', 'query.translateEmpty'],
    ['text:a', 'jq', 'a', 'query.translateJqField'],
    ['instance:a', 'jq', 'a', 'query.translateJqField'],
    ['target.Account:a', 'jq', 'a', 'query.translateJqField'],
    ['key.x:a', 'jq', 'a', 'query.translateJqField'],
    ['ip:10.0.0.1', 'jq', '10.0.0.1', 'query.translateAddress'],
    ['result~/a/', 'jq', '/a/', 'query.translateRegex'],
    ['time:last-1h', 'jq', 'last-1h', 'query.translateRelativeTime'],
    ['seq="5"', 'jq', '"5"', 'query.translateNumberText'],
    ['resutl:a', 'jq', 'resutl', 'query.unknownFieldNear'],
  ])('%j to %s: %s', (filter, target, part, code) => {
    expect(refused(filter, target)).toEqual([part, code]);
  });
});
