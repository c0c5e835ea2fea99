import { message, type Message } from './message.ts';
import type { AdditionalFault } from './additionalFault.ts';
import type { FindingCode } from './codes.ts';

/**
 * The sentence of a finding, made from its code and arguments when it is shown. Its words are keyed `finding.<code>`,
 * with a further part where one code has several sentences.
 */
export function findingMessage(code: FindingCode, args: readonly string[]): Message {
  const [first = '', second = '', third = ''] = args;
  switch (code) {
    case 'schema.type':
      return message('finding.schema.type', first, typesMessage(second.split(',')), typeMessage(third));
    case 'schema.value':
      return message(boundWords.has(second) ? `finding.schema.value.${second}` : 'finding.schema.value', first, third);
    case 'schema.custom':
      return customMessage(args);
    case 'schema.unusable':
      return message(`finding.schema.unusable.${second}`, first);
    case 'syntax.encoding':
      return encodingMessage(first, second, third);
    case 'syntax.invalid':
      return message(invalidKey(first));
    case 'syntax.truncated':
      return message(first === '' ? 'finding.syntax.truncated' : 'finding.syntax.truncated.between');
    case 'syntax.duplicateKey':
      return first === '' ? message('finding.syntax.duplicateKey.lists') : message('finding.syntax.duplicateKey', first);
    case 'syntax.compression':
      return message(`finding.syntax.compression.${first}`);
    case 'sequence.gap':
      return countedMessage('finding.sequence.gap', first, ...args);
    case 'value.variant':
      return countedMessage(`finding.value.variant.${first}`, second, second);
    case 'value.unknownKey':
      return countedMessage('finding.value.unknownKey', second, first, second);
    case 'value.unknownFormat':
      return countedMessage('finding.value.unknownFormat', first, first);
    case 'value.listInside':
      return countedMessage('finding.value.listInside', second, first, second);
    case 'value.empty':
      return message(second === 'null' ? 'finding.value.empty.null' : 'finding.value.empty', first);
    case 'value.identityForm':
      return message(first === 'UPN' ? 'finding.value.identityForm.UPN' : 'finding.value.identityForm', ...args);
    case 'id.duplicate':
    case 'id.conflict':
      return message(third === '' ? `finding.${code}` : `finding.${code}.otherFile`, ...args);
    case 'sequence.duplicate':
    case 'sequence.conflict':
    case 'sequence.doubleLogging':
    case 'order.clockStep':
      return message(second === '' ? `finding.${code}` : `finding.${code}.otherFile`, ...args);
    case 'syntax.trailingComma':
    case 'syntax.notAnObject':
    case 'syntax.padding':
    case 'syntax.tooLong':
    case 'schema.required':
    case 'value.time':
    case 'value.unknownOperation':
    case 'value.unknownResult':
    case 'value.unknownIdentityType':
    case 'value.unknownTargetType':
    case 'value.unknownCategory':
    case 'value.version':
    case 'value.timeZone':
    case 'value.number':
    case 'value.spelling':
    case 'value.resourceForm':
    case 'value.addressForm':
    case 'value.regionMismatch':
    case 'value.adminOnly':
    case 'value.partialExport':
    case 'order.inversion':
    case 'order.descending':
      return message(`finding.${code}`, ...args);
  }
}

/** What a schema of a user's own, whose name comes first, demands of a value, whose name may be empty, with what says how. */
function customMessage([schema = '', name = '', demand = '', ...args]: readonly string[]): Message {
  const clause = demand === 'type' ? message('finding.demand.type', typesMessage(args)) : message(`finding.demand.${demand}`, ...args);
  return name === '' ? message('finding.schema.custom.record', schema, clause) : message('finding.schema.custom', name, schema, clause);
}

/** A sentence that has other words for one of what it counts. */
function countedMessage(key: string, count: string, ...args: readonly string[]): Message {
  return message(count === '1' ? `${key}.one` : key, ...args);
}

/** The words of broken JSON: a fault of the grammar is named alike at the first failure of a record and at further ones. */
function invalidKey(fault: string): string {
  if (fault === '') {
    return 'finding.syntax.invalid';
  }
  return fault === 'payload' || fault.startsWith('expected') ? `finding.syntax.invalid.${fault}` : `finding.syntax.further.${fault}`;
}

/** What is said at the first of several equal keys. */
export const firstKeyMessage = message('finding.syntax.duplicateKey.first');

/** What is said at a further failure of a broken record. */
export function furtherMessage(fault: AdditionalFault): Message {
  return message(fault === 'trailingComma' ? 'finding.syntax.trailingComma' : `finding.syntax.further.${fault}`);
}

/** What is said in place of `count` further failures of a broken record. */
export function moreFailuresMessage(count: number): Message {
  return count === 1 ? message('finding.syntax.further.more.one') : message('finding.syntax.further.more', count);
}

/** `count` is `half` where the last byte of the source is half a unit, and `seam` where one encoding follows another. */
function encodingMessage(count: string, encoding: string, after: string): Message {
  if (count === 'seam') {
    return message('finding.syntax.encoding.seam', encodingName(encoding), encodingName(after));
  }
  if (count === 'half') {
    return message('finding.syntax.encoding.half');
  }
  const code = encoding.startsWith('utf-16') ? 'finding.syntax.encoding.utf16' : 'finding.syntax.encoding';
  return countedMessage(code, count, count);
}

/** As people write it: “UTF-16LE”. */
function encodingName(encoding: string): string {
  return encoding.toUpperCase();
}

/** Keywords of the schema whose violation has words of its own. */
const boundWords: ReadonlySet<string> = new Set(['minLength', 'minimum', 'maximum', 'enum']);

/** "a string, a number or null". */
function typesMessage(types: readonly string[]): Message {
  return types
    .map(typeMessage)
    .reduceRight((rest, type, index) => message(index === types.length - 2 ? 'finding.or' : 'finding.comma', type, rest));
}

function typeMessage(type: string): Message {
  return message(`finding.type.${type}`);
}
