import type { LogSession } from '../../../src/engine/session/logSession.ts';
import type { RequestName, Requests } from '../../../src/protocol/requests.ts';

type Question = { [Name in RequestName]: readonly [name: Name, params: Requests[Name]['params']] }[RequestName];

const fields = [
  'operation',
  'result',
  'category',
  'caller',
  'target',
  'instance',
  'ip',
  'epoch',
  'finding',
  'roleInstance',
  'description',
  'key.unheardOf',
  'resultSignature',
];

const questions: readonly Question[] = [
  ['formats', {}],
  ['summary', { query: '', top: 50 }],
  ['summary', { query: 'result:success', top: 50 }],
  ...fields.map((field): Question => ['facets', { query: '', field, limit: 50 }]),
  ['page', { query: '', order: 'file', from: { at: 0 }, count: 1000 }],
  ['page', { query: 'operation:*', order: 'newest', from: { at: 0 }, count: 1000 }],
  ['page', { query: '', order: { field: 'key.unheardOf', descending: false }, from: { at: 0 }, count: 1000 }],
  ['page', { query: '', order: { field: 'caller', descending: true }, from: { at: 0 }, count: 1000 }],
  ['page', { query: '', order: 'file', from: { at: 0 }, count: 1000, fields: ['category', 'target', 'key.unheardOf'] }],
  ['findings', { query: '', limit: 100, items: 100 }],
  ['placedFindings', { source: 0, limit: 1000 }],
  ['coverage', { epochs: 100, gaps: 100 }],
  ['timeline', { query: '', width: 20 }],
  ['profile', { query: 'caller:*', limit: 10 }],
];

/** What a session answers to questions of all kinds, without the numbers of its snapshots. */
export async function everyAnswer(session: LogSession): Promise<readonly unknown[]> {
  const answers: unknown[] = [];
  for (const [name, params] of questions) {
    const outcome = await session.request(name, params, new AbortController().signal);
    answers.push(outcome.status === 'ok' ? { name, params, answer: { ...outcome.answer, snapshot: 0 } } : outcome);
  }
  return answers;
}
