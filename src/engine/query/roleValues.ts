import { keyOf } from '../../core/formats/attestation/roleKeys.ts';
import type { CompiledFormat } from '../../core/formats/compiledFormat.ts';
import type { TargetLevels } from '../../core/formats/targetLevels.ts';
import { firstText, outcomeOf, pairsOf, type Pair } from '../../core/formats/roles.ts';
import { sequenceOf } from '../../core/formats/roleSequence.ts';
import { timeOf } from '../../core/formats/roleTime.ts';
import { TreeSource } from '../../core/formats/treeSource.ts';
import { textsAtPath } from '../../core/json/textsAtPath.ts';
import type { ValueNode } from '../../core/json/valueTree.ts';
import type { FieldRef, NamedField } from '../../core/query/fields.ts';
import { labelRank } from '../../core/record/identities.ts';
import { namesOfEvent } from './eventPart.ts';

type Values = readonly (string | null)[];

/** The fields of a record whose format is data, from the values that play its roles; undefined for what no record says itself. */
export class RoleValues {
  private readonly compiled: CompiledFormat;
  private readonly bytes: Uint8Array;
  private readonly root: ValueNode;
  private readonly source: TreeSource;
  private readonly levels: TargetLevels;

  constructor(compiled: CompiledFormat, bytes: Uint8Array, root: ValueNode, levels: TargetLevels) {
    this.compiled = compiled;
    this.bytes = bytes;
    this.root = root;
    this.levels = levels;
    this.source = new TreeSource(compiled.paths, bytes, root);
  }

  values(field: FieldRef): Values | undefined {
    const { compiled, source } = this;
    switch (field.kind) {
      case 'caller':
        return ofType(pairsOf(source, compiled.callers), field.type);
      case 'target':
        return this.levels.namesOfType(pairsOf(source, compiled.targets), field.type);
      case 'key':
        return this.key(field.name);
      case 'named':
        return this.named(field.name);
    }
  }

  private named(name: NamedField): Values | undefined {
    const { compiled, source } = this;
    switch (name) {
      case 'operation':
        return listOf(firstText(source, compiled.operation));
      case 'event':
        return listOf(firstText(source, compiled.operation)).flatMap((operation) => namesOfEvent(compiled.format, operation));
      case 'result':
        return listOf(firstText(source, compiled.result));
      case 'resultGroup':
        return [outcomeOf(compiled, source)];
      case 'category':
        return listOf(firstText(source, compiled.category));
      case 'caller':
        return this.caller();
      case 'tenant':
        return ofType(pairsOf(source, compiled.callers), 'TenantId');
      case 'target':
        return pairsOf(source, compiled.targets).map(({ value }) => value);
      case 'instance':
      case 'subscription':
      case 'resourceGroup':
        return this.levels.resourceParts(pairsOf(source, compiled.targets), name);
      case 'region':
        return ['ServiceRegion', 'ResourceRegion'].flatMap((type) => ofType(pairsOf(source, compiled.targets), type));
      case 'role':
        return ofType(pairsOf(source, compiled.targets), 'ServiceRole');
      case 'roleInstance':
        return ofType(pairsOf(source, compiled.targets), 'ServiceRoleInstance');
      case 'ip':
        return listOf(firstText(source, compiled.address));
      case 'request':
        return listOf(firstText(source, compiled.request));
      case 'description':
        return listOf(firstText(source, compiled.description));
      case 'epoch':
        return listOf(sequenceOf(compiled, source).writer);
      case 'seq':
        return listOf(sequenceOf(compiled, source).number);
      case 'time':
        return listOf(timeOf(compiled, source)?.text);
      case 'format':
        return [compiled.format.id];
      case 'finding':
      case 'source':
      case 'record':
      case 'line':
      case 'text':
        return undefined;
    }
  }

  /** The values at a path of keys, of an array each item; of the key of the display name the one that has a column. */
  private key(name: string): Values {
    const { bytes, root, source, compiled } = this;
    if (name === keyOf.displayName) {
      return listOf(firstText(source, compiled.displayName));
    }
    if (name === keyOf.serviceRole || name === keyOf.serviceRoleInstance) {
      return [];
    }
    return textsAtPath(bytes, root, name);
  }

  private caller(): Values {
    const { compiled, source } = this;
    const pairs = pairsOf(source, compiled.callers);
    const label = bestOf(pairs) ?? firstText(source, compiled.displayName) ?? '';
    const identities = pairs.map(({ value }) => value);
    return label === '' ? [...identities, 'unknown caller', null] : [...identities, label];
  }
}

function listOf(text: string | undefined): readonly string[] {
  return text === undefined ? [] : [text];
}

function ofType(pairs: readonly Pair[], type: string): readonly string[] {
  return pairs.filter((pair) => pair.type.toLowerCase() === type.toLowerCase()).map(({ value }) => value);
}

/** The identity that names the caller. */
function bestOf(pairs: readonly Pair[]): string | undefined {
  const rank = ({ type }: Pair): number => labelRank(type) ?? Infinity;
  const [best] = pairs.toSorted((left, right) => rank(left) - rank(right));
  return best === undefined || rank(best) === Infinity ? undefined : best.value;
}
