import type { Scan } from '../../../core/json/jsonScanner.ts';
import { ByteView } from '../../columns/byteView.ts';
import { Learning } from './learning.ts';
import type { SampleRecord } from './sampleRecord.ts';
import type { SlotRules } from './slot.ts';
import { Template } from './template.ts';
import { TextScan } from './textScan.ts';

/** As many templates are kept: writers have few shapes, and a record that matches none may be held against all. */
const maxTemplates = 32;
const maxSample = 64 * 1024;
/** A template is given up when more records have failed it than this, and than so many for each that matched. */
const maxMisses = 128;
const maxMissesPerHit = 64;
/** Comparing in vain is paid for: each record adds the half of its bytes to what may be compared, and so much can be saved. */
const maxSavedBytes = 16 * 1024;

/** A template with what its owner knows of the records that match it. */
export interface ListedTemplate {
  readonly template: Template;
  /** Records that have matched it and that have failed it; those of long ago count for less. */
  hits: number;
  misses: number;
  /** As {@link Template.match}, which it may be stricter than. */
  match(bytes: Uint8Array, view: DataView, start: number, end: number, text: TextScan, scan: Scan): number;
}

/**
 * Templates of one kind of records: finds the one that a record matches, and learns from records that match none. What cannot match
 * costs little: comparing in vain and learning are limited to a part of what reading the records costs.
 */
export class TemplateList<T extends ListedTemplate> {
  /** How many bytes have been compared in vain. */
  comparedInVain = 0;
  /** The last that matched is first. */
  private readonly known: T[] = [];
  private readonly text: TextScan;
  private readonly scan: Scan;
  private readonly view = new ByteView();
  private readonly learning = new Learning();
  private savedBytes = maxSavedBytes;
  private last: T | undefined;

  constructor(scan: Scan, seed: number) {
    this.scan = scan;
    this.text = new TextScan(seed);
  }

  /** How often something was learned. */
  get learnings(): number {
    return this.learning.count;
  }

  /** The last that matched is first. */
  get all(): readonly T[] {
    return this.known;
  }

  /** The template that last matched. */
  get matched(): T {
    return this.last!;
  }

  /** Counts a record that others have matched with a template. */
  matchedElsewhere(one: T, byteLength: number): void {
    this.hit(one, byteLength);
  }

  /** Has a template tried first. */
  prefer(one: T): void {
    const index = this.known.indexOf(one);
    if (index > 0) {
      this.known[index] = this.known[0]!;
      this.known[0] = one;
    }
  }

  /** Matches the record at `start` with the template that others have matched it with. */
  matchAgain(one: T, bytes: Uint8Array, start: number, end: number): void {
    one.match(bytes, this.view.of(bytes), start, end, this.text, this.scan);
    this.last = one;
    this.hit(one, end - start);
  }

  /** The offset after the record at `start` if it matches one of the templates, which is then {@link matched}; else -1. */
  match(bytes: Uint8Array, start: number, end: number): number {
    const { known } = this;
    const view = this.view.of(bytes);
    for (let index = 0; index < known.length && this.savedBytes > 0; index++) {
      const one = known[index]!;
      const found = one.match(bytes, view, start, end, this.text, this.scan);
      if (found !== -1) {
        if (index > 0) {
          known[index] = known[0]!;
          known[0] = one;
        }
        this.last = one;
        this.hit(one, found - start);
        return found;
      }
      index -= this.miss(one, index) ? 1 : 0;
    }
    return -1;
  }

  /** A record of this many bytes was read. */
  passed(byteLength: number): void {
    this.learning.passed();
    this.savedBytes = Math.min(this.savedBytes, maxSavedBytes) + (byteLength >> 1);
  }

  /** Whether to learn from a record of this many bytes that matched no template. */
  isDue(byteLength: number): boolean {
    return byteLength <= maxSample && this.learning.isDue();
  }

  /** Of a record that was due no template can be made: the look at it is paid for like learning. */
  lookedInVain(): void {
    this.learning.learned();
  }

  /** Learns from a record that matched no template: `know` gives what is to be known of a new one. */
  learn(sample: SampleRecord, rules: SlotRules, know: (template: Template) => T): void {
    this.learning.learned();
    for (const [index, { template }] of this.known.entries()) {
      const relaxed = template.relaxed(sample, rules);
      if (relaxed !== undefined) {
        // One that it matches was not tried: it will be.
        const [known] = this.known.splice(index, 1);
        this.learning.succeeded();
        this.known.unshift(relaxed === template ? known! : know(relaxed));
        return;
      }
    }
    if (this.known.length === maxTemplates) {
      this.dropLeastUseful();
    }
    this.known.unshift(know(new Template(sample, sample.slots.map(rules.alwaysVaries), rules)));
  }

  private hit(one: T, byteLength: number): void {
    if (one.hits === 0) {
      this.learning.succeeded();
    }
    one.hits++;
    this.passed(byteLength);
  }

  /** Counts what was compared in vain with one of the templates; true if it is given up. */
  private miss(one: T, index: number): boolean {
    const { reached } = one.template;
    this.comparedInVain += reached;
    this.savedBytes -= reached;
    one.misses++;
    if (one.misses <= maxMisses || one.misses <= one.hits * maxMissesPerHit) {
      return false;
    }
    this.known.splice(index, 1);
    return true;
  }

  /** Gives up the template that fewest records match. What was long ago counts for less each time. */
  private dropLeastUseful(): void {
    const { known } = this;
    let least = known.length - 1;
    known.forEach((one, index) => {
      if (one.hits < known[least]!.hits) {
        least = index;
      }
    });
    known.splice(least, 1);
    known.forEach((one) => {
      one.hits >>= 1;
      one.misses >>= 1;
    });
  }
}
