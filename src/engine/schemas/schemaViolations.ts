import type { ErrorObject } from 'ajv';
import type { Finding } from '../../core/finding/finding.ts';
import { excerpt } from '../../core/finding/verdict.ts';
import { childPointer, resolvePointer } from '../../core/json/jsonPointer.ts';
import type { ValueNode } from '../../core/json/valueTree.ts';

/** Violations of one schema by one record that are said one by one; more are counted. */
const maxViolations = 100;

/** A violation of a schema, told at the value, at the object that lacks a field, or at the key of a field that must not be. */
export function schemaViolations(schema: string, root: ValueNode, errors: readonly ErrorObject[]): readonly Finding[] {
  const told = new Map<string, Finding>();
  const telling = tellingErrors(errors);
  let left = telling.length;
  for (const error of telling) {
    if (told.size === maxViolations) {
      break;
    }
    left -= 1;
    const { instancePath, params } = error;
    const [demand, ...args] = demandOf(error);
    const key: unknown = params['additionalProperty'] ?? params['unevaluatedProperty'] ?? params['propertyName'];
    const parent = resolvePointer(root, instancePath);
    const member = typeof key === 'string' ? parent.members.findLast((one) => one.key === key) : undefined;
    const pointer = member === undefined ? instancePath : childPointer(instancePath, member.key);
    const place = member === undefined ? parent : { start: member.keyStart, end: member.keyEnd };
    const texts = [schema, lastOf(pointer), demand, ...args].map(excerpt);
    told.set(JSON.stringify([pointer, ...texts]), { code: 'schema.custom', pointer, start: place.start, end: place.end, args: texts });
  }
  const found = [...told.values()].toSorted((one, other) => one.start - other.start);
  return left === 0 ? found : [...found, ofRecord(root, [schema, '', 'more', String(left)])];
}

/** What is said of a value that could not be checked. */
export function uncheckedRecord(schema: string, root: ValueNode, error: unknown): Finding {
  const reason = error instanceof Error ? error.message : String(error);
  return ofRecord(root, [schema, '', 'failed', excerpt(reason)]);
}

function ofRecord({ start, end }: ValueNode, args: readonly string[]): Finding {
  return { code: 'schema.custom', pointer: '', start, end, args };
}

/** Keywords with alternatives, each of which reports what it lacks. */
const ofAlternatives: ReadonlySet<string> = new Set(['anyOf', 'oneOf']);

/**
 * Of a value that has none of several forms only that is said, or what is wrong deeper inside, which is what was meant and mistyped.
 * What only says that another keyword has found something is left out.
 */
function tellingErrors(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const withAlternatives = new Set<string>();
  const withDeeper = new Set<string>();
  for (const { keyword, instancePath } of errors) {
    if (ofAlternatives.has(keyword)) {
      withAlternatives.add(instancePath);
    }
    for (let above = parentOf(instancePath); above !== undefined && !withDeeper.has(above); above = parentOf(above)) {
      withDeeper.add(above);
    }
  }
  return errors.filter(({ instancePath, keyword, propertyName }) => {
    if (propertyName !== undefined || keyword === 'if') {
      return false;
    }
    return !withAlternatives.has(instancePath) || (ofAlternatives.has(keyword) && !withDeeper.has(instancePath));
  });
}

/** The pointer of what a value is in; undefined of the record. */
function parentOf(pointer: string): string | undefined {
  return pointer === '' ? undefined : pointer.slice(0, pointer.lastIndexOf('/'));
}

const lengths: Readonly<Record<string, string>> = {
  minLength: 'tooShort',
  minItems: 'tooShort',
  minProperties: 'tooShort',
  maxLength: 'tooLong',
  maxItems: 'tooLong',
  maxProperties: 'tooLong',
};

/** What the schema demands, with its arguments: the ends of the keys of the words `finding.demand.*`. */
function demandOf({ keyword, params }: ErrorObject): readonly [demand: string, ...args: string[]] {
  const text = (name: string): string => String(params[name]);
  const length = lengths[keyword];
  if (length !== undefined) {
    return [length, text('limit')];
  }
  switch (keyword) {
    case 'required':
    case 'dependentRequired':
    case 'dependencies':
      return ['required', text('missingProperty')];
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return ['forbidden'];
    case 'type':
      return ['type', ...[params['type'] as string | readonly string[]].flat()];
    case 'const':
      return ['const', JSON.stringify(params['allowedValue'])];
    case 'enum':
      return ['enum', (params['allowedValues'] as readonly unknown[]).map((value) => JSON.stringify(value)).join(', ')];
    case 'pattern':
    case 'format':
      return [keyword, text(keyword)];
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      return [keyword, text('limit')];
    case 'uniqueItems':
      return [keyword, text('i'), text('j')];
    default:
      return ['keyword', keyword];
  }
}

/** The key that a pointer ends with, or the number of an item; empty for the record. */
function lastOf(pointer: string): string {
  return pointer
    .slice(pointer.lastIndexOf('/') + 1)
    .replaceAll('~1', '/')
    .replaceAll('~0', '~');
}
