import { auditSchemaName } from '../../formats/attestation/identifyingKeys.ts';
import { signatureIn } from '../../formats/attestation/signatureIn.ts';
import { memberOf, nodeString, type ValueNode } from '../../json/valueTree.ts';
import type { Explanation } from '../fieldDescription.ts';
import type { Subject } from '../subject.ts';
import { explainAddress, explainIdentity, explainIdentityType } from './caller.ts';
import { explainCorrelation, explainExpected, explainFlags, explainSampling, explainSequence, explainTime } from './envelope.ts';
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
  switch (subject.name) {
    case 'operationName':
      return explainOperation(text);
    case 'resultType':
      return explainResult(text, signatureIn(bytes, root));
    case 'resultDescription':
      return explainResultDescription(text);
    case 'auditEventCategory':
      return explainCategory(text);
    case 'callerIpAddress':
      return explainAddress(text);
    case 'callerIdentityType':
      return explainIdentityType(text);
    case 'callerIdentity':
      return explainIdentity(type, identityTypes());
    case 'targetResourceType':
      return explainTargetType(text);
    case 'targetResourceName':
      return explainTarget(type, text);
    case 'env_time':
      return explainTime(text);
    case 'env_cv':
      return explainCorrelation(text);
    case 'ifxAuditFormat':
      return explainExpected(text, 'Json');
    case 'env_ver':
      return explainExpected(text, '2.1');
    case 'env_name':
      return explainExpected(text, auditSchemaName);
    case 'env_cloud_ver':
      return explainExpected(text, '1.0');
    default:
      return [];
  }
}

function explainNumber({ subject, text, bytes, root }: ExplainedValue): readonly Explanation[] {
  switch (subject.name) {
    case 'env_seqNum': {
      const epoch = memberOf(root, 'env_epoch');
      return explainSequence(text, epoch?.kind === 'string' ? nodeString(bytes, epoch) : null);
    }
    case 'env_popSample':
      return explainSampling(text);
    case 'env_flags':
      return explainFlags(text);
    case 'env_ver':
      return explainExpected(String(Number(text)), '2.1');
    case 'env_cloud_ver':
      return explainExpected(Number(text).toFixed(1), '1.0');
    default:
      return [];
  }
}
