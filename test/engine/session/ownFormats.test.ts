import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { builtInFormats } from '../../../src/core/formats/builtInFormats.ts';
import { builtInChoice, type FormatChoice } from '../../../src/core/formats/formatChoice.ts';
import type { BlockWorkers } from '../../../src/engine/parallel/blockWorkers.ts';
import { LogSession } from '../../../src/engine/session/logSession.ts';
import { nodeCompression } from '../../../src/engine/node/nodeCompression.ts';
import { BytesSource } from '../../../src/engine/sources/bytesSource.ts';
import type { RequestName, Requests } from '../../../src/protocol/requests.ts';
import { BytesBlockWorkers } from '../parallel/bytesBlockWorkers.ts';
import { everyAnswer } from '../parallel/everyAnswer.ts';

const { Records: sample } = JSON.parse(readFileSync('media/samples/cloudtrail.audit.json', 'utf8')) as {
  readonly Records: readonly unknown[];
};
/** Records by themselves and in envelopes, one twice, one with a time that is none, and one of another format. */
const lines = [
  ...sample.flatMap((record, index) => [
    record,
    ...(index % 50 === 0 ? [{ detail: record }, { CloudTrailEvent: JSON.stringify(record) }] : []),
  ]),
  sample[0],
  { ...(sample[1] as object), eventTime: 'yesterday', eventID: 'x' },
  { ts: 1_600_000_000, action: 'login', user: 'ana' },
].map((record) => JSON.stringify(record));
const bytes = new TextEncoder().encode(lines.join('\n'));

const cloudTrail = builtInFormats.ofId('cloudTrail')!.format;
/** CloudTrail's format as a user's, under another id, in place of the built-in one. */
const ourTrail: FormatChoice = { own: [{ ...cloudTrail, id: 'ourTrail' }], without: ['cloudTrail'] };

async function open(formats: FormatChoice, workers?: BlockWorkers): Promise<LogSession> {
  const session = new LogSession(() => undefined, nodeCompression, workers, formats);
  await session.read([new BytesSource('log.ndjson', bytes)]);
  return session;
}

async function ask<Name extends RequestName>(session: LogSession, name: Name, params: Requests[Name]['params']): Promise<unknown> {
  const outcome = await session.request(name, params, new AbortController().signal);
  return outcome.status === 'ok' ? { ...outcome.answer, snapshot: 0 } : outcome;
}

const queries = [
  'format:cloudTrail',
  'userIdentity.arn:*ben',
  'event:"Stop Logging"',
  'event:CreateAccessKey',
  'target.Account:*',
  'nothing.at.all:x',
];
const fields = ['event', 'format', 'target.Account', 'userIdentity.type', 'request', 'caller', 'time'];

/** What a session answers to anything, its records and hovers included, with the id that the built-in format has. */
async function everything(session: LogSession, id: string): Promise<readonly unknown[]> {
  const answers: unknown[] = [...(await everyAnswer(session))];
  for (const query of queries.map((text) => text.replace('cloudTrail', id))) {
    answers.push(await ask(session, 'page', { query, order: 'newest', from: { at: 0 }, count: 1000 }));
  }
  for (const field of fields) {
    answers.push(await ask(session, 'facets', { query: '', field, limit: 100 }));
  }
  for (let index = 0; index < lines.length; index += 7) {
    answers.push(await ask(session, 'record', { ref: { source: 0, index } }));
    for (let column = 1; column < lines[index]!.length; column += 60) {
      answers.push(await ask(session, 'hover', { source: 0, line: index + 1, column }));
    }
  }
  return JSON.parse(JSON.stringify(answers).replaceAll(id, 'cloudTrail')) as readonly unknown[];
}

describe('a format of a user', () => {
  it('that is a built-in one under another id makes no difference to answers', async () => {
    const builtIn = await open(builtInChoice);
    const wanted = await everything(builtIn, 'cloudTrail');
    await builtIn.close();
    const own = await open(ourTrail);
    expect(await everything(own, 'ourTrail')).toEqual(wanted);
    expect(await ask(own, 'summary', { query: 'format:ourTrail', top: 1 })).toMatchObject({
      records: lines.length - 1,
      sources: [{ formats: { ourTrail: lines.length - 1, generic: 1 } }],
    });
    expect(await ask(own, 'page', { query: 'format:cloudTrail', order: 'file', from: { at: 0 }, count: 1 })).toMatchObject({ matching: 0 });
    await own.close();
  });

  it('is looked for by workers as well', async () => {
    const alone = await open(ourTrail);
    const wanted = await everyAnswer(alone);
    await alone.close();
    const workers = new BytesBlockWorkers(bytes, 2, 20_000);
    const session = await open(ourTrail, workers);
    expect(await everyAnswer(session)).toEqual(wanted);
    expect(workers.read - workers.failed).toBeGreaterThan(1);
    await session.close();
  });
});
