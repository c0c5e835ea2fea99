import type { CompiledFormat } from '../../../core/formats/compiledFormat.ts';
import type { FormatSet } from '../../../core/formats/formatSet.ts';
import { TreeSource } from '../../../core/formats/treeSource.ts';
import type { ValueNode } from '../../../core/json/valueTree.ts';
import type { RecordTable } from '../../columns/recordTable.ts';
import { FormatScanner } from '../paths/formatScanner.ts';
import { FormatMemory } from '../values/formatMemory.ts';
import type { Keys } from '../values/keys.ts';
import type { RecordFields } from '../values/recordFields.ts';
import type { RecordLayout } from '../values/recordLayout.ts';
import type { TargetIndexer } from '../values/targetIndexer.ts';
import { RoleReader } from './roleReader.ts';

/** Reads records whose format is data: along the paths of the format of the record before, or by their value trees. */
export class OtherFormats {
  readonly roles: RoleReader;
  /** How many records templates have matched. */
  matched = 0;
  private readonly keys: Keys;
  private readonly scanner: FormatScanner;
  private readonly memory: FormatMemory;

  constructor(table: RecordTable, seed: number, formats: FormatSet, keys: Keys, targets: TargetIndexer) {
    this.keys = keys;
    this.scanner = new FormatScanner(formats, seed);
    this.memory = new FormatMemory(formats);
    this.roles = new RoleReader(table, seed, targets);
  }

  /** The format that the next record is expected to have; undefined after a record of Attestation. */
  get expected(): CompiledFormat | undefined {
    return this.scanner.expected;
  }

  /** Scans the record at `start`; returns the offset after it, or -1 where it is left to other ways. */
  scan(bytes: Uint8Array, start: number, end: number): number {
    return this.scanner.read(bytes, start, end);
  }

  /** Whether the record that was scanned may hold line breaks. */
  get mayHoldBreaks(): boolean {
    const { template, scanned } = this.scanner;
    return template?.template.mayHoldBreaks ?? scanned.marks.mayHoldBreaks;
  }

  /** Whether nothing is to be reported of the record that was scanned, but what its time may be. */
  get isSound(): boolean {
    const { template, scanned } = this.scanner;
    return template === undefined
      ? scanned.marks.isLossless && scanned.marks.isWellFormed
      : template.isLossless && template.template.isWellFormed;
  }

  /** The format of the record that was scanned. */
  get format(): CompiledFormat {
    return this.scanner.format;
  }

  /** Reads the record that was scanned, into these fields or those of its template, and returns them. */
  readScanned(fields: RecordFields, bytes: Uint8Array, start: number, end: number): RecordFields {
    const { template, format, scanned } = this.scanner;
    if (template !== undefined) {
      this.matched++;
      this.roles.readMatched(template);
      return template.fields;
    }
    this.roles.read(format, scanned, fields);
    if (this.isSound) {
      this.scanner.missed(bytes, start, end);
    }
    return fields;
  }

  /** Reads a record of a format by its value tree. Others like it are expected after it. */
  readTree(compiled: CompiledFormat, bytes: Uint8Array, root: ValueNode, fields: RecordFields): void {
    this.scanner.expect(compiled);
    this.roles.read(compiled, new TreeSource(compiled.paths, bytes, root), fields);
  }

  /** A record of Attestation was read: others like it are expected after it. */
  passAttestation(): void {
    this.scanner.expect(undefined);
  }

  /** Whether a record whose members are known is one of Attestation by their keys alone. */
  isAttestation(bytes: Uint8Array, { count, keys, valueStart }: RecordLayout): boolean {
    const { memory } = this;
    memory.begin();
    for (let index = 0; index < count; index++) {
      memory.add(keys[index]!, bytes, valueStart[index]!);
    }
    const verdict = memory.verdict((key) => this.keys.text(key));
    return verdict.kind === 'decided' && verdict.format === 'attestation';
  }
}
