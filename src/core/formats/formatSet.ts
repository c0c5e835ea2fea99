import { compileForms, type CompiledFormat } from './compiledFormat.ts';
import { allEventNames } from './documentedEvents.ts';
import { DocumentedNames } from './documentedNames.ts';
import type { AuditFormat } from './definition/format.ts';
import { generic } from './genericFormat.ts';
import { evidenceByKey, type KeyEvidences } from './keyEvidence.ts';
import { TargetLevels } from './targetLevels.ts';

/** The formats that records are looked for in: a session is opened with one set, and everything in it receives that. */
export class FormatSet {
  /** Those that are recognised by evidence, beside Attestation's, which has code of its own. Of equal evidence the first counts. */
  readonly formats: readonly AuditFormat[];
  /** Keys that records of these formats have, and no object around records. */
  readonly ownKeys: ReadonlySet<string>;
  private compiled: readonly CompiledFormat[] | undefined;
  private byId: ReadonlyMap<string, CompiledFormat> | undefined;
  private levels: TargetLevels | undefined;
  private evidence: KeyEvidences | undefined;
  private documented: DocumentedNames | undefined;
  private events: readonly string[] | undefined;

  /** @param formats Valid under `auditFormat.schema.json`, with different ids. */
  constructor(formats: readonly AuditFormat[]) {
    this.formats = formats;
    this.ownKeys = new Set(formats.flatMap(({ ownKeys }) => ownKeys ?? []));
  }

  /** The formats, compiled, each in all its forms. A log of Attestation needs none of what follows, which is made when it is asked for. */
  get forms(): readonly CompiledFormat[] {
    return (this.compiled ??= this.formats.flatMap(compileForms));
  }

  /** The format with an id, `generic` among them, in its form without an envelope. */
  ofId(id: string): CompiledFormat | undefined {
    this.byId ??= new Map([...this.forms.toReversed(), generic].map((form) => [form.format.id, form]));
    return this.byId.get(id);
  }

  get targetLevels(): TargetLevels {
    return (this.levels ??= new TargetLevels(this.forms));
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
