import type { ReadLog } from './readLog.ts';

/** Findings that are reported once for the source: the specification of a record knows none of them. */
const ofSource: ReadonlySet<string> = new Set(['value.unknownKey', 'value.variant', 'value.unknownFormat', 'value.listInside']);

/** What all ways to read a log must agree in. */
export function comparable({ records, findings }: ReadLog): unknown {
  return {
    records,
    findings: findings
      .filter(({ code }) => !ofSource.has(code))
      .map(({ code, record, pointer, offset, length, line, args }) => JSON.stringify([record, offset, code, pointer, length, line, args])),
  };
}
