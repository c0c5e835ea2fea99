import type { Span } from '../ast.ts';
import { callerKeys, keyOf, targetKeys } from '../../formats/attestation/roleKeys.ts';
import { auditEvents } from '../../formats/attestation/events.ts';
import { isDocumented } from '../../formats/attestation/fields.ts';
import { attestationId } from '../../formats/attestation/attestationFormat.ts';
import { levelTypeOf } from '../../record/levels.ts';
import { fieldName, type FieldRef, type NamedField } from '../fields.ts';
import { foldedText } from './foldedText.ts';
import { jqFold, jqText } from './jqText.ts';
import { refuse } from './refused.ts';

/** What gives the values of a field of a record in the documented form of Attestation, one after the other, null among them. */
export function jqValues(field: FieldRef, span: Span): string {
  switch (field.kind) {
    case 'caller':
      return pairsOfType('identities', field.type, span);
    case 'target':
      return levelTypeOf(field.type) === undefined
        ? pairsOfType('targets', field.type, span)
        : refuse(span, 'query.translateJqField', fieldName(field));
    case 'key':
      return key(field.name, span);
    case 'named':
      return named(field.name, span);
  }
}

/** The raw value of a field that holds numbers. */
export function jqNumberKey(field: FieldRef, span: Span): string {
  const name = field.kind === 'key' && isDocumented(field.name) ? field.name : fieldName(field) === 'seq' ? keyOf.sequence : undefined;
  return name === undefined ? refuse(span, 'query.translateJqField', fieldName(field)) : `.${jqKey(name)}`;
}

function named(name: NamedField, span: Span): string {
  switch (name) {
    case 'operation':
    case 'result':
    case 'description':
    case 'request':
    case 'epoch':
    case 'time':
      return textOf(keyOf[name]);
    case 'ip':
      return textOf(keyOf.address);
    case 'category':
      return `(.${jqKey(keyOf.category)} | if type == "array" then .[] | scalar else values | scalar end)`;
    case 'event':
      return `event`;
    case 'resultGroup':
      return `resultGroup`;
    case 'caller':
      return `caller`;
    case 'tenant':
      return pairsOfType('identities', 'TenantId', span);
    case 'target':
      return '(targets | .value)';
    case 'region':
      return `(${pairsOfType('targets', 'ServiceRegion', span)}, ${pairsOfType('targets', 'ResourceRegion', span)})`;
    case 'role':
      return ownOrTarget(keyOf.serviceRole, 'ServiceRole', span);
    case 'roleInstance':
      return ownOrTarget(keyOf.serviceRoleInstance, 'ServiceRoleInstance', span);
    case 'format':
      return jqText(attestationId);
    case 'seq':
      return refuse(span, 'query.translateNumberText', name);
    case 'instance':
    case 'subscription':
    case 'resourceGroup':
    case 'finding':
    case 'source':
    case 'record':
    case 'line':
    case 'text':
      return refuse(span, 'query.translateJqField', name);
  }
}

function key(name: string, span: Span): string {
  if (name === callerKeys.list) {
    return '(identities | .value)';
  }
  return isDocumented(name) ? textOf(name) : refuse(span, 'query.translateJqField', `key.${name}`);
}

function textOf(name: string): string {
  return `(.${jqKey(name)} | values | scalar)`;
}

function ownOrTarget(name: string, type: string, span: Span): string {
  return `([${textOf(name)}] as $own | if $own == [] then ${pairsOfType('targets', type, span)} else $own[] end)`;
}

function pairsOfType(pairs: 'identities' | 'targets', type: string, span: Span): string {
  const folded = foldedText(type, span);
  return `(${pairs} | select((.type | ${jqFold(folded)}) == ${jqText(folded)}) | .value)`;
}

function jqKey(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : `[${jqText(name)}]`;
}

/** The events of Attestation by their operations, in lower case and without blanks. */
export const eventNames: Readonly<Record<string, string>> = Object.fromEntries(
  auditEvents.flatMap(({ operation, synonyms = [] }) =>
    [operation, ...synonyms].map((name) => [name.replace(/\s/g, '').toLowerCase(), operation] as const),
  ),
);

/** The keys of the lists of identities and targets. */
export const pairKeys = { identities: callerKeys, targets: targetKeys } as const;
