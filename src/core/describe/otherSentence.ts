import { message, type Message } from '../finding/message.ts';
import { eventPhrase } from '../formats/eventPhrase.ts';
import { isDone } from '../formats/isDone.ts';
import type { EventDescription } from '../formats/definition/formatDocumentation.ts';
import { knownResult, type ResultGroup } from '../record/results.ts';
import { dataWords } from './dataWords.ts';
import { callerWords, type NameExtent, shownName, shownText } from './sentenceNames.ts';

/** What a sentence about a record of a format that is data is made of; null where the record says nothing. */
export interface OtherFacts {
  /** What the format's catalogue has of the operation. */
  readonly event: EventDescription | undefined;
  readonly operation: string | null;
  readonly result: string | null;
  readonly group: ResultGroup;
  /** What is said of the result in words. */
  readonly reason: string | null;
  readonly caller: { readonly type: string | null; readonly value: string };
  /** The target that says most. */
  readonly target: string | null;
  readonly region: string | null;
  /** The target of a type. */
  readonly targetOf: (type: string) => string | null;
  /** Of names and texts; `short` where nothing is given. */
  readonly extent?: NameExtent;
}

/**
 * One plain sentence on what happened: "ana deleted the bucket invoices in eu-west-1" where the record says that it succeeded
 * and the catalogue has words for it; else "ana: PutBucketPolicy on invoices failed: AccessDenied", which says no more than
 * that the record names this operation, and how it ended.
 */
export function describeOtherRecord(facts: OtherFacts): Message {
  const caller = callerWords(facts.caller, facts.extent);
  const phrase = isDone(facts.event ?? {}, facts.group, facts.result) ? phraseOf(facts) : undefined;
  if (phrase !== undefined) {
    const region = shownName(facts.region, facts.extent);
    return message('describe.other.done', caller, region === null ? phrase : message('describe.in', phrase, region));
  }
  const action = placed(facts);
  switch (facts.group) {
    case 'success':
      return message('describe.other.succeeded', caller, action);
    case 'clientError':
    case 'failure': {
      const reason = reasonOf(facts);
      return reason === undefined
        ? message('describe.other.failed', caller, action)
        : message('describe.other.failedFor', caller, action, reason);
    }
    case 'other': {
      const result = shownName(facts.result, facts.extent);
      return result === null ? message('describe.other.open', caller, action) : message('describe.other.ended', caller, action, result);
    }
  }
}

/** The catalogue's words with the targets that they name; undefined if the record does not name all of them. */
function phraseOf({ event, targetOf, extent }: OtherFacts): Message | undefined {
  if (event?.phrase === undefined) {
    return undefined;
  }
  const { words, types } = eventPhrase(event.phrase);
  const names = types.map((type) => shownName(targetOf(type), extent));
  return names.some((name) => name === null) ? undefined : dataWords(words, ...names.map((name) => name ?? ''));
}

/** The operation, with what the record says of where. */
function placed({ operation, target, region, extent }: OtherFacts): Message {
  const name = shownName(operation, extent);
  const action = name === null ? message('describe.other.unnamed') : message('describe.other.operation', name);
  const on = shownName(target, extent);
  const within = region === target ? null : shownName(region, extent);
  if (on !== null) {
    return within === null ? message('describe.on', action, on) : message('describe.onIn', action, on, within);
  }
  return within === null ? action : message('describe.in', action, within);
}

/** The result, unless it only says that it failed or even that it did not, and what is said in words. */
function reasonOf({ result, reason, extent }: OtherFacts): Message | undefined {
  const code = result === null || knownResult(result) !== undefined || isPlain(result) ? null : shownName(result, extent);
  const text = reason?.toLowerCase() === result?.toLowerCase() ? null : shownText(reason, extent);
  if (code === null || text === null) {
    const only = code ?? text;
    return only === null ? undefined : message('describe.outcome.raw', only);
  }
  return message('describe.other.reason', code, text);
}

function isPlain(result: string): boolean {
  return ['true', 'false', 'denied', 'error', 'other'].includes(result.toLowerCase());
}
