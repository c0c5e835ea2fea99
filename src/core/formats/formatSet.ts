import { compileForms, type CompiledFormat } from './compiledFormat.ts';
import { allEventNames } from './documentedEvents.ts';
import { DocumentedNames } from './documentedNames.ts';
import type { AuditFormat } from './format.ts';
import { generic } from './genericFormat.ts';
import { evidenceByKey, type KeyEvidences } from './keyEvidence.ts';
import { TargetLevels } from './targetLevels.ts';

/** The formats that records are looked for in: a session is opened with one set, and everything in it receives that. */
export class FormatSet {
  /** Those that are recognised by evidence, beside Attestation's, which has code of its own. Of equal evidence the first counts. */
  readonly formats: readonly AuditFormat[];
  /** The same, compiled, each in all its forms. */
  readonly forms: readonly CompiledFormat[];
  /** Keys that records of these formats have, and no object around records. */
  readonly ownKeys: ReadonlySet<string>;
  readonly targetLevels: TargetLevels;
  private readonly byId: ReadonlyMap<string, CompiledFormat>;
  private evidence: KeyEvidences | undefined;
  private documented: DocumentedNames | undefined;
  private events: readonly string[] | undefined;

  /** @param formats Valid under `auditFormat.schema.json`, with different ids. */
  constructor(formats: readonly AuditFormat[]) {
    this.formats = formats;
    this.forms = formats.flatMap(compileForms);
    this.byId = new Map([...this.forms.toReversed(), generic].map((form) => [form.format.id, form]));
    this.targetLevels = new TargetLevels(this.forms);
    this.ownKeys = new Set(formats.flatMap(({ ownKeys }) => ownKeys ?? []));
  }

  /** The format with an id, `generic` among them, in its form without an envelope. */
  ofId(id: string): CompiledFormat | undefined {
    return this.byId.get(id);
  }

  /** The evidence that keys alone give. */
  get keyEvidence(): KeyEvidences {
    return (this.evidence ??= evidenceByKey(this.formats));
  }

  /** The paths that the formats document. */
  get documentedNames(): DocumentedNames {
    return (this.documented ??= new DocumentedNames(this.formats));
  }

  /** All names of the events that the formats document. */
  get eventNames(): readonly string[] {
    return (this.events ??= allEventNames(this.formats));
  }
}
