import type { CompiledFormat } from '../../../core/formats/compiledFormat.ts';
import type { PathSet } from '../../../core/formats/pathSet.ts';
import { Scan } from '../../../core/json/jsonScanner.ts';
import { ByteView } from '../../columns/byteView.ts';
import { Learning } from '../template/learning.ts';
import { sampleRecord } from '../template/sampleRecord.ts';
import { memberSlot, type Slot, type SlotRules } from '../template/slot.ts';
import { Template } from '../template/template.ts';
import { TextScan } from '../template/textScan.ts';
import { mayBeJsonText } from './jsonTexts.ts';
import { leafPlaces, type Leaf, type LeafPlaces } from './leafPlaces.ts';
import { LeafTemplate } from './leafTemplate.ts';

/** As many templates are kept. */
const maxTemplates = 16;
const maxSample = 64 * 1024;
const maxLeaves = 512;
/** A template is given up when more records have failed it than this, and than so many for each that matched. */
const maxMisses = 64;
const maxMissesPerHit = 16;
/** Comparing in vain is paid for: each record adds the half of its bytes to what may be compared, and so much can be saved. */
const maxSavedBytes = 16 * 1024;

/** The templates of one format: finds the one that a record matches, and learns from records that match none. */
export class LeafTemplates {
  /** The last that matched is first. */
  private readonly known: LeafTemplate[] = [];
  private readonly compiled: CompiledFormat;
  private readonly paths: PathSet;
  /** Paths whose values decide what a record is by what they say, and not only by being there. */
  private readonly deciding: ReadonlySet<number>;
  private readonly always: ReadonlySet<number>;
  private readonly seed: number;
  private readonly text: TextScan;
  private readonly scan = new Scan();
  private readonly view = new ByteView();
  private readonly learning = new Learning();
  private savedBytes = maxSavedBytes;

  constructor(compiled: CompiledFormat, paths: PathSet, deciding: ReadonlySet<number>, seed: number) {
    this.compiled = compiled;
    this.paths = paths;
    this.deciding = deciding;
    const { time, recordId, request } = compiled;
    this.always = new Set([...time, ...[...recordId, ...request].flatMap((text) => ('slot' in text ? [text.slot] : []))]);
    this.seed = seed;
    this.text = new TextScan(seed);
  }

  /** The template that last matched. */
  get matched(): LeafTemplate {
    return this.known[0]!;
  }

  /** The offset after the record at `start` if it matches one of the templates, which is then {@link matched}; else -1. */
  match(bytes: Uint8Array, start: number, end: number): number {
    const { known } = this;
    const view = this.view.of(bytes);
    for (let index = 0; index < known.length && this.savedBytes > 0; index++) {
      const one = known[index]!;
      const next = one.match(bytes, view, start, end, this.text, this.scan);
      if (next !== -1) {
        if (index > 0) {
          known[index] = known[0]!;
          known[0] = one;
        }
        if (one.hits++ === 0) {
          this.learning.succeeded();
        }
        this.passed(next - start);
        return next;
      }
      this.savedBytes -= one.template.reached;
      one.misses++;
      if (one.misses > maxMisses && one.misses > one.hits * maxMissesPerHit) {
        known.splice(index--, 1);
      }
    }
    return -1;
  }

  /** Takes up a sound record of this format that matched no template. */
  missed(bytes: Uint8Array, start: number, end: number): void {
    this.passed(end - start);
    if (end - start > maxSample || !this.learning.isDue()) {
      return;
    }
    // A copy: a Buffer's own `slice` is none.
    const record = new Uint8Array(bytes.subarray(start, end));
    const places = leafPlaces(record, this.paths.root);
    if (places !== undefined && places.leaves.length > 0 && places.leaves.length <= maxLeaves) {
      this.learning.learned();
      this.learn(record, places);
    }
  }

  private learn(record: Uint8Array, places: LeafPlaces): void {
    const slots = places.leaves.map(({ start, end }, member): Slot => ({ kind: memberSlot, member, pair: 0, start, end }));
    const sample = sampleRecord(slots, record, this.seed);
    const rules = this.rulesFor(places, record);
    for (const [index, { template }] of this.known.entries()) {
      const relaxed = template.relaxed(sample, rules);
      if (relaxed !== undefined) {
        const [known] = this.known.splice(index, 1);
        this.learning.succeeded();
        this.known.unshift(relaxed === template ? known! : this.know(relaxed, places));
        return;
      }
    }
    if (this.known.length === maxTemplates) {
      this.known.pop();
    }
    this.known.unshift(this.know(new Template(sample, slots.map(rules.alwaysVaries), rules), places));
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

  private passed(byteLength: number): void {
    this.learning.passed();
    this.savedBytes = Math.min(this.savedBytes, maxSavedBytes) + (byteLength >> 1);
  }
}

/** An object or array. In the place of one without values might be one with some, in which paths go on. */
function isNested(first: number): boolean {
  return first === 0x7b || first === 0x5b;
}

function mayBeJson(bytes: Uint8Array, start: number): boolean {
  return bytes[start] === 0x22 && mayBeJsonText(bytes, start);
}
