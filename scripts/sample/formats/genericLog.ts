import { ndjson, type FormatSample } from './formatSample.ts';

/** Lines of a program that nobody knows: what its keys are called is all that is known of them. */
export const genericSample: FormatSample = {
  format: 'generic',
  file: undefined,
  records: ({ company, random, time, index }) => {
    const { name, address } = random.pick(company.people);
    const outcome = random.pickWeighted([
      ['success', 80],
      ['denied', 12],
      ['error', 8],
    ] as const);
    return [
      {
        ts: Date.parse(`${time.slice(0, 23)}Z`),
        ...(index % 10 !== 4 && { user: name.toLowerCase() }),
        action: random.pick(['login', 'export', 'rename', 'delete']),
        ...(index % 10 !== 7 && { outcome }),
        ip: address,
        target: random.pick(['console', 'report-1', 'report-2']),
        request_id: random.guid(),
        // A number that is no time, whatever it looks like.
        cgroup_id: 1_606_150_000 + index,
      },
    ];
  },
  write: ndjson,
};
