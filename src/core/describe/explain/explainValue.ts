import { documentationOfName } from '../../formats/attestation/fields.ts';
import { keyOf } from '../../formats/attestation/roleKeys.ts';
import { signatureIn } from '../../formats/attestation/signatureIn.ts';
import { memberOf, nodeString, type ValueNode } from '../../json/valueTree.ts';
import type { Explanation } from '../fieldDescription.ts';
import type { Subject } from '../subject.ts';
import { explainAddress, explainIdentity, explainIdentityType } from './caller.ts';
import { explainByRule } from './documentedRule.ts';
import { explainSequence, explainTime } from './envelope.ts';
import { note } from './explanation.ts';
import { explainCategory, explainOperation, explainResult, explainResultDescription } from './outcome.ts';
import { explainTarget, explainTargetType } from './target.ts';

/** A value to be explained, with what is around it in its record. */
export interface ExplainedValue {
  readonly subject: Subject;
  readonly node: ValueNode;
  /** The whole decoded text of a string, the source text of anything else. */
  readonly text: string;
  readonly bytes: Uint8Array;
  readonly root: ValueNode;
  /** Of an identity or a target its type, as written; null where there is none. */
  readonly type: string | null;
  /** Types of all identities of the record. */
  readonly identityTypes: () => readonly string[];
}

/** What can be reported about this very value; empty where the field's documentation says it all. */
export function explainValue(value: ExplainedValue): readonly Explanation[] {
  const { node, text, subject } = value;
  if (subject.name === undefined && subject.group === 'other') {
    return [note('undocumentedKey')];
  }
  switch (node.kind) {
    case 'null':
      return [note('absent')];
    case 'object':
    case 'array':
      return node.kind === 'array' && node.items.length === 0 ? [note('emptyArray')] : [];
    case 'boolean':
      return [];
    case 'number':
      return explainNumber(value);
    case 'string':
      return text === '' ? [note('emptyText')] : explainText(value);
  }
}

function explainText({ subject, text, type, identityTypes, bytes, root }: ExplainedValue): readonly Explanation[] {
  switch (subject.role) {
    case 'operation':
      return explainOperation(text);
    case 'result':
      return explainResult(text, signatureIn(bytes, root));
    case 'description':
      return explainResultDescription(text);
    case 'category':
      return explainCategory(text);
    case 'address':
      return explainAddress(text);
    case 'callerType':
      return explainIdentityType(text);
    case 'caller':
      return explainIdentity(type, identityTypes());
    case 'targetType':
      return explainTargetType(text);
    case 'target':
      return explainTarget(type, text);
    case 'time':
      return explainTime(text);
    default:
      return explainDocumented(subject, 'string', text);
  }
}

function explainNumber({ subject, text, bytes, root }: ExplainedValue): readonly Explanation[] {
  if (subject.role === 'sequence') {
    const epoch = memberOf(root, keyOf.epoch);
    return explainSequence(text, epoch?.kind === 'string' ? nodeString(bytes, epoch) : null);
  }
  return explainDocumented(subject, 'number', text);
}

function explainDocumented({ name }: Subject, kind: 'string' | 'number', text: string): readonly Explanation[] {
  const documentation = name === undefined ? undefined : documentationOfName(name);
  return documentation === undefined ? [] : explainByRule(documentation, kind, text);
}
