import * as vscode from 'vscode';
import type { RequestName, Requests } from '../../protocol/requests.ts';
import { say } from '../../protocol/say.ts';
import type { EngineSession } from './engineSession.ts';

/** Resolves when the log has been read to its end. */
export function whenRead(session: EngineSession, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (session.snapshot?.complete === true) {
      resolve();
      return;
    }
    const end = (settle: () => void) => (): void => {
      subscription.dispose();
      settle();
    };
    const isRead = end(resolve);
    const subscription = session.onSnapshot(({ complete }) => complete && isRead());
    signal.addEventListener(
      'abort',
      end(() => reject(new vscode.CancellationError())),
      { once: true },
    );
  });
}

/** The answer to a question; throws the sentence of one that fails. */
export async function answerOf<Name extends RequestName>(
  session: EngineSession,
  name: Name,
  params: Requests[Name]['params'],
  signal: AbortSignal,
): Promise<Requests[Name]['answer']> {
  const outcome = await session.request(name, params, signal);
  switch (outcome.status) {
    case 'ok':
      return outcome.answer;
    case 'restarted':
      return answerOf(session, name, params, signal);
    case 'error':
      throw new Error(say(outcome.message));
    case 'cancelled':
    case 'closed':
      throw new vscode.CancellationError();
  }
}
