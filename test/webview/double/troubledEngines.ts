import type { Responder } from '../../../src/protocol/requests.ts';

/** Fails at every question, as the engine does when the bytes of its log cannot be read. */
export function failingEngine(reason: string): Responder {
  return { request: () => Promise.resolve({ status: 'error', message: { code: 'engine.failed', args: [reason] } }) };
}

/** Starts again in the middle of the first questions, and answers the others as another engine does. */
export function restartingEngine(engine: Responder, restarts: number): Responder {
  let left = restarts;
  return {
    request: (name, params, signal) => (left-- > 0 ? Promise.resolve({ status: 'restarted' }) : engine.request(name, params, signal)),
  };
}

/** Answers pages that would end short from further up, as a server with pages of a fixed size does: `Page.at` tells. */
export function fullPagesEngine(engine: Responder): Responder {
  return {
    request: async (name, params, signal) => {
      const outcome = await engine.request(name, params, signal);
      if (!('from' in params) || !('at' in params.from) || outcome.status !== 'ok' || !('matching' in outcome.answer!)) {
        return outcome;
      }
      const at = Math.max(0, Math.min(params.from.at, outcome.answer.matching - params.count));
      return engine.request(name, { ...params, from: { at } }, signal);
    },
  };
}
