import { envelopeKey } from '../../core/formats/attestation/identifyingKeys.ts';
import { attestationId } from '../../core/formats/attestation/attestationFormat.ts';
import { keyOf, callerKeys, targetKeys, type PairKeys } from '../../core/formats/attestation/roleKeys.ts';
import type { RecordFields } from '../../core/query/compileQuery.ts';
import type { FieldRef, NamedField } from '../../core/query/fields.ts';
import { isDocumented } from '../../core/formats/attestation/fields.ts';
import { labelRank } from '../../core/record/identities.ts';
import { eventOf } from '../../core/formats/attestation/events.ts';
import { groupWithSignature, resultGroupOf } from '../../core/record/results.ts';
import { builtInFormats } from '../../core/formats/builtInFormats.ts';
import type { FormatSet } from '../../core/formats/formatSet.ts';
import { parseRecord, type ParsedRecord } from '../../core/formats/parsedRecord.ts';
import { textsAtPath } from '../../core/json/textsAtPath.ts';
import { signatureIn } from '../../core/formats/attestation/signatureIn.ts';
import { memberOf, nodeString, type ValueNode } from '../../core/json/valueTree.ts';
import { readableText } from '../../core/reading/readableText.ts';
import { RoleValues } from './roleValues.ts';

/** What a record of any format does not say itself, or says as a whole: its text need not be taken apart for them. */
const circumstantial: ReadonlySet<NamedField> = new Set(['finding', 'source', 'record', 'line', 'text']);

const regionTypes: ReadonlySet<string> = new Set(['serviceregion', 'resourceregion']);

/** An identity of the caller, or a target. */
interface RecordPair {
  readonly type: string | null;
  readonly value: string | null;
}

/** What a record does not say itself. */
export interface RecordCircumstances {
  readonly record: number;
  readonly line: number;
  readonly sourceNames: readonly string[];
  /** Codes and severities of its findings. */
  readonly findings: readonly string[];
}

/**
 * The fields of a record taken from its text: the slow and obvious way, used where columns do not hold a field, and the
 * specification of what columns must say.
 */
export class RecordValues implements RecordFields {
  /** The bytes as they are in the source. */
  private readonly source: Uint8Array;
  private readonly circumstances: RecordCircumstances;
  private readonly formats: FormatSet;
  /** Taken apart when a field is asked for that takes it. */
  private apart: ParsedRecord | undefined;
  private roles: RoleValues | undefined;
  /** Taken from their lists when they are asked for: tables ask for many fields of each. */
  private identityPairs: readonly RecordPair[] | undefined;
  private targetPairs: readonly RecordPair[] | undefined;

  /** @param bytes The bytes of exactly one record. */
  constructor(bytes: Uint8Array, circumstances: RecordCircumstances, formats: FormatSet = builtInFormats) {
    this.source = bytes;
    this.circumstances = circumstances;
    this.formats = formats;
  }

  /** The record, Attestation's in the documented form. */
  private get record(): ParsedRecord {
    return (this.apart ??= parseRecord(this.source, this.formats));
  }

  values(field: FieldRef): readonly (string | null)[] {
    const ofRoles = field.kind === 'named' && circumstantial.has(field.name) ? undefined : this.ofRoles(field);
    return ofRoles ?? this.own(field);
  }

  /** Of a record whose format is data. */
  private ofRoles(field: FieldRef): readonly (string | null)[] | undefined {
    const { bytes, root, other } = this.record;
    if (other === undefined) {
      return undefined;
    }
    this.roles ??= new RoleValues(other, bytes, root, this.formats.targetLevels);
    return this.roles.values(field);
  }

  private own(field: FieldRef): readonly (string | null)[] {
    switch (field.kind) {
      case 'caller':
        return ofType(this.identities(), field.type);
      case 'target':
        return this.formats.targetLevels.namesOfType(this.targets(), field.type);
      case 'key':
        return this.key(field.name);
      case 'named':
        return this.named(field.name);
    }
  }

  private named(name: NamedField): readonly (string | null)[] {
    switch (name) {
      case 'operation':
        return this.key(keyOf.operation);
      case 'event':
        return this.key(keyOf.operation).flatMap((operation) => eventOf(operation ?? '')?.operation ?? []);
      case 'result':
        return this.key(keyOf.result);
      case 'resultGroup':
        return [groupWithSignature(resultGroupOf(this.key(keyOf.result)[0] ?? null), signatureIn(this.record.bytes, this.record.root))];
      case 'category':
        return this.key(keyOf.category);
      case 'caller':
        return this.caller();
      case 'tenant':
        return this.values({ kind: 'caller', type: 'TenantId' });
      case 'target':
        return this.targets().map(({ value }) => value);
      case 'instance':
      case 'subscription':
      case 'resourceGroup':
        return this.formats.targetLevels.resourceParts(this.targets(), name);
      case 'region':
        return this.targets().flatMap(({ type, value }) => (regionTypes.has((type ?? '').toLowerCase()) ? [value] : []));
      case 'role':
        return this.ownOrTarget(keyOf.serviceRole, 'ServiceRole');
      case 'roleInstance':
        return this.ownOrTarget(keyOf.serviceRoleInstance, 'ServiceRoleInstance');
      case 'ip':
        return this.key(keyOf.address);
      case 'request':
        return this.key(keyOf.request);
      case 'description':
        return this.key(keyOf.description);
      case 'epoch':
        return this.key(keyOf.epoch);
      case 'seq':
        return this.key(keyOf.sequence);
      case 'time':
        return this.key(keyOf.time);
      case 'finding':
        return this.circumstances.findings;
      case 'source':
        return this.circumstances.sourceNames;
      case 'record':
        return [String(this.circumstances.record)];
      case 'line':
        return [String(this.circumstances.line)];
      case 'text':
        return this.texts();
      case 'format':
        return [attestationId];
    }
  }

  /** The record's text as it reads, and that of a record which is in its payload as JSON text. */
  private texts(): readonly string[] {
    const text = readableText(this.source);
    const { bytes } = text.includes(JSON.stringify(envelopeKey)) ? this.record : { bytes: this.source };
    return bytes === this.source ? [text] : [text, readableText(bytes)];
  }

  /**
   * The value of a documented key, or the values at the path of any other: of an array each element, of a list of identities each
   * identity. An array under a documented key that takes none is one value, its source text.
   */
  private key(name: string): readonly (string | null)[] {
    if (!isDocumented(name)) {
      return textsAtPath(this.record.bytes, this.record.root, name);
    }
    const node = memberOf(this.record.root, name);
    if (node === undefined || node.kind === 'null') {
      return [];
    }
    if (name === callerKeys.list) {
      return this.identities().map(({ value }) => value);
    }
    if (name === targetKeys.list) {
      return this.targets().map(({ value }) => value);
    }
    return node.kind === 'array' && name === keyOf.category ? node.items.map((item) => this.text(item)) : [this.text(node)];
  }

  private caller(): readonly (string | null)[] {
    const identities = this.identities().map(({ value }) => value);
    const label = this.label();
    return label === null ? [...identities, 'unknown caller', null] : [...identities, label];
  }

  private label(): string | null {
    let best: string | null = null;
    let bestRank = Infinity;
    for (const item of itemsOf(memberOf(this.record.root, callerKeys.list))) {
      const type = memberOf(item, callerKeys.type);
      const identity = memberOf(item, callerKeys.value);
      const rank = type === undefined ? undefined : labelRank(this.text(type) ?? '');
      const text = identity === undefined ? null : this.text(identity);
      if (rank !== undefined && rank < bestRank && text !== null) {
        best = text;
        bestRank = rank;
      }
    }
    const displayName = this.key(keyOf.displayName)[0];
    return best ?? (displayName === undefined || displayName === '' ? null : displayName);
  }

  private identities(): readonly RecordPair[] {
    return (this.identityPairs ??= this.pairsOf(callerKeys));
  }

  private targets(): readonly RecordPair[] {
    return (this.targetPairs ??= this.pairsOf(targetKeys));
  }

  private pairsOf(keys: PairKeys): readonly RecordPair[] {
    return itemsOf(memberOf(this.record.root, keys.list)).flatMap((item) => {
      const type = memberOf(item, keys.type);
      const value = memberOf(item, keys.value);
      const isPair = type !== undefined || value !== undefined;
      return isPair ? [{ type: type === undefined ? '' : this.text(type), value: value === undefined ? null : this.text(value) }] : [];
    });
  }

  private ownOrTarget(key: string, type: string): readonly (string | null)[] {
    const own = this.key(key);
    return own.length > 0 ? own : this.values({ kind: 'target', type });
  }

  private text(node: ValueNode): string | null {
    return node.kind === 'null' ? null : nodeString(this.record.bytes, node);
  }
}

/** The elements of an array, or the one element that is left where a writer collapsed it. */
function itemsOf(node: ValueNode | undefined): readonly ValueNode[] {
  return node === undefined ? [] : node.kind === 'array' ? node.items : [node];
}

/** The values of pairs of one type; types are compared without regard to case. */
function ofType(pairs: readonly RecordPair[], type: string): readonly (string | null)[] {
  const folded = type.toLowerCase();
  return pairs.filter((pair) => (pair.type ?? '').toLowerCase() === folded).map(({ value }) => value);
}
