import { maskSecrets } from '../record/maskSecrets.ts';
import type { KnownNames } from './knownNames.ts';
import type { Pseudonyms } from './pseudonyms.ts';
import { type Shape, shapesIn } from './shapes.ts';

/** What a text is redacted by. */
export interface Redaction {
  readonly names: KnownNames;
  readonly pseudonyms: Pseudonyms;
  /** Told of everything that has a form of its own. */
  readonly onShape?: (shape: Shape) => void;
  /** Texts that were redacted before: most values of a log come again and again. */
  readonly memory?: Map<string, string>;
}

/** Texts that are remembered, and how long they are at most. */
const maxRemembered = 20_000;
const maxLength = 300;

/** A text with pseudonyms in place of all that names somebody, and without what gives access. */
export function redactText(text: string, redaction: Redaction): string {
  const { memory } = redaction;
  const known = memory?.get(text);
  if (known !== undefined) {
    return known;
  }
  const redacted = replaced(maskSecrets(text), redaction, true);
  if (memory !== undefined && text.length <= maxLength) {
    if (memory.size >= maxRemembered) {
      memory.clear();
    }
    memory.set(text, redacted);
  }
  return redacted;
}

/** A key of an object: only what has a form of its own is replaced, since the format's own keys may be anybody's names. */
export function redactKey(key: string, redaction: Redaction): string {
  return replaced(key, redaction, false);
}

function replaced(text: string, redaction: Redaction, withNames: boolean): string {
  const { names } = redaction;
  const between = (part: string): string => (withNames ? replaceNames(part, redaction) : part);
  if (withNames && names.has(text)) {
    return between(text);
  }
  let result = '';
  let end = 0;
  for (const shape of shapesIn(text)) {
    redaction.onShape?.(shape);
    result += between(text.slice(end, shape.index)) + shapePseudonym(shape, redaction);
    end = shape.index + shape.text.length;
  }
  return end === 0 ? between(text) : result + between(text.slice(end));
}

function replaceNames(text: string, { names, pseudonyms }: Redaction): string {
  let result = '';
  let end = 0;
  for (const found of names.within(text)) {
    result += text.slice(end, found.index) + pseudonyms.of(names.kindOf(found.text), found.text);
    end = found.index + found.text.length;
  }
  return end === 0 ? text : result + text.slice(end);
}

function shapePseudonym({ kind, text }: Shape, redaction: Redaction): string {
  const { pseudonyms } = redaction;
  switch (kind) {
    case 'arn':
      return redactArn(text, redaction);
    case 'resourceId':
    case 'resourceName':
      return text
        .split('/')
        .map((part) => replaced(part, redaction, true))
        .join('/');
    case 'ipv6': {
      const [, prefix = '', four] = /^(.*:)(\d+(?:\.\d+){3})$/.exec(text) ?? [];
      return four === undefined ? pseudonyms.of('ipv6', text) : prefix + pseudonyms.of('ipv4', four);
    }
    default:
      return pseudonyms.of(kind, text);
  }
}

/** The form of an Amazon Resource Name stays, with partition, service and region. */
function redactArn(text: string, redaction: Redaction): string {
  const [arn, partition, service, region, account, ...resource] = text.split(':');
  const parts = resource
    .join(':')
    .split(/([/:])/)
    .map((part) => replaced(part, redaction, true));
  return [arn, partition, service, region, replaced(account ?? '', redaction, true), parts.join('')].join(':');
}
