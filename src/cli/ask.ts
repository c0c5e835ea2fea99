import type { LogSession } from '../engine/session/logSession.ts';
import type { RequestName, Requests } from '../protocol/requests.ts';
import { say } from '../protocol/say.ts';
import { UsageError } from './usageError.ts';

/** Asks a session that nobody else uses; a question at fault, such as a bad query, is a {@link UsageError}. @param onPart Takes the parts of an answer, one after the other. */
export async function ask<Name extends RequestName>(
  session: LogSession,
  name: Name,
  params: Requests[Name]['params'],
  onPart?: (part: unknown) => Promise<void>,
): Promise<Requests[Name]['answer']> {
  const outcome = await session.request(name, params, new AbortController().signal, onPart);
  switch (outcome.status) {
    case 'ok':
      return outcome.answer;
    case 'error':
      throw new UsageError(say(outcome.message));
    case 'cancelled':
    case 'closed':
    case 'restarted':
      throw new Error(`The engine ended a request as ${outcome.status}.`);
  }
}
