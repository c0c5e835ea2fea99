import { expect, it } from 'vitest';
import { openLog } from '../openLog.ts';

const records = Array.from({ length: 20_000 }, (_, row) =>
  JSON.stringify({
    operationName: row % 3 === 0 ? 'ResetAttestationPolicy' : 'SetCurrentPolicy',
    resultType: row % 7 === 0 ? 'Failure' : 'Success',
    env_time: new Date(1_600_000_000_000 + ((row * 7919) % 20_000) * 1000).toISOString(),
    callerIdentities: [{ callerIdentityType: 'UPN', callerIdentity: row % 2 === 0 ? 'ana' : 'ben' }],
    targetResources: [
      {
        targetResourceType: 'ResourceId',
        targetResourceName: `/subscriptions/s/resourceGroups/g/providers/Microsoft.Attestation/attestationProviders/contoso${row % 5}`,
      },
    ],
  }),
).join('\n');

it('answers several who ask at once, each with its own filter, as it answers one after the other', async () => {
  const questions = ['', 'caller:ana', 'caller:ben', ''].map((query) => ({ query, width: 30, limit: 10 }));
  const together = await openLog(records);
  const answers = await Promise.all(questions.map((question) => together.request('states', question)));
  const apart = await openLog(records);
  for (const [number, question] of questions.entries()) {
    const { lanes } = await apart.request('states', question);
    expect(answers[number]!.lanes).toEqual(lanes);
  }
  const [all, ana, ben] = answers.map(({ lanes }) => lanes.map((lane) => lane.records));
  expect(all).toEqual([4000, 4000, 4000, 4000, 4000]);
  expect(ana!.map((count, lane) => count + ben![lane]!)).toEqual(all);
});
