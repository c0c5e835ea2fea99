import type { CompiledEvidence } from '../../../core/formats/compiledEvidence.ts';
import type { CompiledFormat } from '../../../core/formats/compiledFormat.ts';
import { chosenFormat, isAsked } from '../../../core/formats/formatByKeys.ts';
import type { FormatSet } from '../../../core/formats/formatSet.ts';
import { PathSet } from '../../../core/formats/pathSet.ts';
import { holds } from '../../../core/formats/recordFormat.ts';
import { FormatMemory } from '../values/formatMemory.ts';
import type { LeafTemplate } from './leafTemplate.ts';
import { LeafTemplates } from './leafTemplates.ts';
import { PathScanner, type MemberListener } from './pathScanner.ts';
import type { KnownKey } from './valuePlace.ts';

/** Scans records that are expected to be of one format, and finds out whether they are. */
export class FormScanner implements MemberListener {
  readonly compiled: CompiledFormat;
  readonly scanner: PathScanner;
  private readonly memory: FormatMemory;
  /** By evidence that keys alone do not give: the number of its path. */
  private readonly evidence: ReadonlyMap<CompiledEvidence, number>;
  private readonly texts: string[] = [];
  private readonly templates: LeafTemplates;
  private isMatched = false;

  constructor(compiled: CompiledFormat, formats: FormatSet, seed: number) {
    const paths = new PathSet();
    compiled.paths.steps.forEach((steps) => paths.add(steps));
    this.compiled = compiled;
    this.memory = new FormatMemory(formats);
    this.evidence = new Map(
      formats.forms.flatMap((format) =>
        format.evidence.filter(isAsked).map((one) => [one, paths.add(format.paths.steps[one.slot] ?? [])] as const),
      ),
    );
    this.scanner = new PathScanner(paths, seed);
    const deciding = [...this.evidence].flatMap(([{ startsWith, endsWith }, slot]) =>
      startsWith === undefined && endsWith === undefined ? [] : [slot],
    );
    this.templates = new LeafTemplates(compiled, paths, new Set(deciding), seed);
  }

  member(key: KnownKey, bytes: Uint8Array, start: number): void {
    this.texts[key.number] = key.text;
    this.memory.add(key.number, bytes, start);
  }

  /** Scans the record at `start`; returns the offset after it, or -1 where it is left to the general scanner. */
  read(bytes: Uint8Array, start: number, end: number): number {
    const matched = this.templates.match(bytes, start, end);
    this.isMatched = matched !== -1;
    if (this.isMatched) {
      return matched;
    }
    this.memory.begin();
    return this.scanner.read(bytes, start, end, this);
  }

  /** The template that the record has matched, if it has one. */
  get template(): LeafTemplate | undefined {
    return this.isMatched ? this.templates.matched : undefined;
  }

  /** Takes up a record that matched no template: it is of this format, and nothing is to be reported of it. */
  missed(bytes: Uint8Array, start: number, end: number): void {
    this.templates.missed(bytes, start, end);
  }

  /** What the record is that was scanned; undefined where it must be looked at in another way, as all of Attestation's. */
  get format(): CompiledFormat | undefined {
    if (this.isMatched) {
      return this.compiled;
    }
    const verdict = this.memory.verdict(this.textOf);
    switch (verdict.kind) {
      case 'open':
        return undefined;
      case 'decided':
        return verdict.format === 'attestation' ? undefined : verdict.format;
      case 'asked':
        return chosenFormat(verdict.candidates, this.holds) ?? verdict.otherwise;
    }
  }

  private readonly textOf = (key: number): string => this.texts[key] ?? '';

  private readonly holds = (evidence: CompiledEvidence): boolean => holds(evidence, this.scanner, this.evidence.get(evidence) ?? -1);
}
