import type { ValueTest } from '../../core/query/compileTerm.ts';
import { findingCodes, findingSeverities } from '../../core/findings/codes.ts';
import type { LogIndex } from '../index/logIndex.ts';

/** Tests on what a record does not say itself: where it comes from and what was found about it. */

type Decision = (row: number) => 0 | 1;

/** The values of `source`: the name as it was opened, and its last part. */
export function sourceNames(name: string): readonly string[] {
  const last = name.split(/[\\/]/).at(-1) ?? name;
  return last === name ? [name] : [name, last];
}

export function sourceTest(index: LogIndex, test: ValueTest): Decision {
  const passes = index.sources.map(({ source }) => sourceNames(source.name).some(test));
  return (row) => (passes[index.sourceOf(row)] === true ? 1 : 0);
}

/** The values of `finding`: code and severity of each finding of the record. */
export function findingTest(index: LogIndex, test: ValueTest): Decision {
  const passingCodes = new Set(findingCodes.filter((code) => test(code) || test(findingSeverities[code])));
  const passesEmpty = test(null);
  const states = new Uint8Array(index.rows);
  for (const { findings, firstRow } of index.sources) {
    for (let finding = 0; finding < findings.length; finding++) {
      const record = findings.recordAt(finding);
      if (record !== -1 && firstRow + record < states.length) {
        const passes = passingCodes.has(findings.codeAt(finding)) || states[firstRow + record] === 2;
        states[firstRow + record] = passes ? 2 : 1;
      }
    }
  }
  return (row) => (states[row] === 0 ? (passesEmpty ? 1 : 0) : states[row] === 2 ? 1 : 0);
}
