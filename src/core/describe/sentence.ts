import { message, type Message } from '../finding/message.ts';
import { eventOf, isHeartbeat } from '../formats/attestation/events.ts';
import { knownResult, resultGroupOf, type ResultGroup } from '../record/results.ts';
import { callerWords, type NameExtent, shownName, shownText } from './sentenceNames.ts';

/** What a sentence about a record is made of; null where the record says nothing. All texts are as the record has them. */
export interface RecordFacts {
  readonly operation: string | null;
  /** The result, as the record writes it. */
  readonly result: string | null;
  /** What the record counts as, where that may be worse than the result alone. */
  readonly group?: ResultGroup;
  /** The caller's label: its identity type, `displayName` where only that is known, or null for an unknown caller. */
  readonly caller: { readonly type: string | null; readonly value: string };
  /** What is said of the result in words. */
  readonly reason: string | null;
  /** The attestation instance. */
  readonly instance: string | null;
  readonly region: string | null;
  /** Of names and texts; `short` where nothing is given. */
  readonly extent?: NameExtent;
}

/**
 * One plain sentence on what happened, such as "ObjectID 1a2b3c4d…0001 set the attestation policy on contoso in EastUS2:
 * success". Only a success is reported as done; everything else was tried, and the outcome is at the end, of a failure with the
 * reason that the record gives.
 */
export function describeRecord(facts: RecordFacts): Message {
  if (facts.operation !== null && isHeartbeat(facts.operation)) {
    return facts.result === null ? message('describe.heartbeat') : message('describe.heartbeatResult', outcome(facts));
  }
  const ended = outcome(facts);
  const caller = callerWords(facts.caller, facts.extent);
  return ended.code === 'describe.outcome.Success'
    ? message('describe.succeeded', caller, placed(facts))
    : message('describe.sentence', caller, placed(facts), withReason(ended, facts));
}

function withReason(ended: Message, { reason, result, group, extent }: RecordFacts): Message {
  const text = reason?.toLowerCase() === result?.toLowerCase() ? null : shownText(reason, extent);
  return text === null || (group ?? resultGroupOf(result)) === 'other' ? ended : message('describe.outcome.reason', ended, text);
}

/** The action with its place: "set the attestation policy on contoso in EastUS2". */
function placed(facts: RecordFacts): Message {
  const manner = (facts.group ?? resultGroupOf(facts.result)) === 'success' ? 'done' : 'tried';
  const instance = shownName(facts.instance, facts.extent);
  const region = shownName(facts.region, facts.extent);
  const event = facts.operation === null ? undefined : eventOf(facts.operation);
  if (event !== undefined && instance !== null && (event.operation === 'CreateInstance' || event.operation === 'DestroyInstance')) {
    // These two act on the instance itself, so its name belongs to the action.
    const action = message(`describe.${manner}.${event.operation}.named`, instance);
    return region === null ? action : message('describe.in', action, region);
  }
  const action =
    event === undefined ? otherAction(manner, shownName(facts.operation, facts.extent)) : message(`describe.${manner}.${event.operation}`);
  if (instance !== null) {
    return region === null ? message('describe.on', action, instance) : message('describe.onIn', action, instance, region);
  }
  return region === null ? action : message('describe.in', action, region);
}

function otherAction(manner: 'done' | 'tried', operation: string | null): Message {
  return operation === null ? message(`describe.${manner}.unnamed`) : message(`describe.${manner}.other`, operation);
}

function outcome({ result, group, extent }: RecordFacts): Message {
  const text = shownName(result, extent);
  const known = result === null ? undefined : knownResult(result);
  if ((group === 'clientError' || group === 'failure') && group !== known?.group) {
    return message(group === 'failure' ? 'describe.outcome.Failure' : 'describe.outcome.ClientError');
  }
  if (text === null) {
    return message(group === 'success' ? 'describe.outcome.Success' : 'describe.outcome.none');
  }
  if (known?.group !== group && group === 'success') {
    return message('describe.outcome.Success');
  }
  if (known === undefined || known.group === 'other') {
    return message('describe.outcome.raw', text);
  }
  return message(`describe.outcome.${known.canonical}`);
}
