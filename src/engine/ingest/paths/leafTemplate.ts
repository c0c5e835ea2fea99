import type { CompiledFormat } from '../../../core/formats/compiledFormat.ts';
import type { RoleSource } from '../../../core/formats/roleSource.ts';
import type { Scan } from '../../../core/json/jsonScanner.ts';
import type { Template } from '../template/template.ts';
import type { ListedTemplate } from '../template/templateList.ts';
import type { TextScan } from '../template/textScan.ts';
import { isPlainNumber } from '../values/fieldVerdicts.ts';
import { RecordFields } from '../values/recordFields.ts';
import type { HashedValue } from './foundValues.ts';
import { mayBeJsonText } from './jsonTexts.ts';
import type { LeafPlaces } from './leafPlaces.ts';
import { TemplateValues, type MovingValue } from './templateValues.ts';
import { rolesAt, type VaryingRoles } from './varyingRoles.ts';

const quote = 0x22;

/** A template of records whose format is data, with the values at the ends of paths: those that vary, and those that all have. */
export class LeafTemplate implements RoleSource, ListedTemplate {
  readonly template: Template;
  readonly compiled: CompiledFormat;
  /** What the columns say of the last record; undefined until one was read. */
  readonly fields = new RecordFields();
  isRead = false;
  readonly roles: VaryingRoles;
  /** All numbers of the record that was matched are held by JavaScript. */
  isLossless = true;
  hits = 0;
  misses = 0;
  private readonly lists: readonly (readonly HashedValue[])[];
  private readonly moving: readonly MovingValue[];
  /** By slot that varies: whether another value decides what the record is if it is null, or not. */
  private readonly mayBeNull: Uint8Array;
  private readonly wasNull: Uint8Array;
  /** By slot that varies: whether it is left to others where it may hold JSON text. */
  private readonly isTextOnly: Uint8Array;

  /** @param pathCount How many paths there are. */
  constructor(template: Template, { leaves, ends }: LeafPlaces, compiled: CompiledFormat, pathCount: number, seed: number) {
    const { bytes } = template.sample;
    this.template = template;
    this.compiled = compiled;
    const ofVarying = template.variable.map((number) => leaves[number]!);
    this.mayBeNull = Uint8Array.from(ofVarying, ({ slots, isOutermost }) => (slots.length === 0 && !isOutermost ? 1 : 0));
    this.wasNull = Uint8Array.from(ofVarying, ({ start }) => (bytes[start] === 0x6e ? 1 : 0));
    this.isTextOnly = Uint8Array.from(ofVarying, ({ leadsOn, isOutermost }) => (leadsOn || isOutermost ? 1 : 0));
    const values = new TemplateValues(bytes, ofVarying, seed);
    const lists = values.lists(ends, pathCount);
    for (const pair of [...compiled.callers, ...compiled.targets]) {
      if ('items' in pair) {
        values.addWithin(pair.within, lists[pair.items] ?? []);
      }
    }
    this.lists = lists;
    this.moving = values.moving;
    this.roles = rolesAt(compiled, new Set(ends.filter((end) => values.isMoving(end)).map(({ slot }) => slot)));
  }

  values(slot: number): readonly HashedValue[] {
    return this.lists[slot] ?? none;
  }

  /** The offset after the record at `start` if it has this form, and is of the same format by what may vary; else -1. */
  match(bytes: Uint8Array, view: DataView, start: number, end: number, text: TextScan, scan: Scan): number {
    const { template, mayBeNull, wasNull, isTextOnly } = this;
    const next = template.match(bytes, view, start, end, text, scan);
    if (next === -1) {
      return -1;
    }
    const { starts, ends } = template;
    this.isLossless = true;
    for (let index = 0; index < starts.length; index++) {
      const from = starts[index]!;
      const first = bytes[from]!;
      const isNull = first === 0x6e ? 1 : 0;
      const isNested = first === 0x7b || first === 0x5b || (first === quote && isTextOnly[index] === 1 && mayBeJsonText(bytes, from));
      if (isNested || (isNull !== wasNull[index] && mayBeNull[index] === 0)) {
        template.reached = next - start;
        return -1;
      }
      this.isLossless &&= first === quote || first >= 0x40 || isPlainNumber(bytes, from, ends[index]!);
    }
    this.move(bytes, start);
    return next;
  }

  private move(bytes: Uint8Array, start: number): void {
    const { starts, ends, hashes, escaped } = this.template;
    for (let index = 0; index < this.moving.length; index++) {
      const { value, slot, beforeStart, startAfter, beforeEnd, endAfter } = this.moving[index]!;
      value.bytes = bytes;
      if (slot === -1) {
        value.start = startAfter + (beforeStart === -1 ? start : ends[beforeStart]!);
        value.end = endAfter + (beforeEnd === -1 ? start : ends[beforeEnd]!);
      } else {
        value.start = starts[slot]!;
        value.end = ends[slot]!;
        value.isHashed = bytes[value.start] === quote && escaped[slot] === 0;
        value.hash = value.isHashed ? hashes[slot]! : 0;
      }
    }
  }
}

const none: readonly HashedValue[] = [];
