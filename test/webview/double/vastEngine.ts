import type { Page } from '../../../src/protocol/answers/page.ts';
import type { Snapshot } from '../../../src/protocol/answers/snapshot.ts';
import type { Answering, Outcome, QuestionName, Questions } from '../../../src/protocol/requests.ts';
import { EngineDouble } from './engineDouble.ts';
import { inventedRecord } from './inventedRecords.ts';

/** A log of any number of records that are made up when they are looked at; all else is answered from one record. */
export class VastEngine implements Answering {
  readonly #records: number;
  readonly #one = new EngineDouble([inventedRecord(0)]);
  readonly snapshot: Snapshot;

  constructor(records: number) {
    this.#records = records;
    this.snapshot = { ...this.#one.snapshot, records };
  }

  async ask<Name extends QuestionName>(
    name: Name,
    params: Questions[Name]['params'],
    signal: AbortSignal,
  ): Promise<Outcome<Questions[Name]['answer']>> {
    if (name === 'record') {
      return this.#one.ask('record', { ref: { source: 0, index: 0 } }, signal) as Promise<Outcome<Questions[Name]['answer']>>;
    }
    const outcome = await this.#one.ask(name, params, signal);
    if (name === 'page' && outcome.status === 'ok') {
      const { from, count } = params as Questions['page']['params'];
      const at = 'at' in from ? from.at : from.around.index;
      const [row] = (outcome.answer as Page).rows.length > 0 ? (outcome.answer as Page).rows : [await this.#row(signal)];
      const shown = Math.max(0, Math.min(count, this.#records - at));
      const rows = Array.from({ length: shown }, (_, offset) => ({
        ...row,
        ref: { source: 0, index: at + offset },
        line: at + offset + 1,
      }));
      return {
        status: 'ok',
        answer: { ...outcome.answer, at, rows, matching: this.#records, total: this.#records },
      };
    }
    return outcome;
  }

  async #row(signal: AbortSignal): Promise<Page['rows'][number]> {
    const first = await this.#one.ask('page', { query: '', order: 'file', from: { at: 0 }, count: 1 }, signal);
    if (first.status !== 'ok') {
      throw new Error('the double always answers');
    }
    return first.answer.rows[0]!;
  }
}
