import { message, type Message } from '../finding/message.ts';
import { eventPhrase, withoutTarget } from '../formats/eventPhrase.ts';
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
    return message('describe.other.done', caller, phrase);
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

/** The catalogue's words with the targets that they name, and where; undefined if the record does not name all of them. */
function phraseOf({ event, target, targetOf, region, extent }: OtherFacts): Message | undefined {
  if (event?.phrase === undefined) {
    return undefined;
  }
  const { words, types } = eventPhrase(event.phrase);
  const targets = types.map(targetOf);
  const names = targets.flatMap((name) => shownName(name, extent) ?? []);
  if (names.length < targets.length) {
    return undefined;
  }
  const beside = targets.indexOf(target);
  const isPlaceBeside = region === target;
  return beside === -1 && !isPlaceBeside
    ? within(dataWords(words, ...names), region, extent)
    : message(
        'describe.other.phrase',
        within(dataWords(words, ...names), region, extent),
        within(dataWords(beside === -1 ? words : withoutTarget(words, beside), ...names), isPlaceBeside ? null : region, extent),
      );
}

function within(action: Message, region: string | null, extent?: NameExtent): Message {
  const name = shownName(region, extent);
  return name === null ? action : message('describe.in', action, name);
}

/** The operation, with what the record says of where. */
function placed({ operation, target, region, extent }: OtherFacts): Message {
  const name = shownName(operation, extent);
  const action = name === null ? message('describe.other.unnamed') : message('describe.other.operation', name);
  const on = shownName(target, extent);
  const place = region === target ? null : region;
  if (on === null) {
    return within(action, place, extent);
  }
  const where = shownName(place, extent);
  return where === null ? message('describe.on', action, on) : message('describe.onIn', action, on, where);
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
