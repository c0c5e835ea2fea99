import type { CompiledFormat } from '../../../core/formats/compiledFormat.ts';
import type { PathSet } from '../../../core/formats/pathSet.ts';
import { Scan } from '../../../core/json/jsonScanner.ts';
import { sampleRecord } from '../template/sampleRecord.ts';
import { memberSlot, type Slot, type SlotRules } from '../template/slot.ts';
import type { Template } from '../template/template.ts';
import { TemplateList } from '../template/templateList.ts';
import { mayBeJsonText } from './jsonTexts.ts';
import { leafPlaces, type Leaf, type LeafPlaces } from './leafPlaces.ts';
import { LeafTemplate } from './leafTemplate.ts';

const maxLeaves = 512;

/** The templates of the records of one format. */
export class LeafTemplates {
  private readonly list: TemplateList<LeafTemplate>;
  private readonly compiled: CompiledFormat;
  private readonly paths: PathSet;
  /** Paths whose values decide what a record is by what they say, and not only by being there. */
  private readonly deciding: ReadonlySet<number>;
  private readonly always: ReadonlySet<number>;
  private readonly seed: number;

  constructor(compiled: CompiledFormat, paths: PathSet, deciding: ReadonlySet<number>, seed: number) {
    this.compiled = compiled;
    this.paths = paths;
    this.deciding = deciding;
    const { time, recordId, request } = compiled;
    this.always = new Set([...time, ...[...recordId, ...request].flatMap((text) => ('slot' in text ? [text.slot] : []))]);
    this.seed = seed;
    this.list = new TemplateList(new Scan(), seed);
  }

  /** The template that last matched. */
  get matched(): LeafTemplate {
    return this.list.matched;
  }

  /** The offset after the record at `start` if it matches one of the templates, which is then {@link matched}; else -1. */
  match(bytes: Uint8Array, start: number, end: number): number {
    return this.list.match(bytes, start, end);
  }

  /** Takes up a sound record of this format that matched no template. */
  missed(bytes: Uint8Array, start: number, end: number): void {
    const { list } = this;
    list.passed(end - start);
    if (!list.isDue(end - start)) {
      return;
    }
    // A copy: a Buffer's own `slice` is none.
    const record = new Uint8Array(bytes.subarray(start, end));
    const places = leafPlaces(record, this.paths.root);
    if (places === undefined || places.leaves.length === 0 || places.leaves.length > maxLeaves) {
      list.lookedInVain();
    } else {
      const slots = places.leaves.map((leaf, member): Slot => ({ kind: memberSlot, member, pair: 0, start: leaf.start, end: leaf.end }));
      const sample = sampleRecord(slots, record, this.seed);
      list.learn(sample, this.rulesFor(places, record), (template) => this.know(template, places));
    }
  }

  private know(template: Template, places: LeafPlaces): LeafTemplate {
    return new LeafTemplate(template, places, this.compiled, this.paths.steps.length, this.seed);
  }

  private rulesFor({ leaves, ends }: LeafPlaces, record: Uint8Array): SlotRules {
    // Within items of arrays more paths lead on.
    const outer = ends.filter(({ start }) => isNested(record[start]!));
    const leafOf = ({ member }: Slot): Leaf => leaves[member]!;
    return {
      alwaysVaries: (slot) => !this.mustStay(leafOf(slot), record) && leafOf(slot).slots.some((path) => this.always.has(path)),
      neverVaries: (slot) => this.mustStay(leafOf(slot), record),
      needsHash: (slot) => leafOf(slot).slots.length > 0 || outer.some(({ start, end }) => start <= slot.start && slot.end <= end),
    };
  }

  /** Whether records with another value here have another template. */
  private mustStay({ slots, isOutermost, start }: Leaf, record: Uint8Array): boolean {
    return isNested(record[start]!) || (isOutermost && mayBeJson(record, start)) || slots.some((path) => this.deciding.has(path));
  }
}

/** An object or array. In the place of one without values might be one with some, in which paths go on. */
function isNested(first: number): boolean {
  return first === 0x7b || first === 0x5b;
}

function mayBeJson(bytes: Uint8Array, start: number): boolean {
  return bytes[start] === 0x22 && mayBeJsonText(bytes, start);
}
