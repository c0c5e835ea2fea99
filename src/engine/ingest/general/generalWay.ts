import { brokenPayload, type NormalizedRecord } from '../../../core/formats/attestation/variants.ts';
import type { FormatSet } from '../../../core/formats/formatSet.ts';
import { recordFormat } from '../../../core/formats/recordFormat.ts';
import { parseValueTree, type ValueNode } from '../../../core/json/valueTree.ts';
import type { Templates } from '../template/templates.ts';
import type { Shapes } from '../values/shapes.ts';
import type { ValueReader } from '../values/valueReader.ts';
import type { AttestationFindings, VariantRecord } from './attestationFindings.ts';
import type { OtherFormats } from './otherFormats.ts';
import type { OtherRecords } from './otherRecords.ts';
import type { RecordMembers } from './recordMembers.ts';
import type { RecordOutput } from './recordOutput.ts';
import type { RecordWay } from './recordWay.ts';

/** What the general way works with, and shares with the others. */
export interface GeneralParts {
  readonly formats: FormatSet;
  readonly output: RecordOutput;
  readonly members: RecordMembers;
  readonly shapes: Shapes;
  readonly values: ValueReader;
  readonly findings: AttestationFindings;
  readonly others: OtherFormats;
  readonly records: OtherRecords;
  readonly templates: Templates;
}

/** Reads any record member by member, or, where its keys do not say what it is, by its value tree. Templates learn from it. */
export class GeneralWay implements RecordWay {
  /** Records that were read, by what has scanned them: the quick scanner of members, or the specification. */
  scanned = 0;
  scannedSlowly = 0;
  private readonly parts: GeneralParts;
  private variant: VariantRecord | undefined;

  constructor(parts: GeneralParts) {
    this.parts = parts;
  }

  /** Takes all records: negative where the bytes hold none, as the general scanner says. */
  scan(bytes: Uint8Array, start: number, end: number): number {
    return this.parts.members.scan(bytes, start, end);
  }

  get mayHoldBreaks(): boolean {
    return this.parts.members.mayHoldBreaks;
  }

  read(bytes: Uint8Array, start: number, end: number): void {
    const { output, members, shapes, values, others, records } = this.parts;
    const { layout, fields } = members;
    const isWellFormed = members.isWellFormed(bytes, start, end);
    this[members.isScannedSlowly ? 'scannedSlowly' : 'scanned']++;
    members.read(bytes, output.begun);
    this.variant = undefined;
    const isPlain = shapes.hasOwnKey && !members.hasVariantKey;
    if (isPlain || others.isAttestation(bytes, layout)) {
      output.notes.members(bytes, layout, fields);
      this.addAttestation(bytes, start, end, isWellFormed, true);
      return;
    }
    const root = parseValueTree(bytes, start, end);
    const format = recordFormat(bytes, root, this.parts.formats);
    if (format.kind === 'attestation') {
      this.readVariant(bytes, root, format.normalized);
      this.addAttestation(bytes, start, end, isWellFormed, false);
      return;
    }
    others.readTree(format.compiled, bytes, root, fields);
    records.add(format.compiled, fields, bytes, start, end, values.isRegular && isWellFormed);
    this.parts.templates.missed(bytes, start, end);
  }

  /**
   * Adds a record of Attestation whose values have been read.
   *
   * @param byKeys Its keys alone say that it is one: a template, which looks at no more, may be made of it.
   */
  private addAttestation(bytes: Uint8Array, start: number, end: number, isWellFormed: boolean, byKeys: boolean): void {
    const { output, values, members, shapes, findings, others, templates } = this.parts;
    const isLearned = values.isRegular && isWellFormed && byKeys;
    others.passAttestation();
    values.isRegular &&= isWellFormed;
    output.push(members.fields, start, end);
    const isShapeClean = shapes.isClean();
    if (!values.isRegular || !isShapeClean || !findings.isClean(members.fields)) {
      findings.report(bytes, start, end, members.fields, isShapeClean, this.variant);
    }
    if (isLearned) {
      templates.missed(bytes, start, end, members.layout, members.fields);
    } else {
      templates.missed(bytes, start, end);
    }
  }

  /** Reads a record whose keys alone do not say what it is, in the documented form if it is another writer's. */
  private readVariant(bytes: Uint8Array, root: ValueNode, normalized: NormalizedRecord | undefined): void {
    const { output, members, values } = this.parts;
    const { notes } = output;
    notes.members(bytes, members.layout, members.fields);
    if (!members.hasVariantKey) {
      return;
    }
    this.variant = { root, format: { kind: 'attestation', normalized } };
    if (normalized === undefined) {
      notes.keysOfVariants(bytes, members.layout);
      // What is wrong with a payload does not show in keys and kinds.
      values.isRegular &&= brokenPayload(bytes, root) === undefined;
      return;
    }
    notes.rewrite(root, normalized);
    members.readAgain(normalized.bytes, output.begun);
    notes.members(normalized.bytes, members.layout, members.fields);
    // Places are those of the text that was rewritten.
    values.isRegular = false;
  }
}
