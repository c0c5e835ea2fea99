import schema from '../formats/attestation/auditRecord.schema.json' with { type: 'json' };
import type { DocumentedKey } from '../formats/attestation/fields.ts';

/** Everything that the format documents: the keys of a record, and those of its identities and targets. */
export type DocumentedName = DocumentedKey | 'callerIdentityType' | 'callerIdentity' | 'targetResourceType' | 'targetResourceName';

export interface Documentation {
  readonly title: string;
  readonly text: string;
  /** Accepted types in words, such as `string or null`. */
  readonly type: string;
  /** True where the meaning is inferred. */
  readonly inferred: boolean;
}

/** What the JSON Schema, the one source of this, says of a name. */
export function documentationOf(name: DocumentedName): Documentation {
  const part = partOf(name);
  return { title: part.title, text: part.description, type: typeWords(part), inferred: part['x-inferred'] === true };
}

interface SchemaPart {
  readonly title: string;
  readonly description: string;
  readonly type: string | readonly string[];
  readonly items?: { readonly type: string };
  readonly 'x-inferred'?: boolean;
}

function partOf(name: DocumentedName): SchemaPart {
  const { properties } = schema;
  switch (name) {
    case 'callerIdentityType':
    case 'callerIdentity':
      return properties.callerIdentities.items.properties[name];
    case 'targetResourceType':
    case 'targetResourceName':
      return properties.targetResources.items.properties[name];
    default:
      return properties[name];
  }
}

function typeWords({ type, items }: SchemaPart): string {
  return items === undefined ? [type].flat().join(' or ') : `array of ${items.type}s`;
}
