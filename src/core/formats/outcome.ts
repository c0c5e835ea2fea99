import type { ResultGroup } from '../record/results.ts';
import type { OutcomeRule } from './definition/format.ts';
import { starPattern } from './starPattern.ts';

/** What a text says of the outcome, or what its absence does, as that of an empty text; undefined for nothing. */
export type GroupOfText = (text: string | undefined) => ResultGroup | undefined;

/** Compiles a rule of a format. */
export function ruleReader({ values = {}, status, absent, other }: OutcomeRule): GroupOfText {
  const exact = new Map(Object.entries(values).filter(([key]) => !key.includes('*')));
  const patterns = Object.entries(values).flatMap(([key, group]) => (key.includes('*') ? [{ fits: starPattern(key), group }] : []));
  return (text) => {
    const folded = text?.replaceAll(/\s/g, '').toLowerCase() ?? '';
    if (folded === '') {
      return absent;
    }
    return (
      exact.get(folded) ??
      patterns.find(({ fits }) => fits(folded))?.group ??
      (status === undefined ? undefined : groupOfStatus[status](folded)) ??
      other
    );
  };
}

const groupOfStatus: Readonly<Record<'http' | 'grpc', (text: string) => ResultGroup | undefined>> = {
  http: (text) => {
    const [, hundreds] = /^([1-5])\d\d(?!\d)/.exec(text) ?? [];
    return hundreds === undefined ? undefined : hundreds === '4' ? 'clientError' : hundreds === '5' ? 'failure' : 'success';
  },
  grpc: (text) => {
    const code = /^\d{1,2}$/.test(text) ? Number(text) : undefined;
    return code === undefined ? undefined : code === 0 ? 'success' : clientErrorsOfGrpc.has(code) ? 'clientError' : 'failure';
  },
};

/**
 * The codes of gRPC that blame the request and not the service: cancelled, invalid argument, not found, already exists,
 * permission denied, resource exhausted, failed precondition, aborted, out of range, unauthenticated
 * (https://grpc.io/docs/guides/status-codes/).
 */
const clientErrorsOfGrpc: ReadonlySet<number> = new Set([1, 3, 5, 6, 7, 8, 9, 10, 11, 16]);
