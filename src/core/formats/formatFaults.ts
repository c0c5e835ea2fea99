import { message, type Message } from '../finding/message.ts';
import { childPointer, resolvePointer } from '../json/jsonPointer.ts';
import { decodeText } from '../json/utf8.ts';
import type { ValueNode } from '../json/valueTree.ts';

/** What is wrong in a file that is to hold a format, or a JSON Schema, and where. */
export interface FormatFault {
  readonly message: Message;
  /** JSON pointer of the value; empty for the whole file. */
  readonly pointer: string;
  /** From 1; columns in UTF-16 units. */
  readonly line: number;
  readonly column: number;
}

/** A violation of the schema, as ajv reports it. */
interface SchemaError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** The key that is at fault itself. */
  readonly propertyName?: string;
}

/** The fault at a byte offset. */
export function faultAt(bytes: Uint8Array, offset: number, pointer: string, what: Message): FormatFault {
  const lines = decodeText(bytes.subarray(0, offset)).split(/\r\n|\r|\n/);
  return { message: what, pointer, line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

/** The violations of the schema by the file whose tree is `root`, in the order of the text, of each place one. */
export function schemaFaults(bytes: Uint8Array, root: ValueNode, errors: readonly SchemaError[]): readonly FormatFault[] {
  const faults = new Map<string, { readonly offset: number; readonly fault: FormatFault }>();
  for (const error of errors.filter((one) => isTelling(one, errors))) {
    const key = error.params['additionalProperty'] ?? error.params['propertyName'];
    const parent = resolvePointer(root, error.instancePath);
    const pointer = typeof key === 'string' ? childPointer(error.instancePath, key) : error.instancePath;
    const offset = parent.members.find((member) => member.key === key)?.keyStart ?? parent.start;
    const name = `${pointer} ${error.keyword === 'required' ? String(error.params['missingProperty']) : ''}`;
    if (!faults.has(name)) {
      faults.set(name, { offset, fault: faultAt(bytes, offset, pointer, wordsOf(error)) });
    }
  }
  return [...faults.values()].toSorted((left, right) => left.offset - right.offset).map(({ fault }) => fault);
}

/**
 * Of a value that has one of several forms each form reports what it lacks. That is left out where something deeper is wrong,
 * which is what was meant and mistyped; else only that it has none of the forms is said.
 */
function isTelling({ instancePath, keyword, propertyName }: SchemaError, errors: readonly SchemaError[]): boolean {
  const isFormError = errors.some((other) => other.keyword === 'anyOf' && other.instancePath === instancePath);
  const isDeeper = errors.some((other) => other.instancePath.startsWith(`${instancePath}/`));
  return propertyName === undefined && (!isFormError || (keyword === 'anyOf' && !isDeeper));
}

function wordsOf({ keyword, params }: SchemaError): Message {
  switch (keyword) {
    case 'required':
      return message('format.required', String(params['missingProperty']));
    case 'additionalProperties':
      return message('format.unknownKey', String(params['additionalProperty']));
    case 'propertyNames':
      return message('format.keyForm', String(params['propertyName']));
    case 'type':
      return message('format.type', String(params['type']));
    case 'enum':
      return valuesMessage(params['allowedValues'] as readonly string[]);
    case 'pattern':
      return message('format.pattern', String(params['pattern']));
    case 'minimum':
    case 'maximum':
      return message(`format.${keyword}`, String(params['limit']));
    case 'minItems':
    case 'minLength':
      return message('format.tooShort', String(params['limit']));
    case 'maxItems':
    case 'maxLength':
      return message('format.tooLong', String(params['limit']));
    default:
      return message('format.form');
  }
}

/** Of hundreds of values a few are named. */
function valuesMessage(values: readonly string[]): Message {
  return values.length <= maxValues
    ? message('format.values', values.join(', '))
    : message('format.values.some', values.length, values.slice(0, maxValues).join(', '));
}

const maxValues = 20;
