import { message } from '../finding/message.ts';
import type { ComparisonOperator, WholeLogDemand, WholeLogTerm } from './ast.ts';
import { fieldName, resolveField, type FieldRef } from './fields.ts';
import { nearNames } from './nearNames.ts';
import { queryError, type QueryError } from './queryError.ts';
import { isUnfinished, readFieldName } from './readFieldName.ts';
import type { Scanner } from './scanner.ts';
import { unknownField } from './unknownField.ts';
import { functionNames, isCounted, isPossible, type FunctionName } from './wholeLog.ts';

/** A function as far as its opening parenthesis. */
interface Call {
  readonly name: FunctionName;
  readonly start: number;
  /** Where the opening parenthesis is. */
  readonly open: number;
}

/** What touches a word in parentheses, without blanks. */
const closed = /\([^\s()]*\)/y;

/** Whether the parenthesis that is here makes a function of the word before it. A word that only holds one, such as `f(x`, is text. */
export function isFunction(scanner: Scanner, name: string): boolean {
  closed.lastIndex = scanner.position;
  return scanner.next === '(' && (nearNames(name, functionNames).length > 0 || closed.test(scanner.text));
}

/** Reads `first(field)`, `rare(field, n)` or `count(field) < n`, from the parenthesis after the name on. */
export function parseFunction(scanner: Scanner, name: string, start: number): WholeLogTerm | undefined {
  const call = { name: functionNames.find((one) => one === name), start, open: scanner.position };
  if (call.name === undefined) {
    return scanner.fail(unknownFunction(name, start));
  }
  return parseCall(scanner, { ...call, name: call.name });
}

function parseCall(scanner: Scanner, call: Call): WholeLogTerm | undefined {
  scanner.position++;
  const field = parseField(scanner, call);
  const inside = field && (call.name === 'rare' ? parseLimit(scanner, call) : ({ kind: 'first' } as const));
  if (field === undefined || inside === undefined || !takeClosing(scanner, call)) {
    return undefined;
  }
  const demand = call.name === 'count' ? parseComparison(scanner, call) : inside;
  if (demand === undefined) {
    return undefined;
  }
  const span = { start: call.start, end: scanner.position };
  if (!scanner.valueEnds(false)) {
    return scanner.fail(queryError({ start: span.end, end: span.end + 1 }, 'query.afterFunction'));
  }
  return isPossible(demand)
    ? { kind: 'wholeLog', field, demand, span }
    : scanner.fail(queryError(span, 'query.neverOccurs', scanner.text.slice(span.start, span.end)));
}

function parseField(scanner: Scanner, call: Call): FieldRef | undefined {
  scanner.skipBlanks();
  const start = scanner.position;
  const name = readFieldName(scanner);
  if (name === undefined) {
    return undefined;
  }
  const span = { start, end: scanner.position };
  scanner.skipBlanks();
  if (scanner.atEnd) {
    return failOpen(scanner, call);
  }
  if (name.text === '') {
    return scanner.fail(queryError({ start, end: start + 1 }, 'query.missingArgument', call.name));
  }
  const field = isUnfinished(name) ? undefined : resolveField(name.text, scanner.documented);
  if (field === undefined) {
    return scanner.fail(unknownField(name.text, span, scanner.documented));
  }
  return isCounted(field) ? field : scanner.fail(queryError(span, 'query.notCounted', call.name, fieldName(field)));
}

/** Reads `, n`. */
function parseLimit(scanner: Scanner, call: Call): WholeLogDemand | undefined {
  if (!scanner.take(',')) {
    return scanner.fail(queryError({ start: scanner.position, end: scanner.position + 1 }, 'query.missingLimit', call.name));
  }
  scanner.skipBlanks();
  if (scanner.atEnd) {
    return failOpen(scanner, call);
  }
  const most = parseCount(scanner, call);
  scanner.skipBlanks();
  return most === undefined ? undefined : { kind: 'rare', most };
}

/** Reads `< n` and its kin. Blanks are let pass, as people write them there. */
function parseComparison(scanner: Scanner, call: Call): WholeLogDemand | undefined {
  const end = scanner.position;
  scanner.skipBlanks();
  const operator = ([':', '<=', '>=', '<', '>', '='] as const).find((one) => scanner.take(one));
  if (operator === undefined) {
    return scanner.fail(queryError({ start: call.start, end }, 'query.missingComparison', scanner.text.slice(call.start, end)));
  }
  scanner.skipBlanks();
  const operand = parseCount(scanner, call);
  return operand === undefined ? undefined : { kind: 'count', operator: comparisonOf(operator), operand };
}

function comparisonOf(operator: ComparisonOperator | ':'): ComparisonOperator {
  return operator === ':' ? '=' : operator;
}

function parseCount(scanner: Scanner, call: Call): number | undefined {
  const start = scanner.position;
  const text = scanner.readBare(true);
  if (text === '') {
    return scanner.fail(queryError({ start: call.start, end: start }, 'query.emptyValue', scanner.text.slice(call.start, start).trim()));
  }
  return /^\d{1,15}$/.test(text) ? Number(text) : scanner.fail(queryError({ start, end: scanner.position }, 'query.expectedCount', text));
}

function takeClosing(scanner: Scanner, call: Call): boolean {
  if (scanner.take(')')) {
    return true;
  }
  if (scanner.atEnd) {
    failOpen(scanner, call);
  } else {
    scanner.fail(queryError({ start: scanner.position, end: scanner.position + 1 }, 'query.closeFunction', call.name));
  }
  return false;
}

function failOpen(scanner: Scanner, { open, name }: Call): undefined {
  return scanner.fail(queryError({ start: open, end: open + 1 }, 'query.openFunction', name));
}

function unknownFunction(name: string, start: number): QueryError {
  const span = { start, end: start + name.length };
  const suggestions = nearNames(name, functionNames);
  return suggestions.length === 0
    ? queryError(span, 'query.unknownFunction', name)
    : { message: message('query.unknownFunctionNear', name, suggestions.join(', ')), span, suggestions };
}
