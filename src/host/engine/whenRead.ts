import * as vscode from 'vscode';
import type { RequestName, Requests } from '../../protocol/requests.ts';
import { say } from '../../protocol/say.ts';
import { Disposables } from '../lifetime/disposables.ts';
import type { EngineSession } from './engineSession.ts';

/**
 * Resolves when the log has been read to its end, and reported so by a snapshot after the one given. Rejects as cancelled when the
 * signal says so, and when the log is closed.
 */
export function whenRead(session: EngineSession, signal: AbortSignal, after = 0): Promise<void> {
  return new Promise((resolve, reject) => {
    if (session.snapshot?.complete === true && session.snapshot.snapshot > after) {
      resolve();
      return;
    }
    const owned = new Disposables();
    const end = (settle: () => void) => (): void => {
      owned.dispose();
      settle();
    };
    const isRead = end(resolve);
    const cancelled = end(() => reject(new vscode.CancellationError()));
    owned.add(session.onSnapshot(({ complete }) => complete && isRead()));
    owned.add(session.onClosed(cancelled));
    signal.addEventListener('abort', cancelled, { once: true });
  });
}

/**
 * The answer to a question; throws the sentence of one that fails. Where the log is read anew meanwhile, the question is asked again
 * once it has been read.
 */
export async function answerOf<Name extends RequestName>(
  session: EngineSession,
  name: Name,
  params: Requests[Name]['params'],
  signal: AbortSignal,
): Promise<Requests[Name]['answer']> {
  const asked = session.snapshot?.snapshot;
  const outcome = await session.request(name, params, signal);
  switch (outcome.status) {
    case 'ok':
      return outcome.answer;
    case 'restarted':
      await whenRead(session, signal, asked);
      return answerOf(session, name, params, signal);
    case 'error':
      throw new Error(say(outcome.message));
    case 'cancelled':
    case 'closed':
      throw new vscode.CancellationError();
  }
}
